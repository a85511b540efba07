"""What the change log says about texts: when each language was last written or confirmed, and what it said before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.differences import Difference, Kind, Place
from assessment.bank.editing.history import differences_of
from assessment.bank.models import Change
from recommendations.studio.languages.registry import part_at


@dataclass(frozen=True, slots=True)
class Written:
    """One language of a text was changed: what it said before and after, "" for nothing."""

    revision: int
    before: str
    after: str


@dataclass(slots=True)
class _Step:
    revision: int
    before: Any
    after: Any


class Past:
    """The changes of one copy, ready to be asked about single texts. Questions are followed from section to section."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._steps: dict[Place, list[_Step]] = defaultdict(list)
        self._confirmed: dict[Place, int] = {}
        for change in changes:
            for difference in differences_of(change):
                if difference.kind is not Kind.ORDER:
                    self._remember(change.revision, difference)
            for place in change.confirmed:
                here = followed(tuple(place.split(".")))
                self._confirmed[here] = max(change.revision, self._confirmed.get(here, 0))

    def _remember(self, revision: int, difference: Difference) -> None:
        self._put(followed(difference.place), revision, difference)
        if difference.kind is not Kind.CHANGED and len(difference.place) == 2 and difference.place[0] == "sections":
            questions = (difference.before or difference.after or {}).get("questions", [])
            for question in questions:
                before, after = (question if side else None for side in (difference.before, difference.after))
                self._put(("questions", question["key"]), revision, Difference((), Kind.CHANGED, before, after))

    def _put(self, place: Place, revision: int, difference: Difference) -> None:
        steps = self._steps[place]
        if (
            steps
            and steps[-1].revision == revision
            and difference.kind is not Kind.CHANGED
            or _is_move(steps, revision)
        ):
            last = steps[-1]
            last.before = last.before if last.before is not None else difference.before
            last.after = last.after if last.after is not None else difference.after
        else:
            steps.append(_Step(revision, difference.before, difference.after))

    def written(self, place: Place, locale: str) -> list[Written]:
        """This function will return how one language of a text came to be what it is, oldest first."""
        whole = (*followed(place), locale)
        found = sorted(self._written(whole), key=lambda written: written.revision)
        return [each for each in found if each.before != each.after]

    def _written(self, whole: Place) -> Iterator[Written]:
        for length in range(1, len(whole) + 1):
            for step in self._steps.get(whole[:length], ()):
                before, after = (part_at(side, whole[length:]) for side in (step.before, step.after))
                yield Written(step.revision, _text(before), _text(after))

    def confirmed(self, place: Place, locale: str) -> int:
        """This function will return the revision at which a translation was last confirmed, 0 for never."""
        return self._confirmed.get((*followed(place), locale), 0)


def followed(place: Place) -> Place:
    """This function will return an address that stays the same when a question is moved to another section."""
    is_question = len(place) >= 4 and place[0] == "sections" and place[2] == "questions"
    return place[2:] if is_question else place


def _is_move(steps: list[_Step], revision: int) -> bool:
    """Whether a part was taken out and put in again at one go."""
    if not steps or steps[-1].revision != revision:
        return False
    return (steps[-1].before is None) != (steps[-1].after is None)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
