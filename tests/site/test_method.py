"""The method page: weights, gates and the worked example are those of the released document."""

import re
from decimal import Decimal

import pytest
from django.test import Client

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Release
from assessment.config.method import own_ladders_of, steps_of, worked_example
from assessment.config.method_rules import rules_of
from assessment.config.method_tree import parts_of, whole_made
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from tests.report.banks import bank_of


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
    assert (lowest.lower, lowest.gate, lowest.exact, lowest.source) == ("0", "", "", "Where the scale begins.")


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


def test_shares_of_a_sum_follow_the_points_that_parts_can_add() -> None:
    parts = parts_of(bank_of("eurostat-dii"), "en")
    assert [(part.key, part.share, part.scale, part.is_counted) for part in parts] == [
        ("network", "17 %", "2", True),
        ("cloud", "17 %", "2", True),
        ("software", "33 %", "4", True),
        ("social", "17 %", "2", True),
        ("online_sales", "17 %", "2", True),
        ("basic_level", "0 %", "12", False),
    ]


def test_shares_of_indicators_are_those_of_the_whole_path() -> None:
    govern, protect = parts_of(bank_of("two_tracks"), "en")
    assert (govern.share, [each.share for each in govern.indicators]) == ("50 %", ["33 %", "67 %"])
    assert [(each.title, each.share, each.scale) for each in protect.indicators] == [
        ("Access", "20 %", "5"),
        ("Backup", "60 %", "5"),
        ("Training", "20 %", "5"),
    ]


def test_parts_that_are_not_added_up_have_no_share() -> None:
    assert {part.share for part in parts_of(bank_of("risk_table"), "en")} == {""}
    assert whole_made(bank_of("risk_table")) == "looked up by the levels of its parts"


def test_what_a_part_passes_on_is_said() -> None:
    document = bank_of("two_tracks").model_dump()
    document["tree"]["children"][0] |= {"passes": "target", "target": "3"}
    part = parts_of(BankDocument.model_validate(document), "en")[0]
    assert (part.made, part.target) == ("weighted mean of its parts; it passes on no more than its target", "3")


def test_ladders_of_single_parts_name_their_nodes_and_bounds() -> None:
    ladder = own_ladders_of(bank_of("vda_isa"), "en")[0]
    assert ladder.nodes == ("Policies", "Organisation", "Assets", "Staff", "Remote work", "Access")
    assert [(step.title, step.span) for step in ladder.steps][-2:] == [
        ("Predictable", "4 to below 5"),
        ("Optimising", "5"),
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "What does not apply leaves the score; the rest shares its weight."),
        ({"not_applicable": "zero"}, "What does not apply counts as nothing reached."),
        ({"not_applicable": "full"}, "What does not apply counts as fully reached."),
        ({"not_applicable": "target"}, "What does not apply counts as its target."),
        ({"minimum_coverage": "0.5"}, "A score is shown once 50 % of what applies is answered."),
        (
            {"display": {"decimals": 2, "rounding": "truncate"}},
            "Points are cut off after 2 decimals; levels are told by the exact score.",
        ),
        (
            {"display": {"decimals": 1}},
            "Points are rounded to 1 decimal; levels are told by the exact score.",
        ),
        ({}, "Second reading “Implementation”: the same parts from some of the questions."),
        (
            {"readings": [{"key": "sure", "title": {"en": "Confidence"}, "counts": False}]},
            "Second reading “Confidence”: its questions count in no other score.",
        ),
    ],
)
def test_rules_are_said_in_words(changes: dict[str, object], said: str) -> None:
    document = BankDocument.model_validate(bank_of("two_tracks").model_dump() | changes)
    assert said in rules_of(document, "en")


def test_example_stands_on_the_scales_of_the_bank() -> None:
    worked = worked_example(Scorer(bank_of("two_tracks")), "en")
    assert worked is not None
    assert (worked.score, worked.full, worked.overall, worked.level) == ("3.17", "5.00", "2.98", "Fair")


def test_example_without_parts_is_the_whole_itself() -> None:
    worked = worked_example(Scorer(bank_of("sanol")), "en")
    assert worked is not None
    assert (worked.barriers, worked.score == worked.overall, len(worked.earned)) == ((), True, 6)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["two_tracks", "vda_isa", "iso33020_ordinal", "risk_table", "sanol", "eurostat-dii"])
def test_page_of_any_released_bank(name: str, client: Client) -> None:
    release = release_bank(bank=load_bank(document=bank_of(name)))
    page = client.get(f"/method/{bank_of(name).slug}/", headers={"accept-language": "en"}).content.decode()
    assert (release.content_hash in page, "barrier" in page, "The rules in words" in page) == (True, False, True)


@pytest.mark.django_db
def test_bank_without_a_release_has_no_method(client: Client) -> None:
    assert client.get("/method/no-such-bank/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("process-capability", {("Topic", "Questions")}),
        ("two_tracks", {("Topic", "Questions", "Share of this area", "Full marks")}),
    ],
)
def test_shares_have_a_column_only_where_there_are_any(
    client: Client, name: str, columns: set[tuple[str, ...]]
) -> None:
    release_bank(bank=load_bank(document=bank_of(name)))
    page = client.get(f"/method/{bank_of(name).slug}/", headers={"accept-language": "en"}).content.decode()
    heads = re.findall(r'<thead><tr><th scope="col">Topic.*?</thead>', page, re.DOTALL)
    assert {tuple(re.findall(r"<th scope[^>]*>([^<]*)<", head)) for head in heads} == columns


@pytest.mark.django_db
def test_levels_without_descriptions_leave_no_empty_line(client: Client) -> None:
    document = bank_of("eurostat-dii").model_dump()
    for level in document["levels"]:
        level["description"] = {}
    release_bank(bank=load_bank(document=BankDocument.model_validate(document)))
    page = client.get("/method/eurostat-dii/", headers={"accept-language": "en"}).content.decode()
    assert ("Very high" in page, re.findall(r"<p>\s*</p>", page)) == (True, [])
