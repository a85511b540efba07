"""The plan of the enterprise in its report: frozen in words, printed by wave, exported; nothing of anybody else's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.config.demo import answer_sample
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment, Result
from recommendations.catalogue.models import Offering
from recommendations.plan.actions import submit_and_advise
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.planning import Placement, add_own_item, take_up_actions, take_up_roadmap
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.first_actions import first_actions
from recommendations.report.gather import gather_material
from recommendations.report.printed import html_of, pdf_of
from recommendations.report.queries import planned_case_of
from tests.report.samples import IMPRINT
from tests.report.test_pages import data_of, page_of, words_of
from tests.world import load_samples

NOW = "2026-11-23T02:00:00Z"
PLACEMENTS = (Placement("A02", 1, 1), Placement("A24", 2, 2), Placement("A05", 3, 4))


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def plan_items(opened: Opened, result: Result) -> list[PlanItem]:
    """A roadmap of three actions: one done, one chosen a service for, one decided against; and one thing of their own."""
    load_samples()
    assessment = opened.assessment
    take_up_roadmap(
        assessment=assessment,
        placements=PLACEMENTS,
        budget=100_000,
        days_per_quarter=60,
        begins_on=date(2026, 12, 1),
        language="en",
    )
    add_own_item(assessment=assessment, title="Call the <machine builder>", language="en", responsible="Ms Zhou")
    first, second, third, own = PlanItem.objects.order_by("pk")
    first.offering = Offering.objects.get(provider__key="gateway-workshop", key="five-machine-kit")
    first.responsible, first.budget, first.spent, first.status = "Li Wei", 30_000, 4_000, ItemStatus.DOING
    second.status, second.done_on = ItemStatus.DONE, date(2026, 11, 22)
    third.status, third.declined_because = ItemStatus.DECLINED, "Too dear.\nNext year."
    for item in (first, second, third):
        item.save()
    return [first, second, third, own]


def content_of(assessment: Assessment, result: Result, locale: str = "en") -> ReportContent:
    return build_content(gather_material(planned_case_of(assessment, result), locale))


def printed_plan(content: ReportContent) -> str:
    return html_of(content, IMPRINT).split('id="plan"', 1)[1].split("</section>", 1)[0]


def test_plan_is_frozen_wave_by_wave(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    plan = content_of(opened.assessment, result).plan
    assert plan is not None
    assert [(wave.title, wave.until, [row.key for row in wave.rows]) for wave in plan.waves] == [
        ("Now", "until 1 March 2027", ["A02"]),
        ("Next", "until 31 May 2027", ["A24"]),
        ("Without a quarter", "", [""]),
    ]
    first = plan.waves[0].rows[0]
    assert (first.who, first.due, first.status_label, first.budget, first.spent, first.promised) == (
        "Li Wei",
        "1 March 2027",
        "under way",
        "CNY 30,000",
        "CNY 4,000",
        "+0.8",
    )
    assert (first.is_sample, "Sample provider A" in first.provider) == (True, True)
    assert [(row.key, row.because) for row in plan.declined] == [("A05", "Too dear.\nNext year.")]


def test_plan_says_what_it_comes_to_and_who_pays(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    plan = content_of(opened.assessment, result).plan
    assert plan is not None and plan.money is not None
    sums = plan.sums
    assert (sums.done, sums.budget, sums.spent, sums.left, sums.over) == (
        "1 of 3 done",
        "CNY 30,000",
        "CNY 4,000",
        "CNY 26,000",
        "",
    )
    assert sums.remarks[0] == "Your roadmap was made for CNY 100,000; CNY 70,000 of it is not planned yet."
    assert (sums.gain[0], sums.now, float(sums.then) > 42) == ("+", "42.0", True)
    assert [line.title for line in plan.money.lines] == [
        "Connect three to five bottleneck machines",
        "Call the <machine builder>",
    ]
    assert [line.price for line in plan.money.lines] == ["CNY 18,000–38,000", "not known"]


def test_plan_says_what_it_reaches_and_the_own_days_it_takes(
    opened: Opened, result: Result, plan_items: list[PlanItem]
) -> None:
    plan = content_of(opened.assessment, result).plan
    assert plan is not None
    assert plan.sums.reaches.startswith("The level stays “Standardised”. Still missing to “Integrated”: ")
    assert "R&D and production is at least 40" in plan.sums.reaches
    (quarter,) = plan.days
    assert (quarter.title, float(quarter.used) > 0, quarter.most) == ("Quarter 1", True, "60")
    text = words_of(printed_plan(content_of(opened.assessment, result)))
    assert "The level stays “Standardised”." in text
    assert f"{quarter.used} of 60 days" in text


def test_actions_say_how_the_plan_stands_to_them(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    take_up_actions(assessment=opened.assessment, actions=["A33"], language="en")
    PlanItem.objects.filter(action_key="A33").update(status=ItemStatus.DECLINED, declined_because="Not now.")
    content = content_of(opened.assessment, result)
    said = {card.key: card.in_plan.said for card in content.actions if card.in_plan is not None}
    assert said == {"A02": "Under way", "A24": "Done on 22 November 2026", "A33": "Decided against"}
    first = [card.key for card in first_actions(content)]
    assert (len(first), {"A24", "A33"} & set(first)) == (3, set())
    assert content.path is not None
    on_the_way = {work.key: work.in_plan.said for work in content.path.works if work.in_plan is not None}
    assert on_the_way == {key: said[key] for key in on_the_way}
    assert "Done on 22 November 2026" in words_of(html_of(content, IMPRINT).split('id="actions"', 1)[1])
    without = replace(gather_material(planned_case_of(opened.assessment, result), "en"), standings={})
    assert [card.in_plan for card in build_content(without).actions if card.in_plan] == []


def test_item_of_a_later_quarter_begins_with_it(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    PlanItem.objects.filter(action_key="A24").update(status=ItemStatus.PLANNED, done_on=None)
    content = content_of(opened.assessment, result)
    assert [card.in_plan and card.in_plan.said for card in content.actions if card.key == "A24"] == [
        "In the plan from 2 March 2027"
    ]


def test_plan_is_printed_and_escaped(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    html = printed_plan(content_of(opened.assessment, result))
    text = words_of(html)
    for said in ("Li Wei", "until 1 March 2027", "Too dear. Next year.", "1 of 3 done", "Who pays for what is open"):
        assert said in text
    assert ("<machine builder>" in html, "Call the &lt;machine builder&gt;" in html) == (False, True)


def test_plan_reads_in_chinese(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    text = words_of(printed_plan(content_of(opened.assessment, result, "zh-hans")))
    assert [said for said in ("您的计划", "现在做 至2027年3月1日", "决定不做", "已完成 1/3") if said not in text] == []


def test_report_with_a_plan_survives_storage(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    content = content_of(opened.assessment, result)
    assert ReportContent.model_validate_json(content.model_dump_json()) == content


def test_content_stored_before_plans_were_in_it_can_still_be_read(opened: Opened, result: Result) -> None:
    stored = content_of(opened.assessment, result).model_dump(mode="json")
    for name in ("plan", "cases", "schemes"):
        del stored[name]
    for action in stored["actions"]:
        for category in action["categories"]:
            for service in category["services"]:
                for name in ("name", "provider_key", "key", "can_be_asked"):
                    del service[name]
    assert ReportContent.model_validate(stored).plan is None


def test_items_say_the_same_on_another_day(
    opened: Opened, result: Result, plan_items: list[PlanItem], clock: time_machine.Traveller
) -> None:
    before = content_of(opened.assessment, result).plan
    clock.move_to("2027-09-01T02:00:00Z")
    after = content_of(opened.assessment, result).plan
    assert before is not None and after is not None
    assert (after.waves, after.sums, after.declined) == (before.waves, before.sums, before.declined)


def test_without_quarters_the_plan_is_one_list(opened: Opened, result: Result) -> None:
    take_up_actions(assessment=opened.assessment, actions=["A02", "A24"], language="en")
    plan = content_of(opened.assessment, result).plan
    assert plan is not None
    assert [(wave.title, len(wave.rows)) for wave in plan.waves] == [("", 2)]


def test_without_a_plan_there_is_no_chapter_for_it(opened: Opened, result: Result) -> None:
    assert 'id="plan"' not in html_of(content_of(opened.assessment, result), IMPRINT)


def test_plan_of_another_enterprise_stays_there(
    bank_release: Release, opened: Opened, result: Result, plan_items: list[PlanItem]
) -> None:
    other = answer_sample(bank_release)
    theirs = submit_and_advise(assessment=other.assessment)
    other.assessment.refresh_from_db()
    assert other.assessment.enterprise_id != opened.assessment.enterprise_id
    assert content_of(other.assessment, theirs).plan is None


def test_data_holds_the_plan_the_next_level_and_who_pays(
    respondent: Client, opened: Opened, result: Result, plan_items: list[PlanItem]
) -> None:
    data, content = data_of(respondent, opened), content_of(opened.assessment, result)
    assert content.plan is not None and content.path is not None
    assert (data["plan"]["waves"][0]["rows"][0]["who"], data["plan"]["sums"]["done"]) == ("Li Wei", "1 of 3 done")
    assert (data["next_level"]["outlook"], data["next_level_words"]["headline"]) == ("reachable", content.path.headline)
    first = next(each for each in data["recommendations"] if each["action"] == "A02")
    card = next(card for card in content.actions if card.key == "A02")
    assert first["money"]["price"] == "CNY 10,000–50,000"
    assert first["conditions"][0].startswith("Machines that give out data is above 40 %")
    assert [ground["is_estimate"] for ground in first["grounds"]] == [ground.is_estimate for ground in card.grounds]
    assert [case["key"] for case in data["cases_alike"]] == [case.key for case in content.cases]


def test_cases_alike_are_three_at_most_and_say_why(respondent: Client, opened: Opened, result: Result) -> None:
    assert content_of(opened.assessment, result).cases == ()
    load_samples()
    cases = content_of(opened.assessment, result).cases
    assert (len(cases), cases[0].is_sample, cases[0].alike[1:]) == (
        3,
        True,
        ("same size class: Small", "same region: Jiangsu"),
    )
    html = respondent.get(reverse("report:result-show", args=[opened.assessment.public_id])).content.decode()
    assert html.count('class="result-case"') == 3
    for case in cases:
        assert reverse("catalogue:offering-show", args=[case.provider_key, case.key]) in html
    assert cases[0].title in words_of(html_of(content_of(opened.assessment, result), IMPRINT).split('id="cases"')[1])


def test_services_lead_to_their_page_to_the_provider_and_to_a_comparison(
    respondent: Client, opened: Opened, result: Result
) -> None:
    load_samples()
    html = respondent.get(reverse("report:result-show", args=[opened.assessment.public_id])).content.decode()
    keys = ("gateway-workshop", "five-machine-kit")
    asked = reverse("catalogue:contact-ask", args=[opened.assessment.public_id, *keys])
    assert (
        f'href="{reverse("catalogue:offering-show", args=keys)}"' in html,
        f'href="{asked}?action=A02"' in html,
    ) == (
        True,
        True,
    )
    compare = reverse("catalogue:offering-compare")
    assert f'href="{compare}?o=gateway-workshop/five-machine-kit&amp;o=' in html
    respondent_page = respondent.get(asked, {"action": "A02"})
    assert respondent_page.status_code == 200


def test_every_scheme_is_explained_once(opened: Opened, result: Result, plan_items: list[PlanItem]) -> None:
    content = content_of(opened.assessment, result)
    keys = [scheme.key for scheme in content.schemes]
    assert (len(keys) > 1, len(set(keys))) == (True, len(keys))
    named = {scheme.key for action in content.actions if action.money for scheme in action.money.schemes}
    assert named <= set(keys)
    html = html_of(content, IMPRINT)
    assert [scheme.qualify for scheme in content.schemes if html.count(f"<td>{scheme.qualify}") > 1] == []


def test_report_of_the_demo_stays_short_and_no_page_is_nearly_empty(opened: Opened, result: Result) -> None:
    load_samples()
    pages = PdfReader(BytesIO(pdf_of(content_of(opened.assessment, result), IMPRINT))).pages
    lengths = [len(page.extract_text()) for page in pages]
    # The last page, on which stands who answered, ends where it ends.
    assert (12 <= len(lengths) <= 30, min(lengths[1:-1]) > 500, lengths[-1] > 100) == (True, True, True)


def test_longer_plan_asks_the_database_no_more_often(
    respondent: Client, opened: Opened, result: Result, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    take_up_actions(assessment=opened.assessment, actions=["A02"], language="en")
    page_of(respondent, opened), data_of(respondent, opened)
    with django_assert_max_num_queries(12) as page_with_one:
        page_of(respondent, opened)
    with django_assert_max_num_queries(20) as data_with_one:
        data_of(respondent, opened)
    take_up_actions(assessment=opened.assessment, actions=["A24", "A05"], language="en")
    with django_assert_max_num_queries(len(page_with_one)):
        page_of(respondent, opened)
    with django_assert_max_num_queries(len(data_with_one)):
        data_of(respondent, opened)
