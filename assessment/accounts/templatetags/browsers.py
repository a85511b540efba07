"""Browsers by the names that people know them by."""

from django import template
from django.utils.translation import gettext

register = template.Library()

# The first that is found counts: most browsers also call themselves by the name of another.
BROWSERS = {
    "MicroMessenger": "WeChat",
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox": "Firefox",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


@register.filter
def browser_words(user_agent: str) -> str:
    """This function will return "Firefox, Windows" for what a browser calls itself; what is unknown stays as it is."""
    found = [next((word for sign, word in words.items() if sign in user_agent), "") for words in (BROWSERS, SYSTEMS)]
    return ", ".join(word for word in found if word) or user_agent or gettext("Unknown browser")
