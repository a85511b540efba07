"""Which actions are said to have moved."""

from types import SimpleNamespace
from typing import Any

import pytest

from assessment.scoring.score import Scorer
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.advice_moves import advice_moves
from recommendations.rules.advice import Reason, Recommendation
from tests.rules.samples import LOW, action, both, sample_bank

SPEAKER = Speaker(sample_bank(), "en")
CARD = Scorer(SPEAKER.document).score(LOW)


def advised(order: str) -> dict[str, Any]:
    reason = Reason("rule", 1, both("It is time."), ())
    return {
        key: Recommendation(key, rank, 1, "first", CARD.overall.score or 0, {}, (), (reason,), ())  # type: ignore[arg-type]
        for rank, key in enumerate(order, start=1)
    }


@pytest.mark.parametrize(
    ("before", "after", "moved", "appeared", "vanished"),
    [
        ("ABCD", "ABCD", "", "", ""),
        ("ABCD", "BCD", "", "", "A"),
        ("ABCD", "XABCD", "", "X", ""),
        ("ABCD", "BCDA", "A", "", ""),
        ("ABCD", "DABC", "D", "", ""),
        ("ABCD", "BADC", "AC", "", ""),
        ("ABCD", "DXB", "B", "X", "AC"),
        ("", "", "", "", ""),
    ],
)
def test_as_few_as_possible_have_moved(before: str, after: str, moved: str, appeared: str, vanished: str) -> None:
    outcome = SimpleNamespace(before=CARD, after=CARD, advised_before=advised(before), advised_after=advised(after))
    actions = {key: SimpleNamespace(title=action(key)["title"]) for key in "ABCDX"}
    moves = advice_moves(outcome, actions, SPEAKER)  # type: ignore[arg-type]
    found = ["".join(row.title[-1] for row in rows) for rows in (moves.moved, moves.appeared, moves.vanished)]
    assert found == [moved, appeared, vanished]
    assert moves.has_moved == bool(moved or appeared or vanished)
