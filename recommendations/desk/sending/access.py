"""The doors to links that were sent to clients."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.models import User
from assessment.accounts.rights import Right
from assessment.responses.access import Casework, casework_for
from assessment.responses.models import Assessment, ClientLink
from recommendations.desk.sending.keys import link_of_key


def own_casework_for(user: User | AnonymousUser, slug: str, client_id: UUID, public_id: UUID) -> Casework:
    """This function will return an assessment that the workspace itself has begun, for those who work there.

    What the enterprise has begun by itself is not the workspace's to send: that does not exist here (404).
    """
    casework = casework_for(user, slug, client_id, public_id, Right.WORK)
    if casework.assessment.workspace_id != casework.seat.workspace.pk:
        raise Http404
    return casework


def sent_link(assessment: Assessment) -> ClientLink | None:
    """This function will return the link that was sent of an assessment, None before there is one."""
    return ClientLink.objects.filter(assessment=assessment).select_related("assessment", "sent_by").first()


def link_for_key(key: str) -> ClientLink:
    """This function will return the link whose letters a key ends; a wrong key is no page (404)."""
    found = link_of_key(key)
    if found is None:
        raise Http404
    return found
