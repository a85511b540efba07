"""The rounds of one enterprise side by side, as its report shows them."""

from dataclasses import replace
from fractions import Fraction

import pytest
from pytest_django import DjangoAssertNumQueries

from assessment.bank.models import Release
from assessment.config.demo import answer_sample
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment, Result
from assessment.responses.queries import result_of
from assessment.scoring.answers import UNKNOWN
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.trend_schema import Trend
from recommendations.report.gather import gather_material
from recommendations.report.queries import planned_case_of
from tests.plan.rounds import follow, submit_as


@pytest.fixture
def first(opened: Opened) -> Assessment:
    return submit_as(opened, 1)


@pytest.fixture
def second(first: Assessment) -> Assessment:
    """A round in which one thing is no longer known."""
    return follow(first, 2, EQ10=UNKNOWN).assessment


def result(assessment: Assessment) -> Result:
    found = result_of(assessment)
    assert found is not None
    return found


def content_of(assessment: Assessment, locale: str = "en") -> ReportContent:
    return build_content(gather_material(planned_case_of(assessment, result(assessment)), locale))


def trend_of(assessment: Assessment, locale: str = "en") -> Trend:
    trend = content_of(assessment, locale).trend
    assert trend is not None
    return trend


def test_the_first_round_has_no_trend(first: Assessment) -> None:
    assert content_of(first).trend is None


def test_two_rounds_stand_side_by_side(second: Assessment) -> None:
    trend, content = trend_of(second), content_of(second)
    assert [(each.on, each.title, each.is_current) for each in trend.rounds] == [
        ("2 March 2026", "Round 1", False),
        ("1 May 2026", "Round 2", True),
    ]
    assert [line.title for line in trend.lines] == ["Overall", *(part.figure.title for part in content.barriers)]
    assert [line.hue for line in trend.lines] == [0, 1, 2, 3, 4]
    whole = trend.lines[0]
    before, after = whole.points
    assert (before.score, before.at, after.score, after.at) == (
        "42.0",
        before.at_low,
        content.overall.score,
        content.overall.at,
    )
    assert (after.at_high, Fraction(after.score) < 42) == (content.overall.at_high, True)
    fell = Fraction(before.score) - Fraction(after.score)
    assert Fraction(whole.change.replace("−", "-")) == -fell
    assert trend.note == ""


def test_an_earlier_round_is_told_without_those_after_it(first: Assessment, second: Assessment) -> None:
    third = follow(second, 3).assessment
    assert [each.title for each in trend_of(third).rounds] == ["Round 1", "Round 2", "Round 3"]
    assert [each.title for each in trend_of(second).rounds] == ["Round 1", "Round 2"]
    assert content_of(first).trend is None
    assert trend_of(third).lines[0].change == "±0"


def test_of_many_rounds_the_last_eight_are_shown(second: Assessment) -> None:
    latest = second
    for number in range(3, 11):
        latest = follow(latest, number).assessment
    trend = trend_of(latest)
    assert [each.title for each in trend.rounds] == [f"Round {number}" for number in range(3, 11)]
    assert trend.note == "Shown are the last 8 rounds."


def test_rounds_of_another_enterprise_stay_there(bank_release: Release, second: Assessment) -> None:
    other = answer_sample(bank_release)
    theirs = submit_as(other, 3)
    assert content_of(theirs).trend is None


def test_a_withheld_score_has_no_place(first: Assessment) -> None:
    keys = [key for key in result(first).answers if key.startswith("EQ")]
    second = follow(first, 2, **dict.fromkeys(keys, UNKNOWN)).assessment
    withheld = [line for line in trend_of(second).lines if line.points[-1].at is None]
    assert [(line.points[-1].score, line.change) for line in withheld] == [("–", "")] * len(withheld)
    assert len(withheld) >= 1


def test_what_is_not_asked_alike_is_said(second: Assessment) -> None:
    material = gather_material(planned_case_of(second, result(second)), "en")
    one, other = material.rounds
    questions = dict(list(one.round.questions.items())[:-30])
    one.__dict__["round"] = replace(one.round, questions=questions)
    trend = build_content(replace(material, rounds=(one, other))).trend
    assert trend is not None and trend.note.startswith("Compared on the ")


def test_a_trend_reads_in_chinese_and_survives_storage(second: Assessment) -> None:
    content = content_of(second, "zh-hans")
    assert content.trend is not None
    assert (content.trend.rounds[0].on, content.trend.rounds[0].title) == ("2026年3月2日", "第 1 轮")
    assert ReportContent.model_validate_json(content.model_dump_json()) == content


def test_more_rounds_ask_the_database_no_more_often(
    first: Assessment, second: Assessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    third = follow(second, 3).assessment
    content_of(third)
    for key in (first.pk, second.pk, third.pk):
        assessment = Assessment.objects.get(pk=key)
        found = result(assessment)
        with django_assert_num_queries(11):
            planned_case_of(assessment, found)
