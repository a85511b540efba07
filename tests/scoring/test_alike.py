"""Which questions of two releases count as the same."""

import pytest

from assessment.scoring.alike import same_question, same_unit
from assessment.scoring.document import Question
from tests.scoring.banks import Fields, fact, multi, percent, single, table, text

SINGLE = single("a", {"no": 0, "yes": 1})
NUMBER = percent("b", linear={"zero_at": 0, "full_at": 100})
TABLE = table("c", ("r0", "r1"), {"no": 0, "yes": 1})
STEPS = multi("d", {"one": 1, "two": 2}, steps=[{"points": 0, "credit": 0}, {"points": 2, "credit": 1}])


def made(fields: Fields) -> Question:
    return Question.model_validate(fields)


@pytest.mark.parametrize("fields", [SINGLE, NUMBER, TABLE, STEPS])
@pytest.mark.parametrize(
    "change",
    [
        {"text": text("Said better")},
        {"help": text("More help")},
        {"core": True},
        {"required": True},
        {"allow_not_applicable": True},
        {"visible_if": fact("profile.p0", "is", "yes")},
    ],
    ids=lambda change: next(iter(change)),
)
def test_words_and_conditions_may_change(fields: Fields, change: Fields) -> None:
    assert same_question(made(fields), made(fields | change))


def test_the_order_of_options_may_change() -> None:
    assert same_question(made(SINGLE), made(SINGLE | {"options": SINGLE["options"][::-1]}))


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        (SINGLE, {"kind": "likert"}),
        (SINGLE, {"options": single("a", {"no": 0, "yes": 1, "some": "0.5"})["options"]}),
        (SINGLE, {"options": single("a", {"no": 0.5, "yes": 1})["options"]}),
        (NUMBER, {"linear": {"zero_at": 0, "full_at": 50}}),
        (NUMBER, {"linear": None, "bands": [{"upto": 100, "credit": 1}]}),
        (NUMBER, {"maximum": 200}),
        (TABLE, {"rows": TABLE["rows"][:1]}),
        (TABLE, {"rows": [TABLE["rows"][0] | {"weight": 2}, TABLE["rows"][1]]}),
        (STEPS, {"steps": []}),
        (STEPS, {"options": [STEPS["options"][0] | {"exclusive": True}, STEPS["options"][1]]}),
    ],
)
def test_another_choice_or_worth_is_another_question(fields: Fields, change: Fields) -> None:
    assert not same_question(made(fields), made(fields | change))


def test_another_unit_is_another_question_where_a_language_tells() -> None:
    thousands, millions = made(NUMBER | {"unit": text("k")}), made(NUMBER | {"unit": text("m")})
    assert not same_unit(thousands, millions)
    assert not same_question(thousands, millions)
    assert same_unit(thousands, made(NUMBER | {"unit": {"de": "Tsd."}}))
