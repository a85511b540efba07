"""The result page offers the report in every form that people read, near the top and at the end."""

import re

import pytest
from django.test import Client

from assessment.accounts.models import Grant, GrantLevel, User
from assessment.responses.actions import Opened
from assessment.responses.models import Result
from recommendations.report import actions
from recommendations.report.formats.offered import OTHERS, Format
from recommendations.report.formats.writing import written
from recommendations.report.models import Report
from recommendations.report.renderer.outcomes import DocumentRefused, Outcome
from tests.report.test_pages import address, words_of


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No PDF is drawn where none is looked at."""
    monkeypatch.setattr(actions, "pdf_of", lambda content, imprint: b"%PDF-1.7 of " + imprint.number.encode())


def shown(client: Client, opened: Opened, locale: str = "en") -> str:
    return client.get(address("result-show", opened), headers={"accept-language": locale}).content.decode()


def hero_of(html: str) -> str:
    return html.split("result-hero", 1)[1].split("</section>", 1)[0]


def last_card_of(html: str) -> str:
    return html.split('aria-labelledby="about"', 1)[1].split("</section>", 1)[0]


def test_forms_are_offered_beside_the_pdf_near_the_top_and_at_the_end(
    respondent: Client, opened: Opened, result: Result
) -> None:
    html, to = shown(respondent, opened), address("report-create", opened)
    for part in (hero_of(html), last_card_of(html)):
        form = part.split(f'action="{to}"', 1)[1].split("</form>", 1)[0]
        buttons = re.findall(r'<button [^>]*name="(\w+)" value="([\w-]+)"[^>]*>([^<]*)<', form)
        assert buttons == [
            ("language", "en", "Download the report (PDF)"),
            ("form", "docx", "Word"),
            ("form", "xlsx", "Excel"),
            ("language", "zh-hans", "中文报告"),
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

    monkeypatch.setattr(actions, "pdf_of", fail)
    page = respondent.post(address("report-create", opened), {"form": "xlsx"})
    assert (page.status_code, '<input type="hidden" name="form" value="xlsx">' in page.content.decode()) == (503, True)


def test_before_a_report_is_made_the_page_says_where_it_will_be_listed(
    respondent: Client, opened: Opened, result: Result
) -> None:
    hero = hero_of(shown(respondent, opened))
    link = f'<a href="{address("result-show", opened)}">Reload this page afterwards: it then lists what was made.</a>'
    assert (link in hero, "Newest:" in hero, "Reports made from it" in shown(respondent, opened)) == (
        True,
        False,
        False,
    )


def test_newest_report_stands_near_the_top_with_its_forms_and_its_leave(
    respondent: Client, opened: Opened, result: Result
) -> None:
    for language in ("en", "zh-hans"):
        respondent.post(address("report-create", opened), {"language": language})
    older, newest = Report.objects.order_by("created_at", "pk")
    hero = hero_of(shown(respondent, opened))
    links = [address("report-show", opened, report_id=newest.public_id)]
    links += [address("report-file", opened, report_id=newest.public_id, form=form) for form in OTHERS]
    links += [address("checking", opened, report_id=newest.public_id)]
    assert [link for link in links if f'href="{link}"' not in hero] == []
    assert (older.number in hero, "Let others check this report" in hero) == (False, True)


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_list_names_languages_in_words(respondent: Client, opened: Opened, result: Result, locale: str) -> None:
    for language in ("en", "zh-hans"):
        respondent.post(address("report-create", opened), {"language": language})
    said = words_of(last_card_of(shown(respondent, opened, locale)))
    named = dict(re.findall(r"(FF-\d{8}-\w{8}) \( (\S+) , PDF\)", said))
    names = {"en": "English", "zh-hans": "简体中文"}
    assert named == {report.number: names[report.language] for report in Report.objects.all()}
    assert "(zh-hans)" not in said


def test_who_may_only_read_finds_what_was_made_and_no_button(
    respondent: Client, opened: Opened, result: Result, client: Client
) -> None:
    respondent.post(address("report-create", opened), {"language": "en"})
    reader = User.objects.create_user("reader@example.org")
    Grant.objects.create(enterprise=opened.assessment.enterprise, person=reader, level=GrantLevel.VIEW)
    client.force_login(reader)
    html = shown(client, opened)
    assert (address("report-create", opened) in html, "Newest:" in hero_of(html)) == (False, True)
