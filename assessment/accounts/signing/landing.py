"""Where people arrive after signing in, when they were on the way to nowhere in particular."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from assessment.accounts.models import User, Workspace
from assessment.accounts.roles import roles_of


def landing_page(user: User | AnonymousUser) -> str:
    """This function will return the clients of the person's first workspace, else the studio, the desk or their own page."""
    if not isinstance(user, User):
        return "/"
    workspace = Workspace.objects.of(user).order_by("name", "pk").first()
    if workspace is not None:
        return reverse("desk:clients", args=[workspace.slug])
    if roles_of(user):
        return reverse("studio:home")
    return reverse("desk:overview" if user.is_staff else "desk:mine")
