"""Links inside a bank: crosswalks, reference lines, the size rule, sections."""

from typing import Any

import pytest

from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from tests.scoring.banks import (
    Fields,
    asked_only,
    node,
    options,
    question,
    single,
    text,
)
from tests.scoring.checking import errors, sound, warnings


def test_crosswalk_to_a_listed_item_is_sound() -> None:
    listed = {"frameworks": [{"key": "F", "title": text("F"), "items": [{"key": "I", "title": text("I")}]}]}
    assert check_bank(sound(single("A", crosswalk=[{"ref": "F:I", "alignment": "close"}]), **listed)) == []


def sections(*made: Fields) -> BankDocument:
    data = sound().model_dump(mode="json", by_alias=True)
    return BankDocument.model_validate({**data, "sections": list(made)})


def section(key: str, *asked: Fields, **fields: Any) -> Fields:
    return {"key": key, "title": text(key), "questions": list(asked), **fields}


def test_profile_stands_first_and_alone() -> None:
    late = sections(section("main", single("A")), section("about", asked_only("p"), profile=True))
    assert errors(late) == [("sections.about", "the profile is not the first section")]


def test_keys_are_unique_across_sections() -> None:
    twice = sections(section("main", single("A")), section("more", single("A")), section("more", single("B")))
    assert errors(twice) == [
        ("sections.more", "the section key more is used 2 times"),
        ("sections.more.questions.A", "the question key A is used already in section main"),
    ]


def test_section_points_to_a_node() -> None:
    assert errors(sections(section("main", single("A"), node="z"))) == [("sections.main.node", "there is no node z")]
    assert errors(sections(section("main", single("A"), node="all"))) == []


LINE = {
    "key": "nc",
    "title": text("Rate"),
    "value": 55.3,
    "unit": "%",
    "period": "2021",
    "kind": "mean",
    "scope": text("Industry"),
    "source": text("Briefing"),
}


def test_reference_line_needs_scope_and_source_and_a_question() -> None:
    shown = single("A", reference_lines=["nc"])
    assert check_bank(sound(shown, reference_lines=[LINE])) == []
    assert errors(sound(shown, reference_lines=[{**LINE, "scope": {}, "source": {}}]))[:2] == [
        ("reference_lines.nc.source", "the figure has no source"),
        ("reference_lines.nc.scope", "the figure has no scope"),
    ]
    assert warnings(sound(reference_lines=[LINE])) == [("reference_lines.nc", "no question shows this reference line")]


def sized(**fields: Any) -> list[tuple[str, str]]:
    rule = {"sectors": [], "classes": [{"size": "small", "employees": 10}]}
    size = {
        "employees": "people",
        "revenue": "turnover",
        "sector": "sector",
        "labels": {"micro": text("Micro"), "small": text("Small")},
        "smallest": "micro",
        "rules": [rule],
        "source": text("Published"),
        **fields,
    }
    sector = question("sector", "single", options=options({"industry": None, "trade": None}))
    profile = (sector, question("people", "number"), question("turnover", "number"))
    return errors(sound(profile=profile, size=size, tree=node("all", measures={"A": 1})))


def rule_for(*sectors: str, size: str = "small") -> Fields:
    return {"sectors": list(sectors), "classes": [{"size": size, "employees": 10}]}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"employees": "sector"}, [("size.employees", "sector is not a number question of the profile")]),
        ({"revenue": "A"}, [("size.revenue", "A is not a number question of the profile")]),
        ({"sector": "branch"}, [("size.sector", "branch is not a single question of the profile")]),
        ({"rules": [rule_for("farm"), rule_for()]}, [("size.rules.0", "the sector question has no option farm")]),
        ({"rules": [rule_for("trade"), rule_for("trade"), rule_for()]}, [("size.rules.1", "an earlier rule covers the sector trade")]),
        ({"rules": [rule_for("trade")]}, [("size.rules", "0 rules have no sectors")]),
        ({"rules": [rule_for(), rule_for()]}, [("size.rules", "2 rules have no sectors")]),
        ({"rules": [rule_for(size="huge")]}, [("size.rules.0", "the size class huge has no label")]),
        ({"smallest": "tiny"}, [("size.smallest", "the size class tiny has no label")]),
    ],
)  # fmt: skip
def test_size_rule(fields: Fields, found: list[tuple[str, str]]) -> None:
    assert sized(**fields) == found


def test_size_rule_without_a_sector_question_is_refused_once() -> None:
    assert sized(sector="branch", rules=[rule_for("trade"), rule_for()]) == [
        ("size.sector", "branch is not a single question of the profile")
    ]


def test_size_class_is_no_key_for_a_question_of_the_profile() -> None:
    size = {"employees": "e", "revenue": "r", "sector": "s", "labels": {"micro": text("M")}, "smallest": "micro"}
    rules = {"rules": [rule_for(size="micro")], "source": text("S")}
    document = sound(profile=(asked_only("size_class"),), size={**size, **rules}, tree=node("all", measures={"A": 1}))
    assert errors(document)[0] == (
        "sections.profile.questions.size_class",
        "the key size_class is taken by the derived size class",
    )
