"""What the change log says about texts: when each language was last written or confirmed, and what it said before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.differences import Difference, Kind, Place
from assessment.bank.editing.history import differences_of
from assessment.bank.models import Change, ChangeKind
from recommendations.studio.languages.registry import part_at

Words = tuple[str, str]
REPLAYED = frozenset({ChangeKind.UNDONE, ChangeKind.REDONE, ChangeKind.RESTORED})


@dataclass(frozen=True, slots=True)
class Written:
    """One language of a text was changed: what it said before and after, "" for nothing."""

    revision: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A source text and the translation that was written for it, or found to be right for it."""

    source: str
    target: str
    is_confirmed: bool = False


@dataclass(slots=True)
class _Step:
    revision: int
    before: Any
    after: Any


class Past:
    """The changes of one copy, ready to be asked about single texts. Questions are followed from section to section."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._steps: dict[Place, list[_Step]] = defaultdict(list)
        self._confirmed: dict[Place, list[int]] = defaultdict(list)
        self._replayed: set[int] = set()
        for change in changes:
            if change.kind in REPLAYED:
                self._replayed.add(change.revision)
            for difference in differences_of(change):
                if difference.kind is not Kind.ORDER:
                    self._remember(change.revision, difference)
            for place in change.confirmed:
                self._confirmed[followed(tuple(place.split(".")))].append(change.revision)

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

    def settled(self, place: Place, source: Words, target: Words) -> list[Settled]:
        """This function will return each source text with the translation made for it, newest first.

        `source` and `target` are the languages with what they say now. Bringing back an earlier translation is no
        writing: it was made for the source of its time.
        """
        of_source, of_target = (
            {each.revision: each for each in self.written(place, words[0])} for words in (source, target)
        )
        confirmed = set(self._confirmed.get((*followed(place), target[0]), ()))
        (_source, said), (_target, translated) = source, target
        found = []
        for revision in sorted({*of_source, *of_target, *confirmed}, reverse=True):
            if revision in confirmed or (revision in of_target and revision not in self._replayed):
                found.append(Settled(said, translated, revision in confirmed))
            said = of_source[revision].before if revision in of_source else said
            translated = of_target[revision].before if revision in of_target else translated
        return [*found, Settled(said, translated)]


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
