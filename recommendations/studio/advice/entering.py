"""Who comes to a form of the playbook: publishers look at it, editors send it too."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from recommendations.studio.access import EDIT, READ, Workshop, workshop_for

NOTHING_SENT = ("GET", "HEAD")


def form_workshop(request: HttpRequest, bank_slug: str) -> Workshop:
    """This function will return the workshop of a form: to look at it whoever reads may, to send it only editors.

    Raises Http404 for everybody else.
    """
    return workshop_for(request.user, bank_slug, READ if request.method in NOTHING_SENT else EDIT)


def begin_first(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    """This function will lead to the advice page of a bank without playbook, and say to editors how one begins."""
    if workshop.may_edit:
        messages.info(request, _("This bank has no advice yet. Write its first rule: all else comes with it."))
    return redirect("studio:advice", workshop.bank.slug)
