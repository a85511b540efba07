"""Small banks with levels and gates, and actions that lift them, for tests of the next level."""

from typing import Any

from assessment.scoring.answers import Answer
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.rules.advise import Adviser
from recommendations.rules.case import Case
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.result import NextLevel
from tests.rules.samples import Json, action, answered, both, playbook, rule, sample_bank, steps_of_five


def levels(*gates: Json | None) -> list[Json]:
    """This function will return levels at 0, 20, 40 … points, with these gates."""
    return [
        {"key": f"l{place}", "title": both(f"L{place}"), "lower": 20 * place} | ({"gate": gate} if gate else {})
        for place, gate in enumerate(gates)
    ]


def bank(*gates: Json | None, **changes: Any) -> Any:
    """This function will return a bank with the nodes n0 to n4, each a fifth of the whole and measured by one question."""
    children = [
        {
            "key": f"n{place}",
            "title": both(f"N{place}"),
            "weight": 1,
            "measures": [{"question": f"q{place}", "weight": 1}],
        }
        for place in range(5)
    ]
    return sample_bank(
        sections=[{"key": "s", "title": both("S"), "questions": [steps_of_five(f"q{place}") for place in range(5)]}],
        tree={"key": "all", "title": both("All"), "children": children},
        levels=levels(*gates),
        **changes,
    )


def lifting(key: str, *nodes: int, by: int = 1, up_to: int = 4, **changes: Any) -> Json:
    return action(key, raises=[{"node": f"n{node}", "levels": by, "up_to": up_to} for node in nodes], **changes)


def start(**changes: str | None) -> dict[str, Answer]:
    """This function will return answers that stand at 15 points: three of five questions at a quarter."""
    return answered(**({"q0": "a1", "q1": "a1", "q2": "a1", "q3": "a0", "q4": "a0"} | changes))


def case_of(document: Any, actions: list[Json], answers: dict[str, Answer] | None = None) -> tuple[Adviser, Case]:
    scorer = Scorer(document)
    given = start() if answers is None else answers
    efforts = [{"key": "low", "title": both("Low"), "days": 2}, {"key": "high", "title": both("High"), "days": 9}]
    adviser = Adviser(scorer, playbook(actions, [rule("r", actions[0]["key"])], efforts=efforts))
    return adviser, adviser.case(given, Scope.FULL, scorer.score(given))


def found_on(document: Any, actions: list[Json], answers: dict[str, Answer] | None = None, **limits: int) -> NextLevel:
    found = next_level(*case_of(document, actions, answers), **limits)
    assert found is not None
    return found


def sets_of(found: NextLevel) -> list[list[str]]:
    return [[work.action for work in way.works] for way in found.ways]
