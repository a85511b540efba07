"""Sending a link, reminding, stopping; and the page on which a client ends the letters."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.responses.access import Casework
from recommendations.desk.sending.access import link_for_key, own_casework_for, sent_link
from recommendations.desk.sending.actions import (
    AlreadySubmitted,
    NoAddress,
    NotSent,
    end_letters,
    remind,
    send_link,
    show_link,
    stop_link,
)
from recommendations.desk.sending.forms import MessageFields
from recommendations.desk.sending.limits import WrittenTooOften
from recommendations.desk.sending.words import shown_once, why_not

TROUBLES = (AlreadySubmitted, NoAddress, NotSent, WrittenTooOften)


@require_POST
def link_send(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will post a link to the client, and show it once; to an owner, the plain address."""
    casework = own_casework_for(request.user, workspace_slug, client_id, public_id)
    form = MessageFields(request.POST)
    if not form.is_valid():
        messages.error(
            request, _("Your words are too long or hold a character that cannot be stored. Nothing was sent.")
        )
        return _back(casework)
    return _done(request, casework, lambda: _send(casework, form))


def _send(casework: Casework, form: MessageFields) -> str:
    way = send_link(
        seat=casework.seat,
        client=casework.file.client,
        assessment=casework.assessment,
        message=form.cleaned_data["message"],
        reminders_wanted=form.cleaned_data["reminders"],
    )
    return shown_once(way, casework.file.client.contact_email)


@require_POST
def link_remind(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will post a reminder now."""
    casework = own_casework_for(request.user, workspace_slug, client_id, public_id)
    return _done(request, casework, lambda: _remind(casework))


def _remind(casework: Casework) -> str:
    link = sent_link(casework.assessment)
    if link is None:
        raise NotSent
    remind(link=link, client=casework.file.client, by=casework.seat.person)
    return _("The reminder to %(email)s is on its way.") % {"email": link.email}


@require_POST
def link_stop(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will end the letters and close the links of an assessment."""
    casework = own_casework_for(request.user, workspace_slug, client_id, public_id)
    return _done(request, casework, lambda: _stop(casework))


def _stop(casework: Casework) -> str:
    stop_link(assessment=casework.assessment, by=casework.seat.person)
    return _("The links are closed and no more letters go out. You can go on by interview, or send a new link.")


@require_POST
def link_show(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will make one more link and show it once, to be handed over in another way than by mail."""
    casework = own_casework_for(request.user, workspace_slug, client_id, public_id)
    seat, assessment = casework.seat, casework.assessment
    return _done(request, casework, lambda: shown_once(show_link(assessment=assessment, by=seat.person), ""))


def _done(request: HttpRequest, casework: Casework, act: Callable[[], str]) -> HttpResponse:
    try:
        messages.success(request, act())
    except TROUBLES as trouble:
        messages.error(request, why_not(trouble))
    return _back(casework)


def _back(casework: Casework) -> HttpResponse:
    return redirect("desk:client-show", casework.seat.workspace.slug, casework.file.client.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def link_quiet(request: HttpRequest, quiet_key: str) -> HttpResponse:
    """This function will ask before the letters end: mail scanners follow links, people press."""
    link = link_for_key(quiet_key)
    if request.method == "POST":
        end_letters(link=link)
        return redirect("desk:link-quiet", quiet_key)
    return render(request, "desk/link_quiet.html", {"link": link, "action": request.path})
