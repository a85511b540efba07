"""The result page, its JSON and the reports made from it."""

import json
import re
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.responses.actions import Opened, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Result
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.freeze import thaw_scorecard
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import submit_and_advise
from recommendations.report import actions
from recommendations.report.content.build import build_content
from recommendations.report.gather import gather_material
from recommendations.report.models import Report
from recommendations.report.models.ahead import hash_of
from recommendations.report.queries import case_of
from recommendations.report.renderer.outcomes import DocumentRefused, Outcome
from tests.report.samples import profile_only

QUERIES = (
    # assessment, result, advice, categories, offerings, measures, schemes (2), cases, reports, planned actions, questions back
    12
)


def address(name: str, opened: Opened, **more: object) -> str:
    return reverse(f"report:{name}", kwargs={"public_id": opened.assessment.public_id, **more})


def words_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def page_of(client: Client, opened: Opened, locale: str = "en") -> str:
    response = client.get(address("result-show", opened), headers={"accept-language": locale})
    assert response.status_code == 200
    return words_of(response.content.decode())


def data_of(client: Client, opened: Opened) -> dict[str, Any]:
    data: dict[str, Any] = client.get(address("result-data", opened)).json()
    return data


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No PDF is drawn where none is looked at."""
    monkeypatch.setattr(actions.renderer, "render", lambda html: b"%PDF-1.7 of " + hash_of(html).encode())


def start_quick_scan(release: Release, name: str) -> tuple[Client, Opened]:
    """A quick scan of which nothing but the profile is answered."""
    opened = start_assessment(enterprise_name=name, release=release, scope=Scope.QUICK, language="en")
    changes = [Change(key, answer, 0) for key, answer in profile_only().items()]
    save_section(assessment=opened.assessment, changes=changes)
    submit_and_advise(assessment=opened.assessment)
    client = Client()
    client.cookies[COOKIE_NAME] = opened.token
    return client, opened


def make_report(client: Client, opened: Opened, language: str = "en") -> str:
    response = client.post(address("report-create", opened), {"language": language})
    assert response.status_code == 302
    return str(response["Location"])


def test_page_shows_level_score_barriers_and_top_actions(respondent: Client, opened: Opened, result: Result) -> None:
    text = page_of(respondent, opened)
    for said in (
        "Level 2: Standardised",
        "Indicative, not an official rating.",
        "Between 42.0 and 47.4, depending on what is not known yet.",
        "R&D and production holds you back most: 37.5 of 100.",
        "To level 3, Integrated: 18.0 points and 3 conditions.",
        "1. Put one person in charge and meet every two weeks",
        "Machines that give out data: 31 of 58 (53.4 %)",
        "Answer this to know more",
        "What this result rests on",
        "Key processes under numerical control",
    ):
        assert said in text


def test_page_in_chinese(respondent: Client, opened: Opened, result: Result) -> None:
    text = page_of(respondent, opened, "zh-hans")
    assert [said for said in ("2级：规范级", "四道关", "为您推荐", "下载报告", "全部回答") if said not in text] == []


def test_before_submission_the_page_leads_to_the_check(respondent: Client, opened: Opened) -> None:
    response = respondent.get(address("result-show", opened))
    assert (response.status_code, response["Location"]) == (
        302,
        reverse("responses:check", args=[opened.assessment.public_id]),
    )


def test_before_submission_there_is_no_data_and_no_report(respondent: Client, opened: Opened) -> None:
    assert respondent.get(address("result-data", opened)).status_code == 409
    assert (respondent.post(address("report-create", opened)).status_code, Report.objects.count()) == (302, 0)


@pytest.mark.usefixtures("quick")
def test_page_asks_the_database_a_fixed_number_of_times(
    respondent: Client, opened: Opened, result: Result, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    page_of(respondent, opened)
    with django_assert_max_num_queries(QUERIES):
        page_of(respondent, opened)
    make_report(respondent, opened)
    make_report(respondent, opened, "zh-hans")
    with django_assert_max_num_queries(QUERIES):
        page_of(respondent, opened)


def test_page_has_no_inline_style_and_may_not_be_kept(respondent: Client, opened: Opened, result: Result) -> None:
    response = respondent.get(address("result-show", opened))
    assert re.findall(r"<[^>]+\sstyle=|<style|\son\w+=", response.content.decode()) == []
    assert "no-store" in response["Cache-Control"]


def test_name_of_the_enterprise_is_escaped(bank_release: Release) -> None:
    client, opened = start_quick_scan(bank_release, "<script>alert(1)</script>{{ x }}")
    html = client.get(address("result-show", opened)).content.decode()
    assert ("<script>alert" in html, "&lt;script&gt;alert(1)&lt;/script&gt;{{ x }}" in html) == (False, True)


def test_data_is_the_frozen_scorecard_and_advice(respondent: Client, opened: Opened, result: Result) -> None:
    data = data_of(respondent, opened)
    card = thaw_scorecard(result.scorecard)
    assert {node["key"]: (node["score"], node["exact"]["score"]) for node in data["nodes"]} == {
        node["key"]: (node["score"], node["exact"]["score"]) for node in result.scorecard["nodes"]
    }
    assert (data["level"]["key"], data["level"]["next"], len(data["level"]["failed_gates"])) == (
        card.level.key,
        card.level.next_key,
        3,
    )
    assert [item["rank"] for item in data["recommendations"]] == list(range(1, len(data["recommendations"]) + 1))
    first = data["recommendations"][0]
    assert (first["effect"], len(first["because"]) > 0, first["reasons"][0]["evidence"][0]["question"]) == (
        1.3,
        True,
        "TA02",
    )
    assert (data["versions"]["result_hash"], data["versions"]["bank_version"]) == (result.content_hash, "1.0")


def test_page_data_and_pdf_show_the_same_numbers(respondent: Client, opened: Opened, result: Result) -> None:
    text, data = page_of(respondent, opened), data_of(respondent, opened)
    pdf = respondent.get(make_report(respondent, opened)).content
    printed = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))
    scores = [data["score"]["score"]]
    scores += [
        f"{node['score']:.1f}" for node in data["nodes"] if node["parent"] == data["root"] and node["score"] is not None
    ]
    effects = [f"+{item['effect']:.1f}" for item in data["recommendations"]]
    numbers = [*scores, *effects, f"{data['level']['points_to_next']:.1f}"]
    assert len(scores) == 5
    assert [number for number in numbers if number not in text or number not in printed] == []


@pytest.mark.usefixtures("quick")
def test_report_is_made_once_and_handed_out_unchanged(respondent: Client, opened: Opened, result: Result) -> None:
    first, second = make_report(respondent, opened), make_report(respondent, opened)
    response = respondent.get(first)
    report = Report.objects.get()
    assert (first, bytes(report.pdf)) == (second, response.content)
    assert (response["Content-Type"], response["Cache-Control"], response["X-Content-Type-Options"]) == (
        "application/pdf",
        "private, no-store",
        "nosniff",
    )
    assert response["Content-Disposition"] == (
        f'attachment; filename="{report.number}.pdf"; '
        f"filename*=UTF-8''{report.number}%20Hengda%20Precision%20Parts%20sample.pdf"
    )


@pytest.mark.usefixtures("quick")
def test_each_language_has_its_own_report(respondent: Client, opened: Opened, result: Result) -> None:
    assert make_report(respondent, opened, "en") != make_report(respondent, opened, "zh-hans")
    assert sorted(Report.objects.values_list("language", flat=True)) == ["en", "zh-hans"]


@pytest.mark.usefixtures("quick")
def test_unknown_language_falls_back_to_that_of_the_page(respondent: Client, opened: Opened, result: Result) -> None:
    make_report(respondent, opened, "tlh")
    assert list(Report.objects.values_list("language", flat=True)) == ["en"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("change", ["update", "delete"])
def test_a_report_cannot_be_changed(change: str, respondent: Client, opened: Opened, result: Result) -> None:
    make_report(respondent, opened)
    with pytest.raises(IntegrityError), transaction.atomic():
        if change == "update":
            Report.objects.update(number="FF-0")
        else:
            Report.objects.all().delete()
    assert Report.objects.exclude(number="FF-0").count() == 1


def test_failed_drawing_says_so_with_a_reference_and_stores_nothing(
    respondent: Client, opened: Opened, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    failure = DocumentRefused(Outcome.REFUSED)

    def fail(*args: object) -> bytes:
        raise failure

    monkeypatch.setattr(actions.renderer, "render", fail)
    response = respondent.post(address("report-create", opened), {"language": "en"})
    assert (response.status_code, response["Retry-After"], Report.objects.count()) == (503, "30", 0)
    assert failure.reference in response.content.decode()


@pytest.mark.usefixtures("quick")
def test_report_of_another_enterprise_does_not_exist(
    respondent: Client, opened: Opened, result: Result, bank_release: Release
) -> None:
    location = make_report(respondent, opened)
    other = start_assessment(enterprise_name="Rival Ltd", release=bank_release, scope=Scope.QUICK, language="en")
    rival = Client()
    rival.cookies[COOKIE_NAME] = other.token
    report_id = Report.objects.get().public_id
    statuses = [
        rival.get(location).status_code,
        rival.get(address("report-show", other, report_id=report_id)).status_code,
    ]
    assert (statuses, Client().get(location).status_code) == ([404, 404], 404)


def test_quick_scan_offers_the_full_diagnosis(bank_release: Release) -> None:
    client, opened = start_quick_scan(bank_release, "Quick Ltd")
    assert "Go on to the full diagnosis" in page_of(client, opened)


def test_page_lets_the_answers_be_changed_in_a_copy(respondent: Client, opened: Opened, result: Result) -> None:
    html = respondent.get(address("result-show", opened)).content.decode()
    assert "This result stays as it is. Start the next round Change answers in a copy" in words_of(html)
    assert html.count(f'action="{reverse("responses:assessment-revise", args=[opened.assessment.public_id])}"') == 1
    assert "这份结果保持不变。 开始新一轮测评 复制一份，修改答案" in page_of(respondent, opened, "zh-hans")


def test_page_starts_the_next_round(respondent: Client, opened: Opened, result: Result) -> None:
    html = respondent.get(address("result-show", opened)).content.decode()
    assert html.count(f'action="{reverse("responses:round-start", args=[opened.assessment.public_id])}"') == 1
    assert "Next round, in full" not in html
    client, quick = start_quick_scan(opened.assessment.release, "Quick Ltd")
    offered = page_of(client, quick)
    assert ("Start the next round" in offered, "Next round, in full" in offered) == (True, True)


def test_get_changes_nothing(respondent: Client, opened: Opened, result: Result) -> None:
    frozen = json.dumps(result.scorecard, sort_keys=True)
    page_of(respondent, opened)
    data_of(respondent, opened)
    result.refresh_from_db()
    assert (json.dumps(result.scorecard, sort_keys=True), Report.objects.count()) == (frozen, 0)


def test_card_says_who_pays_and_what_that_takes_for_granted(respondent: Client, opened: Opened, result: Result) -> None:
    page = words_of(page_of(respondent, opened))
    assert "Who pays" in page
    assert "You pay CNY 10,000–50,000; schemes named here may carry a part, but none could be counted." in page
    assert "What this takes for granted" in page


def test_action_that_costs_no_money_has_nobody_to_pay(opened: Opened, result: Result) -> None:
    content = build_content(gather_material(case_of(opened.assessment, result), "en"))
    money = {card.key: card.money for card in content.actions}
    assert money["A24"] is None
    paid = money["A02"]
    assert paid is not None
    assert (paid.price, paid.assumptions != ()) == ("CNY 10,000–50,000", True)
    assert all("may qualify" in scheme.qualify.lower() for scheme in paid.schemes)
