"""Banks other than the shipped one, from submitting to page, data and print: nothing is promised that they do not have."""

import re
from html import unescape
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from assessment.bank.actions import load_bank, release_bank
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.queries import advice_run_of
from recommendations.report import actions
from recommendations.report.models import Report
from recommendations.report.printed import html_of, pdf_of
from tests.report.banks import asked, bank_of, content_on
from tests.report.samples import IMPRINT, make_content, profile_only

BANKS = [
    "eurostat-dii",
    "impuls-index",
    "process-capability",
    "iso33020",
    "iso33020_ordinal",
    "risk_table",
    "sanol",
    "two_tracks",
    "vda_isa",
    "weighted_sums",
    "uneven_means",
    "dma_sme",
]
UNFINISHED = {"key": "half_way", "title": {"en": "Begun"}, "answers": {"C11": "m3", "C12": "m3"}, "expect": {}}
ACTION_WORDS = ("Playbook", "Effect of an action", "Cost and time", "What to do", "Start with these", "Recommended")


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def submitted(name: str, example: str) -> tuple[Client, Opened]:
    document = bank_of(name)
    release = release_bank(bank=load_bank(document=document))
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en")
    changes = [Change(key, answer, 0) for key, answer in asked(document, example).answers.items()]
    save_section(assessment=opened.assessment, changes=changes)
    result = submit_and_advise(assessment=opened.assessment)
    assert advice_run_of(result) is None
    client = Client()
    client.cookies[COOKIE_NAME] = opened.token
    return client, opened


def page_of(client: Client, opened: Opened) -> str:
    address = reverse("report:result-show", args=[opened.assessment.public_id])
    return words_of(client.get(address, headers={"accept-language": "en"}).content.decode())


def data_of(client: Client, opened: Opened) -> dict[str, Any]:
    data: dict[str, Any] = client.get(reverse("report:result-data", args=[opened.assessment.public_id])).json()
    return data


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
@pytest.mark.parametrize("name", BANKS)
def test_printed_report_is_well_formed_and_promises_no_actions(name: str, locale: str) -> None:
    html = html_of(content_on(name, locale=locale), IMPRINT)
    tree = ElementTree.fromstring(html)
    text = words_of(html)
    assert [word for word in (*ACTION_WORDS, "barrier") if word in text] == []
    anchors = {part.attrib["id"] for part in tree.iter() if "id" in part.attrib}
    contents = next(part for part in tree.iter("ul") if part.attrib.get("class") == "toc")
    missing = [link.attrib["href"] for link in contents.iter("a") if link.attrib["href"][1:] not in anchors]
    assert missing == []
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert [pair for pair in zip(levels, levels[1:], strict=False) if pair[1] > pair[0] + 1] == []


@pytest.mark.django_db
def test_page_and_data_of_a_counted_index() -> None:
    client, opened = submitted("eurostat-dii", "published_7_points")
    text, data = page_of(client, opened), data_of(client, opened)
    for said in ("Level reached: High", "7 of 12", "Target 4: reached.", "3 points to an overall score of 10"):
        assert (said, said in text) == (said, True)
    assert [word for word in (*ACTION_WORDS, "of 100") if word in text] == []
    root, first = data["nodes"][0], data["nodes"][1]
    assert (root["score"], root["points"], root["scale"], root["target"], root["target_gap"]) == (58.3, 7.0, 12, 4, 0.0)
    assert (root["level_key"], root["level_title"], root["percent_of_target"]) == ("high", "High", 100.0)
    assert (first["title"], first["points"], first["points_high"], first["scale"]) == (
        "People and connection",
        2.0,
        2.0,
        2,
    )
    assert (data["recommendations"], data["score"]["of_scale"]) == ([], "of 12")


@pytest.mark.django_db
def test_page_and_data_of_a_profile() -> None:
    client, opened = submitted("iso33020_ordinal", bank_of("iso33020_ordinal").examples[0].key)
    text, data = page_of(client, opened), data_of(client, opened)
    assert ("Your profile" in text, "Overall score" in text, "The next level" in text) == (True, False, False)
    assert "Process performance Largely achieved" in text
    root, part, below = data["nodes"][:3]
    assert (root["status"], root["score"], root["points"], data["level"]["key"]) == ("unscored", None, None, None)
    assert (part["points"], part["level_title"], below["points"], below["scale"]) == (None, "1 Performed", 2.3, 3)


@pytest.mark.django_db
def test_page_and_data_of_second_readings() -> None:
    client, opened = submitted("two_tracks", "mixed")
    assert "Policy (of 5) 2.50 4.00 1.00" in page_of(client, opened)
    root = data_of(client, opened)["nodes"][0]
    assert root["readings"] == {"implementation": 4.03, "documentation": 1.93}


