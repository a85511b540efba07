"""The method page: weights, gates and the worked example are those of the released document."""

from decimal import Decimal

import pytest
from django.test import Client

from assessment.bank.models import Release
from assessment.config.method import steps_of, worked_example
from assessment.config.method_tree import parts_of
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer


def test_barriers_share_the_score_equally_and_count_their_questions(four_barriers: BankDocument) -> None:
    parts = [(part.key, part.share, part.questions) for part in parts_of(four_barriers, "en")]
    assert parts == [
        ("equipment", "25 %", 12),
        ("rd_production", "25 %", 12),
        ("cost", "25 %", 10),
        ("talent", "25 %", 10),
    ]


def test_indicator_weighs_what_its_questions_weigh(four_barriers: BankDocument) -> None:
    equipment = parts_of(four_barriers, "en")[0]
    # EQ05 (3) and EQ06 (2) of 24: 20.8 %
    assert [(each.share, each.questions) for each in equipment.indicators][4] == ("21 %", 2)


def test_levels_say_their_bound_and_condition_in_both_languages(four_barriers: BankDocument) -> None:
    english = steps_of(four_barriers, "en")[2]
    chinese = steps_of(four_barriers, "zh-hans")[2]
    assert (english.number, english.title, english.lower, english.gate) == (
        2,
        "Standardised",
        "40",
        "No barrier stays below 25 points.",
    )
    assert (chinese.title, chinese.gate) == ("规范级", "没有哪道关低于25分。")


def test_lowest_level_has_no_condition(four_barriers: BankDocument) -> None:
    lowest = steps_of(four_barriers, "en")[0]
    assert (lowest.lower, lowest.gate, lowest.exact) == ("0", "", "")


def test_example_is_the_first_with_an_ordinary_result(four_barriers: BankDocument) -> None:
    worked = worked_example(Scorer(four_barriers), "en")
    assert worked is not None
    # calculated by hand in the bank: 8/24, 6/23, 7.5/18, 6.75/20
    assert [score for _title, score in worked.barriers] == ["33.3", "26.1", "41.7", "33.8"]
    assert (worked.overall, worked.level, worked.score) == ("33.7", "Initial", "41.7")


def test_points_of_the_example_add_up_to_its_barrier(four_barriers: BankDocument) -> None:
    worked = worked_example(Scorer(four_barriers), "en")
    assert worked is not None
    gained = sum(Decimal(row.gained) for row in worked.earned)
    best = sum(Decimal(row.best) for row in worked.earned)
    # ten figures of one decimal: each is at most 0.05 off
    assert abs(gained - Decimal(worked.score)) <= Decimal("0.5")
    assert abs(best - 100) <= Decimal("0.5")


def test_bank_without_examples_has_none_to_show(four_barriers: BankDocument) -> None:
    assert worked_example(Scorer(four_barriers.model_copy(update={"examples": []})), "en") is None


def test_page_names_the_release(client: Client, released: Release) -> None:
    page = client.get("/method/", headers={"accept-language": "en"}).content.decode()
    assert "release 1.0 of" in page
    assert released.content_hash in page
    assert "Indicative, not an official rating." in page


@pytest.mark.django_db
def test_page_without_a_release_says_so(client: Client) -> None:
    page = client.get("/method/", headers={"accept-language": "en"}).content.decode()
    assert "No question bank has been released" in page
