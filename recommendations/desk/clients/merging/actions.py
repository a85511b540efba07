"""Merging two clients that are one enterprise: what was done for either is kept with one of them."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.accounts.access import ClientFile
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, Workspace
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment
from recommendations.desk.clients.merging.notes import GAPS, merged_note
from recommendations.desk.clients.merging.plans import merge_plans
from recommendations.desk.clients.merging.refusals import CannotMerge, refuse_to_merge
from recommendations.report.models import BatchItem


class Event(StrEnum):
    MERGED = "client.merged"


@transaction.atomic
def merge_clients(*, keep: ClientFile, other: ClientFile) -> None:
    """This function will move assessments, plan and what is known of `other` to `keep`, and leave a trace of `other`.

    Keys that respondents have go on opening their assessments. Raises CannotMerge with the reason; then nothing has
    changed.
    """
    Workspace.objects.select_for_update().get(pk=keep.seat.workspace.pk)
    pair = [keep.enterprise.pk, other.enterprise.pk]
    locked = {each.pk: each for each in Enterprise.objects.select_for_update().filter(pk__in=pair).order_by("pk")}
    if not locked.keys() >= set(pair):
        raise CannotMerge(_gone())
    a, b = locked[pair[0]], locked[pair[1]]
    keep, other = _read_again(keep, a), _read_again(other, b)
    refuse_to_merge(keep, other)
    moved = Assessment.objects.filter(enterprise=b).update(enterprise=a)
    _merge_lines(keep.client, other.client)
    items = merge_plans(a, b)
    if not a.credit_code:
        Enterprise.objects.filter(pk=a.pk).update(credit_code=b.credit_code)
    Grant.objects.filter(enterprise=b, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now(), withdrawn_by=keep.seat.person
    )
    Enterprise.objects.filter(pk=b.pk).update(merged_into=a)
    details = {"other": str(other.client.public_id), "assessments": moved, "plan_items": items}
    for enterprise in (a, b):
        record_event(
            event=Event.MERGED,
            object_type="client",
            object_id=keep.client.public_id,
            actor=keep.seat.person,
            details=details,
            enterprise_id=enterprise.pk,
        )


def _read_again(file: ClientFile, enterprise: Enterprise) -> ClientFile:
    """As it stands now that the enterprise is locked: it may have been claimed or closed since the page was shown."""
    grants = Grant.objects.in_force().filter(enterprise=enterprise, workspace=file.seat.workspace)
    level = grants.values_list("level", flat=True).first() or GrantLevel.VIEW
    client = Client.objects.filter(pk=file.client.pk).first()
    if client is None:
        raise CannotMerge(_gone())
    client.enterprise = enterprise
    return ClientFile(file.seat, client, GrantLevel(level))


def _gone() -> str:
    return _("One of the two is there no more: it was merged or deleted in the meantime.")


def _merge_lines(keep: Client, other: Client) -> None:
    """What one lacks it takes from the other; both notes stay, and what differs becomes part of them."""
    BatchItem.objects.filter(client=other).update(client=keep)
    fields = {name: getattr(keep, name) or getattr(other, name) for name in GAPS}
    note = merged_note(keep, other)
    Client.objects.filter(pk=other.pk).delete()
    Client.objects.filter(pk=keep.pk).update(**fields, note=note)
