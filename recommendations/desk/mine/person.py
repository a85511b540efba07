"""Who is asking, for actions of people with an account."""

from django.http import Http404, HttpRequest

from assessment.accounts.models import User


def signed_in(request: HttpRequest) -> User:
    """This function will return who is signed in; to anybody else there is no such page (404)."""
    if not isinstance(request.user, User):
        raise Http404
    return request.user
