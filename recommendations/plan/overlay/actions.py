"""What consultants change about the advice. Changes are only ever added; what is undone is changed back."""

from dataclasses import replace
from enum import StrEnum

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.audit.actions import record_event
from recommendations.plan.models import AdviceRun, OverlayChange, OverlayKind
from recommendations.plan.overlay.folding import Change, fold, is_applicable, reverse_of
from recommendations.plan.overlay.queries import Made, Overlay, overlay_of


class Event(StrEnum):
    CHANGED = "advice.changed"
    UNDONE = "advice.undone"
    CARRIED = "advice.carried_over"


class OverlayConflict(Exception):
    """Somebody else changed the advice meanwhile: `made` is what they did."""

    def __init__(self, made: tuple[Made, ...]) -> None:
        self.made = made
        super().__init__(len(made))


class NotApplicable(Exception):
    """The change means nothing to the advice as it stands: it names something that is not there, or is done already."""


class NothingToUndo(Exception):
    """No change stands that could be taken back."""


@transaction.atomic
def change_advice(*, run: AdviceRun, seat: Seat, base: int, change: Change) -> int:
    """This function will add a change that was made on top of number `base`, and return its own number.

    The same change sent twice by one person counts once. Raises OverlayConflict or NotApplicable; then nothing happens.
    """
    overlay = _locked(run, seat)
    since = overlay.since(base)
    if since and _is_again(since, change, seat):
        return since[-1].number
    if since:
        raise OverlayConflict(since)
    if change.kind == OverlayKind.ADD:
        change = replace(change, key=_free_key(overlay))
    if not is_applicable(overlay.state, change):
        raise NotApplicable
    return _add(run, seat, overlay.number, change, Event.CHANGED)


@transaction.atomic
def undo_last(*, run: AdviceRun, seat: Seat, base: int, reason: str) -> int:
    """This function will change back the last change that stands, and return the number of that change.

    Raises OverlayConflict or NothingToUndo.
    """
    overlay = _locked(run, seat)
    if since := overlay.since(base):
        if len(since) == 1 and since[0].author_id == seat.person.pk and since[0].undoes == base:
            return base
        raise OverlayConflict(since)
    last = overlay.to_undo
    if last is None:
        raise NothingToUndo
    before = fold(overlay.start, [each.change for each in overlay.made if each.number < last.number])
    back = reverse_of(before, last.change)
    undo = replace(back, data={**back.data, "undoes": last.number}, reason=reason)
    return _add(run, seat, overlay.number, undo, Event.UNDONE)


def _free_key(overlay: Overlay) -> str:
    """Keys of added things are never used twice, not even those of what was taken out again."""
    used = {item.key for item in overlay.state}
    return next(key for number in range(1, len(used) + 2) if (key := f"own-{number}") not in used)


def _locked(run: AdviceRun, seat: Seat) -> Overlay:
    """Whoever changes the same advice waits here."""
    return overlay_of(AdviceRun.objects.select_for_update().get(pk=run.pk), seat.workspace)


def _is_again(since: tuple[Made, ...], change: Change, seat: Seat) -> bool:
    """A press that was sent twice: all that happened since is this very change by this very person."""
    one = since[-1]
    is_same = one.change.kind == change.kind and dict(one.change.data) == dict(change.data)
    is_about = change.kind == OverlayKind.ADD or one.change.key == change.key
    return len(since) == 1 and one.author_id == seat.person.pk and is_same and is_about


def _add(run: AdviceRun, seat: Seat, last: int, change: Change, event: Event) -> int:
    row = OverlayChange.objects.create(
        advice_run=run,
        workspace=seat.workspace,
        number=last + 1,
        kind=change.kind,
        action_key=change.key,
        data=dict(change.data),
        reason=change.reason,
        author=seat.person,
    )
    record_event(
        event=event,
        object_type="advice_run",
        object_id=run.pk,
        actor=seat.person,
        details={"workspace": seat.workspace.slug, "kind": row.kind, "action": row.action_key, "number": row.number},
        enterprise_id=run.result.assessment.enterprise_id,
    )
    return row.number
