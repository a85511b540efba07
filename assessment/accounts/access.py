"""The only door to enterprises."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.models import Enterprise, User


def enterprise_for(user: User | AnonymousUser, public_id: UUID) -> Enterprise:
    """This function will return the enterprise if it is the user's own; to anybody else it does not exist (404)."""
    if not isinstance(user, User):
        raise Http404
    enterprise = Enterprise.objects.owned_by(user).filter(public_id=public_id).first()
    if enterprise is None:
        raise Http404
    return enterprise
