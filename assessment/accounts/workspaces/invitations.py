"""Which invitations open something, and to whom."""

from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.http import Http404

from assessment.accounts.access import Seat
from assessment.accounts.models import Invitation, Membership, User, Workspace
from assessment.accounts.rights import Right, roles_with
from assessment.accounts.tokens import hash_token


def opening() -> QuerySet[Invitation]:
    """This function will return the invitations that open something now, by the database's clock, in no order.

    One to an enterprise opens it only while whoever invited still owns it, one to a workspace only while they may still
    invite there.
    """
    seats = Membership.objects.filter(workspace=OuterRef("workspace"), person=OuterRef("invited_by"))
    may_invite = Q(Exists(seats.filter(role__in=roles_with(Right.MANAGE))))
    lasting = Q(grant_expires_at__isnull=True) | Q(grant_expires_at__gt=Now())
    owns = Q(enterprise__owner=F("invited_by"), enterprise__merged_into__isnull=True)
    return Invitation.objects.waiting().filter(lasting, may_invite | owns).order_by()


def invitation_of(token: str) -> Invitation | None:
    """This function will return the invitation that a link opens now, or None: all others look the same."""
    found = opening().filter(token_hash=hash_token(token))
    return found.select_related("workspace", "enterprise", "invited_by").first()


def used_by(token: str, person: User) -> Invitation | None:
    """This function will return the invitation of a link that this very person has accepted."""
    found = Invitation.objects.filter(token_hash=hash_token(token), accepted_by=person)
    return found.select_related("workspace").first()


def unanswered(workspace: Workspace) -> list[Invitation]:
    """This function will return the invitations that nobody accepted or revoked, expired ones too, newest first."""
    found = workspace.invitations.filter(accepted_at__isnull=True, revoked_at__isnull=True)
    return list(found.select_related("invited_by").order_by("-invited_at", "-pk"))


def invitation_in(seat: Seat, public_id: UUID) -> Invitation:
    """This function will return an invitation of the person's workspace; any other does not exist (404)."""
    found = seat.workspace.invitations.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found
