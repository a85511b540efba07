"""What every template may know about the person who looks at it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from assessment.accounts.roles import roles_of


def platform_roles(request: HttpRequest) -> dict[str, Any]:
    """This function will return the person's roles as `platform_roles`; the database is asked only where a page looks at them."""
    return {"platform_roles": SimpleLazyObject(lambda: roles_of(request.user))}