def download_of(client: Client, opened: Opened, locale: str) -> list[str]:
    """What stands beside the result for downloading, piece by piece."""
    address = reverse("report:result-show", args=[opened.assessment.public_id])
    html = client.get(address, headers={"accept-language": locale}).content.decode()
    part = html[html.index('id="report"') : html.index("<noscript>")]
    return re.findall(r"<(?:button|p)[^>]*>(?:<span[^>]*>[^<]*</span>)?([^<]+)</(?:button|p)>", part)


@pytest.mark.django_db
def test_report_is_offered_in_the_languages_of_its_bank() -> None:
    others = ["Word", "Excel"]
    client, opened = submitted("vda_isa", "half_way")
    assert download_of(client, opened, "en") == ["English PDF", *others]
    assert download_of(client, opened, "zh-hans") == ["英文 PDF", *others, "这份问卷的文字只有英语版。"]
    client, opened = submitted("eurostat-dii", "published_7_points")
    assert download_of(client, opened, "en") == ["English PDF", *others, "Chinese PDF", *others]
    assert download_of(client, opened, "zh-hans") == ["中文 PDF", *others, "英文 PDF", *others]


@pytest.mark.django_db
def test_report_in_a_language_that_the_bank_does_not_speak_is_made_in_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions.renderer, "render", lambda html: b"%PDF-1.7")
    client, opened = submitted("vda_isa", "half_way")
    client.post(reverse("report:report-create", args=[opened.assessment.public_id]), {"language": "zh-hans"})
    assert [report.language for report in Report.objects.all()] == ["en"]


@pytest.mark.django_db
def test_page_and_report_name_the_questionnaire() -> None:
    client, opened = submitted("vda_isa", "half_way")
    address = reverse("report:result-show", args=[opened.assessment.public_id])
    html = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert "<title>Result: Information security · Fourfold</title>" in html
    assert "Information security · Four Gears Ltd · Self-assessment" in words_of(html)
    printed = html_of(content_on("vda_isa", "half_way"), IMPRINT)
    assert "<title>Digital maturity report: The bank, Four Gears Ltd</title>" in printed
    assert '<p class="cover-bank">The bank</p>' in printed


@pytest.mark.django_db
def test_page_and_data_name_what_holds_a_process_back() -> None:
    client, opened = submitted("process-capability", "published_least_for_one_two_three")
    text, data = page_of(client, opened), data_of(client, opened)
    said = "To the next level, Level 2: managed: 3 conditions. 2.1 and 2.2 are largely or fully achieved"
    assert text.count(said) == 2  # beside the part, and in its details
    assert "missing The level of 1.1 Process performance is at least" in text
    process = next(node for node in data["nodes"] if node["key"] == "order_process")
    assert (process["level_key"], process["next_level"]["level"]) == ("performed", "managed")
    assert [each["holds"] for each in process["next_level"]["conditions"]] == [False] * 3
    printed = words_of(html_of(content_on("process-capability", "published_least_for_one_two_three"), IMPRINT))
    assert (said in printed, "To Fully achieved (F): more than 85, up to 100." in printed) == (True, True)


def test_table_of_all_scores_has_range_and_coverage_also_where_the_score_is_withheld() -> None:
    content = content_on("vda_isa", "half_way", minimum_coverage="1", examples=[UNFINISHED])
    assert [(row.score, row.low, row.high, row.coverage) for row in content.figures[1:2]] == [
        (None, "2.00", "3.00", "67 %")
    ]
    text = words_of(html_of(content, IMPRINT))
    assert "Policies and organisation – 3 2.00–3.00 67 % 3" in text


@pytest.mark.django_db
def test_result_leads_to_the_method_of_its_bank() -> None:
    client, opened = submitted("vda_isa", "half_way")
    html = client.get(reverse("report:result-show", args=[opened.assessment.public_id])).content.decode()
    assert html.count('href="/method/vda-isa/"') == 1
    assert client.get("/method/vda-isa/").status_code == 200


def test_action_cards_stay_on_one_page() -> None:
    """Every card begins with its title and ends with who can help: both stand on the same page."""
    content = make_content()
    pages = [re.sub(r"\s+", "", page.extract_text()) for page in PdfReader(BytesIO(pdf_of(content, IMPRINT))).pages]
    what_to_do = next(number for number, page in enumerate(pages) if "Rankedbyurgency" in page)
    for action in content.actions[:6]:
        title = re.sub(r"\s+", "", f"{action.rank} {action.title}")
        page = next(page for page in pages[what_to_do:] if title in page and "Pointsgained" in page)
        last = re.sub(r"\s+", "", action.categories[-1].title)
        assert (action.key, last in page) == (action.key, True)


def test_nothing_is_gained_while_there_is_no_score() -> None:
    content = make_content(answers=profile_only())
    assert {(action.effect, action.at, action.effects) for action in content.actions} == {(None, None, ())}
    assert [question.key for question in content.summary.answer_first] == ["TA01", "TA04", "EQ01", "EQ02", "EQ05"]
    html = html_of(content, IMPRINT)
    assert (html.count(">Points gained<"), html.count(">Answer these first<")) == (0, 1)
    assert html_of(make_content(), IMPRINT).count(">Points gained<") > 0
