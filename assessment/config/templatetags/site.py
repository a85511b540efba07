"""What the frame of every page needs and no view should have to pass."""

from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.utils.http import url_has_allowed_host_and_scheme

from assessment.config.version import VERSION
from assessment.scoring.texts import without_turns

register = template.Library()


@register.simple_tag
def fourfold_version() -> str:
    return VERSION


@register.filter(is_safe=True)
def straight(text: str) -> str:
    """This filter will return a text without marks of direction: a name shall not turn the words that follow it."""
    return without_turns(text)


@register.simple_tag
def contact() -> str:
    """This tag will return the address of the people who run this installation, '' where none was set."""
    return str(settings.CONTACT)


@register.simple_tag(takes_context=True)
def way_back(context: Context) -> str:
    """This tag will return the path of the page the visitor came from, never one of another site; else the start page."""
    request: HttpRequest = context["request"]
    referrer = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(referrer, allowed_hosts={request.get_host()}, require_https=False):
        return "/"
    parts = urlsplit(referrer)
    return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
