"""Changes that rest on another one: they name the part that would go if it were taken back."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from assessment.bank.editing.applying import apply_differences
from assessment.bank.editing.differences import Kind
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from recommendations.studio.drafts import Draft
from recommendations.studio.history.lines import Line


def resting_on(line: Line, lines: Iterable[Line]) -> list[Line]:
    """This function will return the lines of the same copy that name what `line` added, and those that name theirs."""
    others = [each for each in lines if each.copy == line.copy and each.id != line.id]
    found: list[Line] = []
    wanted = _added(line)
    while wanted:
        more = [each for each in others if each not in found and not wanted.isdisjoint(_named(each))]
        wanted = {key for each in more for key in _added(each)}
        found += more
    return [each for each in others if each in found]


def data_without(data: Data, lines: Sequence[Line]) -> Data:
    """This function will return flat data with all lines taken back; `data` stay as they are."""
    return apply_differences(data, [each for line in lines for each in line.back], over=True).data


def can_go(draft: Draft, lines: Sequence[Line]) -> bool:
    """This function will return whether all lines can be taken back together."""
    try:
        draft.craft.document(data_without(draft.data, lines), draft.copy.slug)
    except DocumentError:
        return False
    return True


def _added(line: Line) -> set[str]:
    return {each.place[-1] for each in line.back if each.kind is Kind.REMOVED}


def _named(line: Line) -> Iterator[str]:
    for each in line.back:
        yield from each.place
        if each.kind is not Kind.ORDER:
            yield from _words_in(each.before)


def _words_in(value: Any) -> Iterator[str]:
    """Keys, and the parts of references such as `answer.EQ04`."""
    if isinstance(value, str):
        yield from value.split(".")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words_in(inner)
