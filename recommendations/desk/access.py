"""The only door to the overview of an installation, and to what its staff are working on."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.models import User
from recommendations.catalogue.models import ImportDraft


def require_staff(user: User | AnonymousUser) -> User:
    """This function will return the user if they run this installation; for anybody else there is no such page (404)."""
    if not isinstance(user, User) or not user.is_staff:
        raise Http404
    return user


def draft_for(user: User | AnonymousUser, draft_id: UUID) -> ImportDraft:
    """This function will return a table that this member of staff uploaded; nobody else's can be seen (404)."""
    draft = ImportDraft.objects.filter(public_id=draft_id, uploaded_by=require_staff(user)).first()
    if draft is None:
        raise Http404
    return draft
