"""What stands in the way of the next level: demands that fail, questions that stay low, gates that nothing moves."""

from fractions import Fraction

from assessment.scoring.answers import NOT_APPLICABLE
from assessment.scoring.conditions import Test
from assessment.scoring.document import Section
from recommendations.rules.next_level.result import NextLevel, Obstacle, OpenQuestion, Outlook, Why
from tests.rules.next_levels import bank, found_on, lifting, sets_of, start
from tests.rules.samples import answered, both


def open_questions(found: NextLevel) -> dict[str, OpenQuestion]:
    return {each.question: each for obstacle in found.obstacles for each in obstacle.questions}


def test_impossible_names_the_demand_that_fails_with_what_is_reached_and_needed() -> None:
    actions = [
        lifting("A", 0, up_to=2),
        lifting("B", 2, suits={"fact": "answer.q0", "op": "is", "value": "a4"}),
    ]
    found = found_on(bank(None, None, None), actions, start(q1="a4", q3=None) | {"q4": NOT_APPLICABLE})
    # q0 at a quarter, q1 full, q2 at a quarter, q3 unknown, q4 left out: 37.5; with A it is 43.75, that is level l2
    assert (found.level, sets_of(found)) == ("l1", [["A"]])
    found = found_on(
        bank(None, None, None, None, minimum_coverage=0.5),
        actions,
        start(q0="a2", q1="a4", q3=None) | {"q4": NOT_APPLICABLE},
    )
    assert (found.outlook, found.level, found.next, found.is_proven) == (Outlook.IMPOSSIBLE, "l2", "l3", True)
    assert found.obstacles == (
        Obstacle(
            level="l3",
            fact="node.all",
            reached=Fraction(175, 4),
            needed=Fraction(60),
            applies=True,
            questions=(
                OpenQuestion("q0", Why.NOTHING_RAISES, Fraction(1, 2)),
                OpenQuestion("q2", Why.UNSUITED, Fraction(1, 4), ("B",)),
                OpenQuestion("q3", Why.NOTHING_RAISES, Fraction(0)),
            ),
        ),
    )


def test_question_that_is_raised_but_not_far_enough_says_how_far() -> None:
    found = found_on(bank(None, None), [lifting("A", 0, by=4, up_to=3)], start(q1="a0", q2="a0"))
    assert open_questions(found)["q0"] == OpenQuestion("q0", Why.RAISED_UP_TO, Fraction(3, 4))


def test_question_that_only_an_excluded_action_would_raise_says_so() -> None:
    gate = {"all": [{"fact": f"node.n{number}", "op": "gte", "value": 50} for number in (0, 1)]}
    actions = [lifting("A", 0, excludes=["B"]), lifting("B", 1), lifting("C", 0, requires=["A", "B"])]
    found = found_on(bank(None, gate), actions)
    assert found.outlook is Outlook.IMPOSSIBLE
    (obstacle,) = found.obstacles
    assert (obstacle.fact, obstacle.reached, obstacle.needed) == ("node.n1", 25, 50)
    assert obstacle.questions == (OpenQuestion("q1", Why.EXCLUDED, Fraction(1, 4), ("B",)),)


def test_question_that_counts_although_it_does_not_apply_is_told_apart() -> None:
    document = bank(None, None, not_applicable="zero")
    found = found_on(document, [lifting("A", 0)], start(q0="a0", q1="a0", q2="a0", q3="a0") | {"q4": NOT_APPLICABLE})
    assert open_questions(found)["q4"] == OpenQuestion("q4", Why.NOT_APPLICABLE, Fraction(0))


def test_gate_on_what_is_not_asked_or_does_not_apply_is_an_obstacle() -> None:
    gate = {"all": [{"fact": "answer.q4", "op": "is", "value": "a4"}, {"fact": "node.n3", "op": "gte", "value": 10}]}
    document = bank(None, gate)
    questions = list(document.sections[0].questions)
    shown_if = Test.model_validate({"fact": "answer.q0", "op": "is", "value": "a4"})
    questions[4] = questions[4].model_copy(update={"visible_if": shown_if})
    section = document.sections[0].model_copy(update={"questions": questions})
    found = found_on(
        document.model_copy(update={"sections": [section]}), [lifting("A", 1)], start() | {"q3": NOT_APPLICABLE}
    )
    first, second = found.obstacles
    assert (first.fact, first.reached, first.needed, first.applies) == ("answer.q4", None, None, True)
    assert first.questions == (OpenQuestion("q4", Why.NOT_ASKED, Fraction(0)),)
    assert (second.fact, second.reached, second.needed, second.applies) == ("node.n3", None, 10, False)
    assert second.questions == ()


def test_gate_on_a_question_that_is_not_scored_is_an_obstacle() -> None:
    gate = {"fact": "profile.sector", "op": "is", "value": "x"}
    document = bank(None, gate)
    sector = {"key": "sector", "kind": "single", "text": both("Sector?"), "short": both("Sector"),
              "options": [{"key": "x", "label": both("X")}, {"key": "y", "label": both("Y")}]}  # fmt: skip
    profile = Section.model_validate({"key": "p", "title": both("P"), "profile": True, "questions": [sector]})
    document = document.model_copy(update={"sections": [profile, *document.sections]})
    found = found_on(document, [lifting("A", 0)], start() | answered(sector="y"))
    assert found.outlook is Outlook.IMPOSSIBLE
    assert open_questions(found) == {"sector": OpenQuestion("sector", Why.NOTHING_RAISES, Fraction(0))}
