"""What people do to a working copy: change it, take that back, do it again, confirm a translation."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.editing.applying import Clash, apply_differences
from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.differences import Difference, differences
from assessment.bank.editing.flat import Data
from assessment.bank.editing.history import changes_since, differences_of, rewound, undoing
from assessment.bank.models import Change, ChangeKind, WorkingCopy

MOST_PLACES_RECORDED = 20


class Event(StrEnum):
    CHANGED = "copy.changed"
    UNDONE = "copy.undone"
    REDONE = "copy.redone"
    CONFIRMED = "copy.confirmed"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Where two people changed the same: who else did it, when, and what stands there now."""

    clash: Clash
    change: Change | None


class Overtaken(Exception):
    """Somebody else changed the same meanwhile. Nothing was saved.

    `data` is the working copy as it stands with one's own wishes put in place of what the other wrote, at `revision`:
    what a form shows again. `overlaps` say what would be overwritten by saving that.
    """

    def __init__(self, overlaps: list[Overlap], data: Data, revision: int) -> None:
        self.overlaps, self.data, self.revision = overlaps, data, revision
        super().__init__(_("Somebody else changed the same meanwhile."))


class NothingToUndo(Exception):
    """The change that was to be taken back, or done again, is not the last one any more."""


@transaction.atomic
def change_copy(
    *,
    craft: Craft[Any, Any],
    copy: WorkingCopy,
    base: int,
    data: Data,
    by: User | None,
    kind: ChangeKind = ChangeKind.EDITED,
) -> Change | None:
    """This function will make a working copy say what `data` says, flat data made from what it said at revision `base`.

    What others changed since in other places stays. Returns the change, None if there was none to make. Raises
    Overtaken where others changed the same, and DocumentError, with the address of each fault, for data that cannot be
    stored; then nothing has changed.
    """
    copy = locked(copy)
    current = craft.data(copy)
    since = changes_since(craft, copy, base)
    wished = differences(rewound(current, since), _normal(craft, copy, data))
    applied = apply_differences(current, wished)
    if applied.clashes:
        merged = apply_differences(current, wished, over=True).data
        raise Overtaken([_overlap(clash, since) for clash in applied.clashes], merged, copy.revision)
    return _keep(craft, copy, current, applied.data, by, kind, Event.CHANGED)


@transaction.atomic
def undo_change(*, craft: Craft[Any, Any], copy: WorkingCopy, change_id: int, by: User | None) -> Change:
    """This function will take the last change back, which must be the named one, or raise NothingToUndo."""
    copy = locked(copy)
    last = undoing(craft, copy).undo
    if last is None or last.pk != change_id:
        raise NothingToUndo
    back = [each.reversed() for each in differences_of(last)]
    return _replay(craft, copy, last, back, by, ChangeKind.UNDONE)


@transaction.atomic
def redo_change(*, craft: Craft[Any, Any], copy: WorkingCopy, change_id: int, by: User | None) -> Change:
    """This function will do the change again that was taken back last, which must be the named one.

    Raises NothingToUndo.
    """
    copy = locked(copy)
    last = undoing(craft, copy).redo
    if last is None or last.pk != change_id:
        raise NothingToUndo
    return _replay(craft, copy, last, differences_of(last), by, ChangeKind.REDONE)


@transaction.atomic
def confirm_texts(*, craft: Craft[Any, Any], copy: WorkingCopy, places: Iterable[str], by: User | None) -> Change:
    """This function will note that translations are right although the text that they translate has changed.

    `places` end in the language: `sections.equipment.title.zh-hans`.
    """
    copy = locked(copy)
    return _record(craft, copy, [], by, ChangeKind.CONFIRMED, Event.CONFIRMED, confirmed=sorted(places))


def record_replacement(*, craft: Craft[Any, Any], copy: WorkingCopy, before: Data | None, by: User | None) -> None:
    """This function will remember that a whole document was put into a working copy, which the caller has locked.

    `before` is what it said until then, None if it is new.
    """
    found = [] if before is None else differences(before, craft.data(copy))
    if before is None or found:
        kind = ChangeKind.STARTED if before is None else ChangeKind.IMPORTED
        _record(craft, copy, found, by, kind, Event.CHANGED)


def locked(copy: WorkingCopy) -> Any:
    """This function will return the row of a working copy, held against everybody else until the transaction ends."""
    return type(copy)._default_manager.select_for_update().get(pk=copy.pk)


def _normal(craft: Craft[Any, Any], copy: WorkingCopy, data: Data) -> Data:
    """As the schema writes it: without defaults, numbers in their one form."""
    return craft.flat(craft.document(data, copy.slug))


def _keep(
    craft: Craft[Any, Any],
    copy: Any,
    current: Data,
    data: Data,
    by: User | None,
    kind: ChangeKind,
    event: Event,
    of: Change | None = None,
) -> Change | None:
    document = craft.document(data, copy.slug)
    made = differences(current, craft.flat(document))
    if not made and of is None:
        return None
    craft.replace(copy, document)
    return _record(craft, copy, made, by, kind, event, of=of)


def _replay(
    craft: Craft[Any, Any], copy: Any, of: Change, wished: list[Difference], by: User | None, kind: ChangeKind
) -> Change:
    current = craft.data(copy)
    data = apply_differences(current, wished, over=True).data
    event = Event.UNDONE if kind is ChangeKind.UNDONE else Event.REDONE
    change = _keep(craft, copy, current, data, by, kind, event, of)
    assert change is not None
    return change


def _record(
    craft: Craft[Any, Any],
    copy: Any,
    made: list[Difference],
    by: User | None,
    kind: ChangeKind,
    event: Event,
    *,
    of: Change | None = None,
    confirmed: Iterable[str] = (),
) -> Change:
    copy.revision += 1
    copy.save(update_fields=["revision"])
    change: Change = craft.changes._default_manager.create(
        copy=copy,
        revision=copy.revision,
        kind=kind,
        differences=[each.as_json() for each in made],
        confirmed=list(confirmed),
        of=of,
        by=by,
    )
    places = [".".join(each.place) for each in made] + list(confirmed)
    details = {"revision": copy.revision, "places": places[:MOST_PLACES_RECORDED], "count": len(places)}
    record_event(event=event, object_type=craft.word, object_id=copy.slug, actor=by, details=details)
    return change


def _overlap(clash: Clash, since: list[Change]) -> Overlap:
    place = clash.difference.place
    who = next((change for change in since if any(each.touches(place) for each in differences_of(change))), None)
    return Overlap(clash, who)
