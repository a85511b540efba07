"""The only door to the overview of an installation."""

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from assessment.accounts.models import User


def require_staff(user: User | AnonymousUser) -> User:
    """This function will return the user if they run this installation; for anybody else there is no such page (404)."""
    if not isinstance(user, User) or not user.is_staff:
        raise Http404
    return user
