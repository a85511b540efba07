"""What is shown where a working copy is so damaged that it makes no document at all."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from recommendations.studio.access import Workshop
from recommendations.studio.places import page_of
from recommendations.studio.trial.copies import Unreadable


def unreadable_page(request: HttpRequest, workshop: Workshop, tab: str, fault: Unreadable) -> HttpResponse:
    """This function will say which working copy cannot be read, and why, instead of the page that needs it."""
    context = {
        "workshop": workshop,
        "tab": tab,
        "fault": fault,
        "address": page_of(workshop.bank.slug, "", in_playbook=fault.in_playbook),
    }
    return render(request, "studio/trial/unreadable.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
