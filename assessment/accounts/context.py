"""What every template may know about the person who looks at it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from assessment.accounts.models import User, Workspace
from assessment.accounts.roles import roles_of


def person(request: HttpRequest) -> dict[str, Any]:
    """This function will return the person's `platform_roles` and `workspaces`; the database is asked where a page looks."""
    return {
        "platform_roles": SimpleLazyObject(lambda: roles_of(request.user)),
        "workspaces": SimpleLazyObject(lambda: _workspaces(request)),
    }


def _workspaces(request: HttpRequest) -> list[Workspace]:
    user = request.user
    return list(Workspace.objects.of(user).order_by("name", "pk")) if isinstance(user, User) else []
