"""The only doors to enterprises, workspaces and their clients. To everybody else they do not exist (404)."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest

from assessment.accounts.models import (
    Client,
    Enterprise,
    Grant,
    GrantLevel,
    Membership,
    User,
    Workspace,
    WorkspaceRole,
)
from assessment.accounts.rights import NEEDED_LEVELS, RIGHTS, Right


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place in one workspace."""

    person: User
    workspace: Workspace
    role: WorkspaceRole

    def may(self, right: Right) -> bool:
        return right in RIGHTS[self.role]


@dataclass(frozen=True, slots=True)
class ClientFile:
    """A client as somebody of its workspace sees it; `level` is the access that the enterprise gives it now."""

    seat: Seat
    client: Client
    level: GrantLevel

    @property
    def enterprise(self) -> Enterprise:
        return self.client.enterprise

    def may(self, right: Right) -> bool:
        return self.seat.may(right) and self.level in NEEDED_LEVELS[right]


def person_of(request: HttpRequest) -> User | None:
    """This function will return who is signed in; None for people without an account."""
    user = getattr(request, "user", None)
    return user if isinstance(user, User) else None


def enterprise_for(user: User | AnonymousUser, public_id: UUID) -> Enterprise:
    """This function will return the enterprise if it is the user's own; to anybody else it does not exist (404)."""
    if not isinstance(user, User):
        raise Http404
    enterprise = Enterprise.objects.owned_by(user).filter(public_id=public_id).first()
    if enterprise is None:
        raise Http404
    return enterprise


def seat_for(user: User | AnonymousUser, slug: str, right: Right) -> Seat:
    """This function will return the user's place in a workspace where it has the right; else Http404. One query."""
    if not isinstance(user, User):
        raise Http404
    membership = Membership.objects.filter(person=user, workspace__slug=slug).select_related("workspace").first()
    if membership is None:
        raise Http404
    seat = Seat(user, membership.workspace, WorkspaceRole(membership.role))
    if not seat.may(right):
        raise Http404
    return seat


def client_for(user: User | AnonymousUser, slug: str, client_id: UUID, right: Right) -> ClientFile:
    """This function will return a client of the workspace whose enterprise lets it in for `right`; else Http404.

    Three queries. A grant that was withdrawn or has expired closes the file at once.
    """
    seat = seat_for(user, slug, right)
    client = Client.objects.filter(workspace=seat.workspace, public_id=client_id).select_related("enterprise").first()
    if client is None:
        raise Http404
    grant = Grant.objects.in_force().filter(enterprise=client.enterprise_id, workspace=seat.workspace).first()
    if grant is None or GrantLevel(grant.level) not in NEEDED_LEVELS[right]:
        raise Http404
    return ClientFile(seat, client, GrantLevel(grant.level))
