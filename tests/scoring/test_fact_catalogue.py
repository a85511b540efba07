"""Which facts a bank has, and what each is like."""

from decimal import Decimal

import pytest

from assessment.scoring.fact_catalogue import OPERATORS, Fact, FactType, Family, facts_of
from assessment.scoring.score import Scorer
from tests.scoring.banks import (
    FIVE_LEVELS,
    asked_only,
    bank,
    multi,
    node,
    percent,
    question,
    single,
    table,
    text,
    yes_no,
)
from tests.scoring.test_size import sized

BANK = bank(
    single("A", short={"en": "Short A"}),
    multi("B", {"x": 1}, maximum=3),
    percent("C"),
    table("D", ("r",), {"no": 0, "yes": 1}),
    yes_no("E"),
    question("T", "text"),
    profile=(asked_only("p"),),
    tree=node("all", node("left", measures={"A": 1}), node("right", measures={"B": 1})),
    levels=FIVE_LEVELS,
)


def test_every_fact_is_named_in_order() -> None:
    assert list(facts_of(bank(single("A"), profile=(asked_only("p"),), tree=node("all", measures={"A": 1})))) == [
        "profile.p",
        "answer.A",
        "unknown.p",
        "unknown.A",
        "node.all",
        "coverage.all",
        "rank.all",
        "contribution.A",
    ]


def test_some_facts_are_those_of_all() -> None:
    every = facts_of(BANK)
    names = {"profile.p", "level", "rank.left", "nonsense"}
    assert facts_of(BANK, only=names) == {name: every[name] for name in ("profile.p", "level", "rank.left")}


def test_every_fact_can_be_read() -> None:
    for document in (BANK, sized()):
        facts = Scorer(document).facts({})
        for name in facts_of(document):
            assert facts.get(name) in (None, "yes", "no")


@pytest.mark.parametrize(
    ("name", "type_", "title", "options", "minimum", "maximum"),
    [
        ("answer.A", "choice", "Short A", ["none", "low", "half", "high", "full"], None, None),
        ("answer.B", "choices", "Question B", ["x"], None, None),
        ("answer.C", "number", "Question C", [], 0, 100),
        ("answer.D", "choices", "Question D", ["r:no", "r:yes"], None, None),
        ("answer.E", "yes_no", "Question E", ["yes", "no"], None, None),
        ("answer.T", "text", "Question T", [], None, None),
        ("profile.p", "yes_no", "Question p", ["yes", "no"], None, None),
        ("unknown.A", "yes_no", "Short A", ["yes", "no"], None, None),
        ("node.left", "number", "Left", [], 0, 100),
        ("level", "level", "the overall level", ["0", "1", "2", "3", "4"], 0, 4),
        ("level.left", "level", "the level of Left", ["0", "1", "2", "3", "4"], 0, 4),
        ("coverage.left", "number", "the answered share of Left", [], 0, 1),
        ("rank.left", "number", "the place of Left, counted from the weakest,", [], 1, 2),
        ("rank.all", "number", "the place of All, counted from the weakest,", [], 1, 1),
        ("contribution.A", "number", "what Short A can still win", [], 0, 100),
    ],
)
def test_fact(name: str, type_: str, title: str, options: list[str], minimum: int | None, maximum: int | None) -> None:
    known = facts_of(BANK)[name]
    assert (known.type, known.title["en"], list(known.options)) == (FactType(type_), title, options)
    assert (known.minimum, known.maximum) == (minimum, maximum)


def test_row_options_name_row_and_option() -> None:
    assert facts_of(BANK)["answer.D"].options["r:yes"] == {"en": "R: YES"}


def test_size_class_is_known_once_its_sources_are_asked() -> None:
    assert facts_of(sized())["profile.size_class"] == Fact(
        name="profile.size_class",
        family=Family.PROFILE,
        type=FactType.CHOICE,
        title={"en": "Size class", "zh-hans": "企业规模"},
        options={size: text(size) for size in ("micro", "small", "medium", "large")},
        position=2,
    )


def test_numbers_keep_unit_and_decimals() -> None:
    known = facts_of(BANK)["answer.C"]
    assert (known.unit, known.decimals, known.minimum) == (text("%"), 2, Decimal(0))


def test_every_type_has_operators_and_known_is_one_of_them() -> None:
    assert set(OPERATORS) == set(FactType)
    assert all("known" in [operator.value for operator in operators] for operators in OPERATORS.values())
