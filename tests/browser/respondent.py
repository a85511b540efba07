"""A person at a browser who starts, answers, submits and downloads; every page is looked at on the way."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from assessment.scoring.answers import Answer, AnswerState

SCORE = ".result-hero .big"


class Respondent:
    def __init__(self, page: Page, is_scripted: bool = True) -> None:
        self.page = page
        self.is_scripted = is_scripted
        self.faults: list[str] = []

    def look(self) -> None:
        """This function will note what axe finds on the page, and whether it has to be scrolled sideways.

        Both need scripts: a browser without them is shown the same HTML.
        """
        if not self.is_scripted:
            return
        place = re.sub(r"[0-9a-f-]{36}", "…", self.page.url.split("/", 3)[3])
        for violation in Axe().run(self.page).response["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            self.faults.append(f"/{place}: {violation['id']}: {nodes}")
        wide, seen = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        if wide > seen:
            self.faults.append(f"/{place}: {wide} px wide in a window of {seen} px")

    def start(self, name: str = "Four Gears Ltd", scope: str = "full") -> None:
        self.page.goto("/")
        self.look()
        self.page.fill("input[name=enterprise_name]", name)
        self.page.check(f"input[name=scope][value={scope}]")
        self.page.click(".start-form button")
        self.page.wait_for_url("**/s/**")

    @property
    def assessment_path(self) -> str:
        found = re.search(r"/a/[0-9a-f-]{36}/", self.page.url)
        assert found, self.page.url
        return found[0]

    def question(self, key: str) -> Locator:
        return self.page.locator(f"#q-{key}")

    def asked(self) -> list[str]:
        """This function will return the keys of the questions that are to be seen on this page, in order."""
        shown = self.page.locator("article.q:visible").all()
        return [article.get_attribute("data-key") or "" for article in shown]

    def fill_section(self, answers: Mapping[str, Answer]) -> list[str]:
        """This function will answer what is asked, also what appears meanwhile, and return the keys in that order."""
        done: list[str] = []
        while waiting := [key for key in self.asked() if key not in done and key in answers]:
            self.give(waiting[0], answers[waiting[0]])
            done.append(waiting[0])
        return done

    def give(self, key: str, answer: Answer) -> None:
        article, value = self.question(key), answer.value
        if answer.state is not AnswerState.ANSWERED:
            self._choose(article, answer.state.value)
        elif isinstance(value, list):
            for option in value:
                self._choose(article, option)
        elif isinstance(value, dict):
            self._count(article, value)
        elif article.locator(".measure").count():
            article.locator(".measure .form-control").fill(str(value))
            article.locator(".measure .form-control").blur()
        else:
            self._choose(article, str(value))

    def _choose(self, article: Locator, value: str) -> None:
        if article.locator("select").count():
            article.locator("select").select_option(value)
            return
        article.locator(f"label:has(input[value='{value}'])").click()

    def _count(self, article: Locator, value: Mapping[str, str]) -> None:
        article.locator("details.ratio > summary").click()
        for part in ("numerator", "denominator"):
            article.locator(f"input[name$='.{part}']").fill(value[part])
        article.locator("input[name$='.denominator']").blur()

    def expect_saved(self) -> None:
        expect(self.page.locator("#saved")).to_have_attribute("data-kind", "saved")

    def go_on(self) -> None:
        """This function will press the button at the end of the page and wait for the next one."""
        before = self.page.url
        self.page.locator(".answer-foot .btn-primary").click()
        self.page.wait_for_url(lambda url: url != before)

    def answer_everything(self, answers: Mapping[str, Answer]) -> list[str]:
        """This function will answer section after section up to the check page, and return what was answered."""
        given: list[str] = []
        while "/s/" in self.page.url:
            given += self.fill_section(answers)
            self.look()
            self.go_on()
        return given

    def submit(self) -> None:
        self.look()
        self.page.click(".verdict button")
        self.page.wait_for_url("**/result/")
        self.look()

    def score(self) -> str:
        return self.page.locator(SCORE).inner_text()

    def download(self) -> list[str]:
        """This function will download the report and return the text of its pages."""
        with self.page.expect_download(timeout=60_000) as download:
            self.page.locator(".result-download .btn-primary").click(timeout=60_000)
        pdf = Path(download.value.path()).read_bytes()
        return list(self._texts(pdf))

    def _texts(self, pdf: bytes) -> Iterator[str]:
        for page in PdfReader(BytesIO(pdf)).pages:
            yield page.extract_text()
