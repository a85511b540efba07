"""When a verified result comes later: changes that were made on the enterprise's own advice are carried over to it."""

from dataclasses import dataclass, replace

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.audit.actions import record_event
from assessment.responses.models import Perspective
from recommendations.plan.models import AdviceRun, OverlayChange
from recommendations.plan.overlay.actions import Event
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.folding import Change, apply, is_applicable
from recommendations.plan.overlay.history import ChangeRow, history_of
from recommendations.plan.overlay.queries import Made, Overlay, overlay_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """`to_carry` counts changes that could come over; `left` are those that mean nothing to the new advice."""

    to_carry: int
    left: list[ChangeRow]


@dataclass(frozen=True, slots=True)
class Carried:
    """`changes` can be carried over in this order; `left` cannot."""

    changes: list[Made]
    left: list[Made]


def waiting_of(desk: Desk, locale: str) -> Waiting | None:
    """This function will return what stands on the enterprise's own advice only, None for nothing.

    One query where the round is verified, two where there is own advice; none else.
    """
    own = own_run_of(desk)
    if own is None:
        return None
    found = carried_over(overlay_of(own, desk.seat.workspace), desk.overlay)
    to_carry = 0 if desk.overlay.is_begun else len(found.changes)
    return Waiting(to_carry, history_of(desk, found.left, locale)) if to_carry or found.left else None


def own_run_of(desk: Desk) -> AdviceRun | None:
    """This function will return the advice on the enterprise's own result, None unless the verified one counts."""
    if not desk.is_verified:
        return None
    runs = AdviceRun.objects.filter(result__assessment=desk.assessment, result__perspective=Perspective.SELF)
    return runs.order_by("pk").first()


def carried_over(own: Overlay, overlay: Overlay) -> Carried:
    """This function will return which standing changes of `own` mean something to `overlay`, and which do not.

    A move before something that is not there goes to the end; services stay, whether still on offer or not.
    """
    state, keys = overlay.start, {item.key for item in overlay.start}
    changes, left = [], []
    for each in own.standing:
        change = _moved(each.change, keys)
        if is_applicable(state, change):
            state = apply(state, change)
            keys.add(change.key)
            changes.append(replace(each, change=change))
        else:
            left.append(each)
    return Carried(changes, left)


def _moved(change: Change, keys: set[str]) -> Change:
    if change.data.get("before", "") in keys or "before" not in change.data:
        return change
    return replace(change, data={**change.data, "before": ""})


@transaction.atomic
def carry_over(*, desk: Desk, seat: Seat) -> int:
    """This function will copy what stands on the own advice to the verified one, and return how many changes that are.

    Author and reason stay; where the overlay has been begun already, nothing is copied.
    """
    run = AdviceRun.objects.select_for_update().get(pk=desk.run.pk)
    overlay, own = overlay_of(run, seat.workspace), own_run_of(desk)
    if own is None or overlay.is_begun:
        return 0
    found = carried_over(overlay_of(own, seat.workspace), overlay).changes
    OverlayChange.objects.bulk_create(_copy(run, seat, each, number) for number, each in enumerate(found, start=1))
    record_event(
        event=Event.CARRIED,
        object_type="advice_run",
        object_id=run.pk,
        actor=seat.person,
        details={"workspace": seat.workspace.slug, "from": str(own.pk), "changes": len(found)},
        enterprise_id=desk.assessment.enterprise_id,
    )
    return len(found)


def _copy(run: AdviceRun, seat: Seat, each: Made, number: int) -> OverlayChange:
    carried = {"number": each.number, "made_at": each.made_at.isoformat()}
    return OverlayChange(
        advice_run=run,
        workspace=seat.workspace,
        number=number,
        kind=each.change.kind,
        action_key=each.change.key,
        data={**each.change.data, "carried": carried},
        reason=each.change.reason,
        author_id=each.author_id,
    )
