"""How allauth's pages answer here: what could not be accepted is a 422, and too many attempts are a 429."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache

from assessment.accounts.signing.throttling import WAIT_SECONDS

TOO_MANY = frozenset({"too_many_login_attempts", "rate_limited"})

View = Callable[..., HttpResponseBase]


def answered(view: View) -> View:
    """This function will return the view with statuses that say what happened, kept by no cache."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST" and isinstance(response, TemplateResponse) and response.status_code == 200:
            _set_status(response)
        return response

    return never_cache(answer)


def stepping_out(view: View) -> View:
    """This function will return the view with a page between a pressed button and another site.

    A form may only lead to our own pages (form-action of the content policy); from a page of ours the way goes on.
    """

    @wraps(view)
    def step(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        address = response.headers.get("Location", "")
        if not urlsplit(address).netloc:
            return response
        return render(request, "socialaccount/login_redirect.html", {"redirect_to": address})

    return step


def _set_status(response: TemplateResponse) -> None:
    codes = set(_error_codes(response.context_data or {}))
    if codes & TOO_MANY:
        response.status_code = 429
        response.headers["Retry-After"] = str(WAIT_SECONDS)
    elif codes:
        response.status_code = 422


def _error_codes(context: dict[str, Any]) -> Iterator[str]:
    for form in (context.get("form"), context.get("webauthn_form")):
        if isinstance(form, BaseForm) and form.is_bound:
            for errors in form.errors.as_data().values():
                yield from (error.code or "invalid" for error in errors)
