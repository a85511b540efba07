"""Showing once more who one is, for people who have neither a password nor a second step: by a code by mail.

allauth asks for a password or a second step before an account is changed, and lets pass whoever has none of them. An
unlocked telephone would then be enough to take an account over.
"""

from collections.abc import Callable
from functools import wraps
from time import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.http import urlencode

from assessment.accounts.models import User
from assessment.accounts.signing.letters import write_letter
from assessment.accounts.signing.throttling import LETTERS, count_attempt
from assessment.mail.actions import post_letter

STATE = "code_to_go_on"
LIFETIME_SECONDS = 10 * 60  # as the letter says
MOST_TRIES = 5

View = Callable[..., HttpResponseBase]


class NoCode(Exception):
    """None was sent, it is too old, or it was tried too often."""


class WrongCode(Exception):
    """Another code was sent."""


def shown_lately(view: View) -> View:
    """This function will return the view for people who showed within some minutes who they are; others do so first."""
    by_allauth: View = reauthentication_required(app="allauth.account", allow_get=True)(view)

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User):
            return view(request, *args, **kwargs)
        if get_reauthentication_flows(request.user):
            return by_allauth(request, *args, **kwargs)
        if is_recent(request):
            return view(request, *args, **kwargs)
        return redirect(f"{reverse('accounts:prove')}?{urlencode({'next': request.path})}")

    return guarded


def is_recent(request: HttpRequest) -> bool:
    """This function will say whether the person signed in, or gave a code, within the last minutes."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time() - float(records[-1]["at"]) < REAUTHENTICATION_TIMEOUT


def send_code(request: HttpRequest, person: User) -> bool:
    """This function will post a code to the person's address, and say whether it did: not where too many were asked for.

    The session keeps its hash. Earlier codes end.
    """
    if count_attempt(request, person.email, LETTERS) is None:
        return False
    code = get_adapter().generate_login_code()
    request.session[STATE] = {"hash": _hash(_read(code), person), "at": time(), "tries": 0}
    subject, body = write_letter("account/email/code_to_go_on", {"code": code})
    post_letter(to=person.email, subject=subject, body=body)
    return True


def check_code(request: HttpRequest, person: User, typed: str) -> None:
    """This function will note that the person has shown who they are. Raises NoCode or WrongCode."""
    state = request.session.get(STATE)
    if not state or time() - state["at"] > LIFETIME_SECONDS or state["tries"] >= MOST_TRIES:
        request.session.pop(STATE, None)
        raise NoCode
    if not constant_time_compare(_hash(_read(typed), person), state["hash"]):
        request.session[STATE] = state | {"tries": state["tries"] + 1}
        raise WrongCode
    del request.session[STATE]
    record_authentication(request, person, method="code", reauthenticated=True)


def _read(typed: str) -> str:
    """Case, blanks and hyphens do not matter."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def _hash(code: str, person: User) -> str:
    return salted_hmac(f"accounts.signing.again.{person.pk}", code, algorithm="sha256").hexdigest()
