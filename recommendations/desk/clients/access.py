"""The door to a workspace's own line on a client, which stays when the enterprise lets it in no more."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.access import ClientFile, Seat, client_for, seat_for
from assessment.accounts.models import Client, User
from assessment.accounts.rights import Right


def own_line_for(user: User | AnonymousUser, slug: str, client_id: UUID) -> tuple[Seat, Client]:
    """This function will return the client as the workspace keeps it, for those who work there; else Http404.

    It opens nothing of the enterprise's: no assessment and no result may be read by it.
    """
    seat = seat_for(user, slug, Right.WORK)
    client = Client.objects.filter(workspace=seat.workspace, public_id=client_id).select_related("enterprise").first()
    if client is None:
        raise Http404
    return seat, client


def file_to_give_up(user: User | AnonymousUser, slug: str, client_id: UUID) -> ClientFile:
    """This function will return a client for those who work in the workspace, also where it may only read; else Http404."""
    file = client_for(user, slug, client_id, Right.SEE)
    if not file.seat.may(Right.WORK):
        raise Http404
    return file
