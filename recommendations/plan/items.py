"""What happens to the items of a plan. Every change says which version it was made on: nothing is overwritten unseen."""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from recommendations.plan.models import ItemStatus, PlanItem


class Event(StrEnum):
    DONE = "plan.item_done"
    DECLINED = "plan.item_declined"
    REOPENED = "plan.item_reopened"
    REMOVED = "plan.item_removed"


class ItemConflict(Exception):
    """Somebody else changed the item meanwhile: `current` is what stands."""

    def __init__(self, current: PlanItem) -> None:
        self.current = current
        super().__init__(str(current.public_id))


class ReasonMissing(Exception):
    """Who decides against something says why."""


class ItemStays(Exception):
    """An advised action that was worked on is not removed: it is decided against."""


@dataclass(frozen=True, slots=True)
class ItemContent:
    """What people write into an item. `title` has one language and counts for own items only; amounts are whole yuan."""

    status: str
    declined_because: str
    responsible: str
    due_on: date | None
    budget: int | None
    spent: int | None
    offering_id: int | None
    note: str
    title: str = ""


@transaction.atomic
def change_item(*, item: PlanItem, base_version: int, content: ItemContent, actor: User | None = None) -> PlanItem:
    """This function will write `content` into the item that its writer saw as `base_version`.

    Where that is what stands already, nothing happens, whoever wrote it. Raises ItemConflict or ReasonMissing.
    """
    if content.status == ItemStatus.DECLINED and not content.declined_because:
        raise ReasonMissing
    current = _locked(item)
    if content_of(current) == content:
        return current
    if current.version != base_version:
        raise ItemConflict(current)
    for name, value in asdict(content).items():
        if name not in ("title", "status"):
            setattr(current, name, value)
    if content.title and not current.action_key:
        current.title = dict.fromkeys(current.title, content.title)
    return _saved(current, content.status, actor)


@transaction.atomic
def set_status(*, item: PlanItem, base_version: int, status: ItemStatus, actor: User | None = None) -> PlanItem:
    """This function will plan, begin, finish or reopen an item; once, however often it is asked.

    Raises ItemConflict, or ReasonMissing where it is to be decided against without a reason on record.
    """
    current = _locked(item)
    if current.status == status:
        return current
    if current.version != base_version:
        raise ItemConflict(current)
    if status == ItemStatus.DECLINED and not current.declined_because:
        raise ReasonMissing
    return _saved(current, status, actor)


@transaction.atomic
def remove_item(*, item: PlanItem, base_version: int, actor: User | None = None) -> None:
    """This function will take an own item, or an action that nobody has touched, out of the plan.

    Raises ItemStays or ItemConflict.
    """
    current = _locked(item)
    if current.version != base_version:
        raise ItemConflict(current)
    if not is_removable(current):
        raise ItemStays
    _record(Event.REMOVED, current, actor)
    current.delete()


def is_removable(item: PlanItem) -> bool:
    """This function will say whether an item can go without a trace: an own one, or one in which nobody has worked.

    A day and a budget may have come with a roadmap.
    """
    worked = item.responsible or item.note or item.declined_because or item.offering_id or item.spent is not None
    return not item.action_key or (item.status == ItemStatus.PLANNED and not worked)


def content_of(item: PlanItem) -> ItemContent:
    """This function will return what stands in an item."""
    return ItemContent(
        status=item.status,
        declined_because=item.declined_because,
        responsible=item.responsible,
        due_on=item.due_on,
        budget=item.budget,
        spent=item.spent,
        offering_id=item.offering_id,
        note=item.note,
        title="" if item.action_key else next(iter(item.title.values())),
    )


def _locked(item: PlanItem) -> PlanItem:
    return PlanItem.objects.select_for_update(of=("self",)).select_related("plan").get(pk=item.pk)


def _saved(item: PlanItem, status: str, actor: User | None) -> PlanItem:
    """An item that is done keeps the day it was done first; one that is opened again has none."""
    before, item.status = item.status, status
    if status == ItemStatus.DONE:
        item.done_on = item.done_on or timezone.localdate()
    else:
        item.done_on = None
    item.version += 1
    item.save()
    if status != before:
        _record_status(item, before, actor)
    return item


def _record_status(item: PlanItem, before: str, actor: User | None) -> None:
    if item.status == ItemStatus.DONE:
        _record(Event.DONE, item, actor)
    elif item.status == ItemStatus.DECLINED:
        _record(Event.DECLINED, item, actor)
    elif before in (ItemStatus.DONE, ItemStatus.DECLINED):
        _record(Event.REOPENED, item, actor)


def _record(event: Event, item: PlanItem, actor: User | None) -> None:
    details = {"action": item.action_key, "version": item.version}
    record_event(
        event=event,
        object_type="plan.item",
        object_id=item.public_id,
        actor=actor,
        details=details,
        enterprise_id=item.plan.enterprise_id,
    )
