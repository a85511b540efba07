"""The result page offers the report in every form that people read, in each language in the same words."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.formats import date_format
from django.utils.timezone import localdate

from assessment.accounts.models import Grant, GrantLevel, User
from assessment.responses.actions import Opened
from assessment.responses.models import Result
from recommendations.report import actions
from recommendations.report.formats.offered import OTHERS, Format
from recommendations.report.formats.writing import written
from recommendations.report.models import Report
from recommendations.report.models.ahead import hash_of
from recommendations.report.renderer.outcomes import DocumentRefused, Outcome
from recommendations.report.verification.actions import allow_checking
from tests.report.test_pages import address, words_of


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No PDF is drawn where none is looked at."""
    monkeypatch.setattr(actions.renderer, "render", lambda html: b"%PDF-1.7 of " + hash_of(html).encode())


def shown(client: Client, opened: Opened, locale: str = "en") -> str:
    return client.get(address("result-show", opened), headers={"accept-language": locale}).content.decode()


def part_of(html: str) -> str:
    """What the page says about its report."""
    return html.split('id="report"', 1)[1].split("</section>", 1)[0]


def offered(html: str, to: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each form: the language it asks for, and its buttons, value and words."""
    forms = [part.split("</form>", 1)[0] for part in html.split(f'action="{to}"')[1:]]
    buttons = [re.findall(r'<button [^>]*name="form" value="(\w+)">(.*?)</button>', form) for form in forms]
    languages = [re.findall(r'name="language" value="([\w-]+)"', form)[0] for form in forms]
    return [
        (language, [(value, words_of(words).strip()) for value, words in row])
        for language, row in zip(languages, buttons, strict=True)
    ]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("en", [("en", "English"), ("zh-hans", "Chinese")]), ("zh-hans", [("zh-hans", "中文"), ("en", "英文")])],
)
def test_every_form_is_offered_in_both_languages_in_the_same_words(
    respondent: Client, opened: Opened, result: Result, locale: str, expected: list[tuple[str, str]]
) -> None:
    html = shown(respondent, opened, locale)
    assert offered(html, address("report-create", opened)) == [
        (code, [("pdf", f"{name} PDF"), ("docx", f"{name} Word"), ("xlsx", f"{name} Excel")]) for code, name in expected
    ]


@pytest.mark.parametrize("form", [Format.DOCX, Format.XLSX])
def test_form_is_made_and_handed_out_at_once(respondent: Client, opened: Opened, result: Result, form: Format) -> None:
    reply = respondent.post(address("report-create", opened), {"form": form})
    report = Report.objects.get()
    assert reply["Location"] == address("report-file", opened, report_id=report.public_id, form=form)
    assert respondent.get(reply["Location"]).content == written(report, form)


@pytest.mark.parametrize("form", ["", "pdf", "json", "exe", "../../x", "DOCX", "a\x00b"])
def test_what_is_not_offered_is_the_pdf_in_the_language_asked_for(
    respondent: Client, opened: Opened, result: Result, form: str
) -> None:
    reply = respondent.post(address("report-create", opened), {"form": form, "language": "zh-hans"})
    report = Report.objects.get()
    assert reply["Location"] == address("report-show", opened, report_id=report.public_id)
    assert report.language == "zh-hans"


def test_trying_again_keeps_the_form(
    respondent: Client, opened: Opened, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> bytes:
        raise DocumentRefused(Outcome.REFUSED)

    monkeypatch.setattr(actions.renderer, "render", fail)
    page = respondent.post(address("report-create", opened), {"form": "xlsx"})
    assert (page.status_code, '<input type="hidden" name="form" value="xlsx">' in page.content.decode()) == (503, True)


def test_script_is_told_the_file_and_the_reference_of_a_failure(
    respondent: Client, opened: Opened, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    to, asks = address("report-create", opened), {"accept": "application/json"}
    made = respondent.post(to, {"form": "docx", "language": "zh-hans"}, headers=asks)
    report = Report.objects.get()
    assert made.json() == {"file": address("report-file", opened, report_id=report.public_id, form=Format.DOCX)}
    failure = DocumentRefused(Outcome.REFUSED)
    monkeypatch.setattr(actions.renderer, "render", lambda html: fail_with(failure))
    failed = respondent.post(to, {"language": "en"}, headers=asks)
    assert (failed.status_code, failed.json()) == (503, {"reference": failure.reference})


def fail_with(failure: DocumentRefused) -> bytes:
    raise failure


def test_browser_is_led_to_the_file(respondent: Client, opened: Opened, result: Result) -> None:
    accept = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    reply = respondent.post(address("report-create", opened), {"form": "pdf"}, headers=accept)
    report = Report.objects.get()
    assert (reply.status_code, reply["Location"]) == (
        302,
        address("report-show", opened, report_id=report.public_id),
    )


def test_without_scripts_a_link_leads_to_the_list_of_what_was_made(
    respondent: Client, opened: Opened, result: Result
) -> None:
    part = part_of(shown(respondent, opened))
    link = f'<a href="{address("result-show", opened)}">Reload this page afterwards: it then lists what was made.</a>'
    assert f"<noscript> {link}</noscript>" in part
    assert "result-made" not in part


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_newest_in_the_language_of_the_page_comes_first_then_the_other_then_older_ones(
    respondent: Client, opened: Opened, result: Result, locale: str
) -> None:
    respondent.post(address("report-create", opened), {"language": "en"})
    older = Report.objects.get()
    newest = {"en": made_again(older)}
    respondent.post(address("report-create", opened), {"language": "zh-hans"})
    newest["zh-hans"] = Report.objects.get(language="zh-hans")
    order = [newest[locale], newest["zh-hans" if locale == "en" else "en"], older]
    part = part_of(shown(respondent, opened, locale))
    names = {"en": ("English", "Chinese"), "zh-hans": ("英文", "中文")}[locale]
    named = [(report.number, names[report.language == "zh-hans"]) for report in order]
    assert re.findall(r">(FF-\d{8}-\w{8}) \((\w+), PDF\)<", part) == named
    assert part.index("<details>") > part.index(order[1].number)


def made_again(report: Report) -> Report:
    """A newer report on the same result in the same language, which is another one by its content."""
    other = Report.objects.get(pk=report.pk)
    other.pk, other.public_id, other.number, other.content_hash = None, uuid4(), "FF-20260101-ABCDEF01", "0" * 64
    other.save()
    return other


def test_newest_reports_have_their_forms_and_say_that_nobody_can_check_them(
    respondent: Client, opened: Opened, result: Result
) -> None:
    before = words_of(part_of(shown(respondent, opened)))
    respondent.post(address("report-create", opened), {"language": "en"})
    report, part = Report.objects.get(), part_of(shown(respondent, opened))
    links = [address("report-file", opened, report_id=report.public_id, form=form) for form in OTHERS]
    links += [address("checking", opened, report_id=report.public_id)]
    assert [link for link in links if f'href="{link}"' not in part] == []
    assert "Others cannot check a report at /verify/ until you allow it: here, once it is made." in before
    for sentence in (
        f"Others cannot check it at /verify/ yet. Let others check this report {report.number}",
        "sees at /verify/ that it is genuine and unchanged, the day and kind of its answers and the level; nothing else.",
    ):
        assert sentence in words_of(part)


def test_page_says_since_when_others_can_check_a_report(respondent: Client, opened: Opened, result: Result) -> None:
    respondent.post(address("report-create", opened), {"language": "en"})
    allow_checking(report=Report.objects.get(), assessment=opened.assessment, by=None)
    day = date_format(localdate(), "j F Y")
    said = words_of(part_of(shown(respondent, opened)))
    assert f"Others can check it at /verify/ since {day}. See what they see, or take it back" in said


def test_who_may_only_read_finds_what_was_made_and_no_button(
    respondent: Client, opened: Opened, result: Result, client: Client
) -> None:
    respondent.post(address("report-create", opened), {"language": "en"})
    reader = User.objects.create_user("reader@example.org")
    Grant.objects.create(enterprise=opened.assessment.enterprise, person=reader, level=GrantLevel.VIEW)
    client.force_login(reader)
    html = shown(client, opened)
    part = words_of(part_of(html))
    assert (address("report-create", opened) in html, "js/report" in html, Report.objects.get().number in part) == (
        False,
        False,
        True,
    )
    assert "Others cannot check it at /verify/ yet. Only the owner of the enterprise can allow that." in part


def test_two_files_of_data_are_told_apart(respondent: Client, opened: Opened, result: Result) -> None:
    respondent.post(address("report-create", opened), {"language": "en"})
    html = words_of(shown(respondent, opened))
    assert "Printed text (JSON)" in html
    assert "Answers, exact scores and advice for programs (JSON)" in html
    assert "“Printed text (JSON)” holds words and numbers as the report prints them." in html
