"""What became of the answers that were carried over from the round before."""

from collections.abc import Collection
from dataclasses import dataclass

from assessment.responses.queries import History


@dataclass(frozen=True, slots=True)
class Review:
    """Counts of the questions asked: confirmed, changed, still as carried over, and answered for the first time."""

    confirmed: int
    changed: int
    carried: int
    added: int


class NotConfirmed(Exception):
    """`count` answers of the round before are neither confirmed nor changed, and nobody said that they still stand."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(str(count))


def finished_review(history: History, visible: Collection[str], others_stand: bool) -> Review | None:
    """This function will return the review of what is submitted, or raise NotConfirmed.

    `others_stand` says that answers which nobody confirmed are as they were.
    """
    review = review_of(history, visible)
    if review and review.carried and not others_stand:
        raise NotConfirmed(review.carried)
    return review


def review_of(history: History, visible: Collection[str]) -> Review | None:
    """This function will count what stands in `history` of the visible questions; None where nothing was carried over."""
    if not any(versions[min(versions)].is_carried for versions in history.values()):
        return None
    standings = [_standing(history, key) for key in visible if key in history]
    return Review(*(standings.count(name) for name in Review.__slots__))


def _standing(history: History, key: str) -> str:
    versions = history[key]
    first, last = versions[min(versions)], versions[max(versions)]
    if not first.is_carried:
        return "added" if last.answer is not None else "open"
    if last.is_carried:
        return "carried"
    return "confirmed" if last.answer == first.answer else "changed"
