"""Who has to sign in with a second step, and what is closed to them until they have set one up."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from assessment.accounts.models import User, WorkspaceRole

CLOSED = ("/studio/", "/desk/", "/admin/", "/w/")
OPEN = ("/admin/logout/", "/admin/jsi18n/")
BOUND_ROLES = (WorkspaceRole.OWNER, WorkspaceRole.CONSULTANT, WorkspaceRole.REVIEWER)
WANTED_PAGE = "after_second_factor"

GetResponse = Callable[[HttpRequest], HttpResponse]


class RequireSecondFactor:
    """Leads whoever needs a second step and has none to setting it up, and remembers where they wanted to go."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if settings.SECOND_FACTOR != "required" or not path.startswith(CLOSED) or path.startswith(OPEN):
            return self.get_response(request)
        if lacks_second_factor(request.user):
            if request.method == "GET":
                request.session[WANTED_PAGE] = request.get_full_path()
            return redirect("mfa_index")
        request.session.pop(WANTED_PAGE, None)
        return self.get_response(request)


def lacks_second_factor(user: object) -> bool:
    """This function will say whether a person has to set up a second step before they go on."""
    if settings.SECOND_FACTOR != "required" or not isinstance(user, User):
        return False
    return not has_second_factor(user) and needs_second_factor(user)


def has_second_factor(user: User) -> bool:
    """This function will say whether signing in takes a second step; codes for emergencies alone are none."""
    return bool(Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists())


def needs_second_factor(user: User) -> bool:
    """This function will say whether a person has a role for which a second step is needed."""
    if user.is_staff or user.is_superuser or user.appointments.exists():
        return True
    return user.memberships.filter(role__in=BOUND_ROLES).exists()
