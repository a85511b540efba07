"""What the changes of a workspace make of the engine's list. Pure: values go in, values come out.

Nothing of the engine's is ever lost: what is left out keeps its place, and so does what was added and taken out again.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from recommendations.plan.models import OverlayKind

Content = Mapping[str, Any]
State = tuple["Overlaid", ...]
LAST = ""  # before nothing: at the end


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `key` names what is changed; `data` says how, see `OverlayChange`; `by` is its author's name."""

    kind: OverlayKind
    key: str
    data: Content = field(default_factory=dict)
    number: int = 0
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Overlaid:
    """One recommendation as the consultant shows it. `rank` is the engine's place, None for what was added.

    `position` is the place among what is shown, None for what is not. `words` are own texts by language, in place of
    the engine's; of something added, all there is to say. `offerings` are "provider/offering". `because` says why it is
    left out; the names are those of the authors.
    """

    key: str
    rank: int | None
    position: int | None = None
    is_hidden: bool = False
    is_removed: bool = False
    because: str = ""
    hidden_by: str = ""
    words: Content = field(default_factory=dict)
    worded_by: str = ""
    added_by: str = ""
    offerings: tuple[str, ...] = ()
    chosen_by: str = ""

    @property
    def is_own(self) -> bool:
        return self.rank is None

    @property
    def is_shown(self) -> bool:
        return not self.is_hidden and not self.is_removed


def begin(engine: Sequence[str]) -> State:
    """This function will return the list before any change: the engine's actions in the engine's order."""
    return _numbered(Overlaid(key, rank) for rank, key in enumerate(engine, start=1))


def fold(state: State, changes: Iterable[Change]) -> State:
    """This function will return what the changes make of `state`, one after the other.

    A change that does not apply, such as one about an action that is not there, changes nothing.
    """
    for change in changes:
        state = apply(state, change)
    return state


def apply(state: State, change: Change) -> State:
    """This function will return `state` after one change."""
    return _numbered(APPLIED[change.kind](state, change)) if is_applicable(state, change) else state


def is_applicable(state: State, change: Change) -> bool:
    """This function will say whether a change means anything to `state`."""
    item = item_of(state, change.key)
    if item is None:
        return change.kind == OverlayKind.ADD and bool(change.data.get("title"))
    if item.is_removed or change.kind == OverlayKind.ADD:
        return item.is_removed and change.kind == OverlayKind.ADD
    match change.kind:
        case OverlayKind.HIDE:
            return not item.is_hidden
        case OverlayKind.SHOW:
            return item.is_hidden
        case OverlayKind.MOVE:
            before = change.data.get("before")
            return before == LAST or (before != change.key and item_of(state, str(before)) is not None)
        case OverlayKind.REMOVE:
            return item.is_own
        case OverlayKind.REWORD:
            return not item.is_own or bool(change.data.get("title"))
    return True


def item_of(state: State, key: str) -> Overlaid | None:
    """This function will return the item with this key, shown or not, or None."""
    return next((item for item in state if item.key == key), None)


def reverse_of(state: State, change: Change) -> Change:
    """This function will return what undoes a change that was made to `state`: its author and reason are still open."""
    item = item_of(state, change.key)
    if item is None:
        return Change(OverlayKind.REMOVE, change.key)
    match change.kind:
        case OverlayKind.HIDE:
            return Change(OverlayKind.SHOW, item.key)
        case OverlayKind.SHOW:
            return Change(OverlayKind.HIDE, item.key, {"because": item.because, "by": item.hidden_by})
        case OverlayKind.MOVE:
            return Change(OverlayKind.MOVE, item.key, {"before": _next_key(state, item.key)})
        case OverlayKind.REWORD:
            return Change(OverlayKind.REWORD, item.key, {**item.words, "by": item.worded_by})
        case OverlayKind.SERVICES:
            return Change(OverlayKind.SERVICES, item.key, {"offerings": [*item.offerings], "by": item.chosen_by})
        case OverlayKind.REMOVE:
            return Change(OverlayKind.ADD, item.key)
    return Change(OverlayKind.REMOVE, item.key)


def _next_key(state: State, key: str) -> str:
    keys = [item.key for item in state]
    following = keys[keys.index(key) + 1 :]
    return following[0] if following else LAST


def _numbered(items: Iterable[Overlaid]) -> State:
    numbered, position = [], 0
    for item in items:
        position += item.is_shown
        numbered.append(replace(item, position=position if item.is_shown else None))
    return tuple(numbered)


def _moved(state: State, change: Change) -> Iterable[Overlaid]:
    moved = next(item for item in state if item.key == change.key)
    others = [item for item in state if item.key != change.key]
    before = change.data["before"]
    at = len(others) if before == LAST else [item.key for item in others].index(before)
    return [*others[:at], moved, *others[at:]]


def _added(state: State, change: Change) -> Iterable[Overlaid]:
    """What was taken out before comes back as it was, at its place."""
    if item_of(state, change.key) is not None:
        return _with(state, change.key, is_removed=False)
    return [*state, Overlaid(change.key, rank=None, words=_words(change.data), added_by=_author(change))]


def _hidden(state: State, change: Change) -> Iterable[Overlaid]:
    because = str(change.data.get("because") or change.reason)
    return _with(state, change.key, is_hidden=True, because=because, hidden_by=_author(change))


def _reworded(state: State, change: Change) -> Iterable[Overlaid]:
    words = _words(change.data)
    return _with(state, change.key, words=words, worded_by=_author(change) if words else "")


def _chosen(state: State, change: Change) -> Iterable[Overlaid]:
    offerings = tuple(change.data.get("offerings", ()))
    return _with(state, change.key, offerings=offerings, chosen_by=_author(change) if offerings else "")


def _author(change: Change) -> str:
    """What a change puts back has the author it had; the own words of something added have none."""
    return str(change.data.get("by", change.by))


NOTES = frozenset({"by", "undoes", "carried"})


def _words(data: Content) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in NOTES}


def _with(state: State, key: str, **fields: Any) -> list[Overlaid]:
    return [replace(item, **fields) if item.key == key else item for item in state]


APPLIED: dict[str, Callable[[State, Change], Iterable[Overlaid]]] = {
    OverlayKind.HIDE: _hidden,
    OverlayKind.SHOW: lambda state, change: _with(state, change.key, is_hidden=False, because="", hidden_by=""),
    OverlayKind.MOVE: _moved,
    OverlayKind.REWORD: _reworded,
    OverlayKind.ADD: _added,
    OverlayKind.REMOVE: lambda state, change: _with(state, change.key, is_removed=True),
    OverlayKind.SERVICES: _chosen,
}
