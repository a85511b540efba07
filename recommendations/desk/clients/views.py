"""The list of clients, taking one on, and putting one away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.access import Seat, seat_for
from assessment.accounts.models import Client
from assessment.accounts.rights import Right
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.desk.clients.access import own_line_for
from recommendations.desk.clients.actions import AlreadyClient, ReferenceTaken, bring_back, put_away
from recommendations.desk.clients.beginning import Begun, How
from recommendations.desk.clients.forms import NewClientForm
from recommendations.desk.clients.list_page import list_page
from recommendations.desk.clients.taking_on import take_on
from recommendations.desk.sending.actions import NoAddress
from recommendations.desk.sending.limits import WrittenTooOften
from recommendations.desk.sending.words import shown_once, why_not


@require_safe
@never_cache
def clients(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show the workspace's clients, those that are searched for, fifty to a page."""
    seat = seat_for(request.user, workspace_slug, Right.SEE)
    page = list_page(seat, request.GET, get_language() or FALLBACK_LOCALE)
    return render(request, "desk/clients.html", {"seat": seat, "tab": "clients", "list": page})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def client_add(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will take a client on and begin with it, in one form."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    if request.method != "POST":
        return _new_page(request, seat, NewClientForm(seat=seat, initial=_usual(seat)))
    form = NewClientForm(request.POST, seat=seat)
    if not form.is_valid():
        return _new_page(request, seat, form)
    try:
        client, begun = take_on(seat=seat, form=form)
    except AlreadyClient as known:
        return _new_page(request, seat, form, known.client)
    except ReferenceTaken:
        form.add_error("reference", _("Another client of yours has this reference."))
        return _new_page(request, seat, form)
    except (NoAddress, WrittenTooOften) as trouble:
        form.add_error("contact_email", why_not(trouble))
        return _new_page(request, seat, form)
    return lead_on(request, seat, client, begun, How(form.cleaned_data["how"]))


def _usual(seat: Seat) -> dict[str, object]:
    return {"consultant": seat.person.pk, "language": seat.workspace.language}


def _new_page(request: HttpRequest, seat: Seat, form: NewClientForm, known: Client | None = None) -> HttpResponse:
    page = {"seat": seat, "tab": "clients", "form": form, "known": known}
    return render(request, "desk/client_add.html", page, status=422 if form.is_bound else 200)


def lead_on(request: HttpRequest, seat: Seat, client: Client, begun: Begun | None, how: How) -> HttpResponse:
    """This function will lead to the interview where there is one, else to the client, with the link shown once."""
    if begun is not None and how is How.INTERVIEW:
        return redirect("responses:interview", seat.workspace.slug, client.public_id, begun.assessment.public_id)
    if begun is not None and begun.way is not None:
        messages.success(request, shown_once(begun.way, client.contact_email))
    return redirect("desk:client-show", seat.workspace.slug, client.public_id)


@require_POST
def client_archive(request: HttpRequest, workspace_slug: str, client_id: UUID) -> HttpResponse:
    """This function will put a client away or bring it back; also one whose enterprise lets nobody in any more."""
    seat, client = own_line_for(request.user, workspace_slug, client_id)
    if request.POST.get("do") == "bring-back":
        bring_back(seat=seat, client=client)
        messages.success(request, _("%(name)s is back among those at work.") % {"name": client.shown_name})
    else:
        put_away(seat=seat, client=client)
        said = _("%(name)s is put away. You find it under “those put away”, and nothing of it is lost.")
        messages.success(request, said % {"name": client.shown_name})
    return redirect("desk:clients", workspace_slug)
