"""The only door to the overview of an installation, and to the tables that are taken into its catalogue."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.models import PlatformRole, User
from assessment.accounts.roles import require_role
from recommendations.catalogue.models import ImportDraft


def require_staff(user: User | AnonymousUser) -> User:
    """This function will return the user if they run this installation; for anybody else there is no such page (404)."""
    if not isinstance(user, User) or not user.is_staff:
        raise Http404
    return user


def require_keeper(user: User | AnonymousUser) -> User:
    """This function will return the user if they run this installation or keep its catalogue; else Http404."""
    if isinstance(user, User) and user.is_staff:
        return user
    return require_role(user, {PlatformRole.CATALOGUE})


def draft_for(user: User | AnonymousUser, draft_id: UUID) -> ImportDraft:
    """This function will return a table that this person uploaded; nobody else's can be seen (404)."""
    draft = ImportDraft.objects.filter(public_id=draft_id, uploaded_by=require_keeper(user)).first()
    if draft is None:
        raise Http404
    return draft
