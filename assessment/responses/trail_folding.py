"""The versions of one answer, folded into what a reader calls one deed: saving twice is not changing twice."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assessment.responses.models import Perspective
from assessment.responses.trail import Deed, Trail, TrailEntry

TAKEN_OVER = frozenset({Deed.CARRIED, Deed.KEPT})


def folded_entries(trail: Trail) -> Mapping[str, tuple[TrailEntry, ...]]:
    """This function will return the entries by question, each a deed of its own.

    What one person answers in several steps before submitting is one answer: the last. Verified versions with the same
    answer are one line with the reason that was given last. What came to nothing is left out.
    """
    folded = {key: _folded(entries) for key, entries in trail.entries.items()}
    return {key: entries for key, entries in folded.items() if entries}


def _folded(entries: Iterable[TrailEntry]) -> tuple[TrailEntry, ...]:
    lines: list[TrailEntry] = []
    for entry in entries:
        if lines and _is_one_deed(lines[-1], entry):
            lines[-1] = _joined(lines[-1], entry)
        else:
            lines.append(_after(lines[-1] if lines else None, entry))
    return tuple(line for line in lines if line.before is not None or line.after is not None)


def _is_one_deed(last: TrailEntry, entry: TrailEntry) -> bool:
    if (last.perspective, last.author, last.file) != (entry.perspective, entry.author, entry.file):
        return False
    if entry.perspective is Perspective.SELF:
        return last.deed not in TAKEN_OVER and entry.deed not in TAKEN_OVER
    if last.after == entry.after or last.deed is Deed.ADDED is entry.deed:
        return True
    return last.deed is Deed.OVERRIDDEN is entry.deed and not last.reason


def _joined(last: TrailEntry, entry: TrailEntry) -> TrailEntry:
    """Both as one. The moment is that at which the answer became what it is."""
    is_same = last.after == entry.after
    joined = replace(
        last,
        after=entry.after,
        at=last.at if is_same else entry.at,
        reason=entry.reason,
        has_steps=last.has_steps or not is_same,
    )
    return replace(joined, deed=_deed(joined, last, entry))


def _deed(joined: TrailEntry, last: TrailEntry, entry: TrailEntry) -> Deed:
    if joined.perspective is Perspective.VERIFIED:
        return last.deed if last.after == entry.after else entry.deed
    if joined.after is None:
        return Deed.WITHDRAWN
    if joined.before is None:
        return Deed.GIVEN
    return Deed.CONFIRMED if joined.before == joined.after else Deed.CHANGED


def _after(last: TrailEntry | None, entry: TrailEntry) -> TrailEntry:
    """An entry behind another: somebody else who verifies the same answer stands against the same answer too."""
    if last is None or entry.perspective is not Perspective.VERIFIED or last.perspective is not entry.perspective:
        return entry
    if last.after == entry.after:
        return replace(entry, before=last.before)
    return replace(entry, deed=Deed.REPLACED) if last.deed is Deed.ADDED is entry.deed else entry
