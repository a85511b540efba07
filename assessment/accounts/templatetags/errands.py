"""What somebody was about to do before they were asked to sign in."""

from urllib.parse import urlsplit

from django import template
from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

ERRANDS: dict[str, str | Promise] = {
    "desk:claim": _("Sign in or sign up, then the result is yours: you come back to it, and it stays in your account."),
    "desk:hand-over-accept": _("Sign in or sign up with the address that the offer went to, then you can accept it."),
    "accounts:invitation": _(
        "Sign in or sign up with the address that the invitation went to, then you can accept it."
    ),
}


@register.simple_tag
def errand(path: str) -> str:
    """This tag will return what signing in is for, by the page that comes next, or "" where it needs no words."""
    try:
        found = resolve(urlsplit(path or "").path)
    except (Resolver404, ValueError):
        return ""
    return str(ERRANDS.get(found.view_name, ""))
