"""When two clients cannot be merged, and why: what belongs to others is not put together."""

from django.utils.translation import gettext as _

from assessment.accounts.access import ClientFile
from assessment.accounts.models import Enterprise, Grant, GrantLevel, Invitation, Workspace
from recommendations.desk.clients.merging.notes import LONGEST, merged_note


class CannotMerge(Exception):
    """The reason is in words for people."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def refuse_to_merge(keep: ClientFile, other: ClientFile) -> None:
    """This function will raise CannotMerge unless `other` can become part of `keep`."""
    a, b = keep.enterprise, other.enterprise
    if a.pk == b.pk:
        raise CannotMerge(_("Choose two different clients."))
    if {keep.level, other.level} != {GrantLevel.EDIT}:
        raise CannotMerge(_("The enterprise lets you read only."))
    if a.credit_code and b.credit_code and a.credit_code != b.credit_code:
        raise CannotMerge(_("Their credit codes differ: these are two enterprises."))
    _refuse_owners(a, b)
    _refuse_others(keep.seat.workspace, a, b)
    if len(merged_note(keep.client, other.client)) > LONGEST:
        reason = _("Their notes, with the details that differ, are longer than 2,000 characters. Shorten one first.")
        raise CannotMerge(reason)


def _refuse_owners(a: Enterprise, b: Enterprise) -> None:
    if b.owner_id is None or a.owner_id == b.owner_id:
        return
    if a.owner_id is None:
        raise CannotMerge(_("Keep %(name)s: it was claimed, and its owner decides about it.") % {"name": b.name})
    raise CannotMerge(_("They have different owners: only the owners can sort that out."))


def _refuse_others(workspace: Workspace, a: Enterprise, b: Enterprise) -> None:
    """Whoever else is let in to one would see the other: only where that is nothing new."""
    let_in_a, let_in_b = _others(workspace, a), _others(workspace, b)
    if not let_in_b <= let_in_a or (b.owner_id is not None and let_in_a != let_in_b):
        raise CannotMerge(_("Others have access to one of them that they do not have to the other."))
    if Invitation.objects.waiting().filter(enterprise=b).exists():
        raise CannotMerge(_("Somebody is invited to %(name)s and has not replied yet.") % {"name": b.name})


def _others(workspace: Workspace, enterprise: Enterprise) -> set[tuple[int | None, int | None, str]]:
    grants = Grant.objects.in_force().filter(enterprise=enterprise).exclude(workspace=workspace)
    return set(grants.order_by("pk").values_list("workspace_id", "person_id", "level"))
