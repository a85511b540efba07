"""The way into an assessment: the browser gets its key."""

from django.http import HttpResponseRedirect
from django.urls import reverse

from assessment.responses.access import set_cookie
from assessment.responses.actions import Opened


def enter(opened: Opened, place: str = "") -> HttpResponseRedirect:
    """This function will hand the browser the key, and lead to `place` or to where answering goes on."""
    response = HttpResponseRedirect(place or reverse("responses:assessment-open", args=[opened.assessment.public_id]))
    set_cookie(response, opened.assessment, opened.token)
    return response
