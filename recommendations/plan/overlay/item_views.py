"""One recommendation on the advice desk: its words, its services, something of the consultant's own; and the plan."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.responses.casework_pages import Step, frame_of
from recommendations.catalogue.queries import order_explained
from recommendations.plan.models import OverlayKind
from recommendations.plan.overlay.carrying import carry_over
from recommendations.plan.overlay.changing import changed, desk_address, desk_for
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.folding import Change, Overlaid
from recommendations.plan.overlay.forms import KeyForm, OwnForm, ReasonForm, ServicesForm, WordsForm
from recommendations.plan.overlay.item_forms import own_form, services_form, words_form
from recommendations.plan.overlay.planning import take_up
from recommendations.plan.overlay.services import categories_of, offered_for
from recommendations.plan.overlay.wording import words_of
from recommendations.plan.planning import PlanFull


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def advice_add(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show the form for something of the consultant's own; POST adds it at the end of the list."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    form = own_form(desk, request, None)
    return _answer(request, desk, form, None, lambda: _own_change(form, OverlayKind.ADD, ""))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def advice_words(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, overlay_key: str
) -> HttpResponse:
    """This function will show the words of one recommendation to be changed; POST keeps what differs as own words."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    item = _item(desk, overlay_key)
    if item.is_own:
        own = own_form(desk, request, item)
        return _answer(request, desk, own, item, lambda: _own_change(own, OverlayKind.REWORD, item.key))
    form = words_form(desk, request, item)
    return _answer(request, desk, form, item, lambda: _reworded(form, item))


def _own_change(form: OwnForm, kind: OverlayKind, key: str) -> Change:
    return Change(kind, key, form.content(), reason=form.cleaned_data["reason"])


def _reworded(form: WordsForm, item: Overlaid) -> Change:
    return Change(OverlayKind.REWORD, item.key, form.words(), reason=form.cleaned_data["reason"])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def advice_services(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, overlay_key: str
) -> HttpResponse:
    """This function will show what is on offer for one recommendation; POST chooses up to three."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    item = _item(desk, overlay_key)
    found = offered_for([item], desk.current, timezone.localdate(), get_language() or "en")
    offered = [found[key] for key in categories_of(item, desk.current) if key in found]
    form = services_form(desk, request, item, offered)
    more = {"offered": offered, "order_explained": order_explained(), "chosen": _chosen(form, item)}
    return _answer(request, desk, form, item, lambda: _served(form, item), "plan/overlay_services.html", more)


def _chosen(form: ServicesForm, item: Overlaid) -> list[str]:
    return list(form["offerings"].value() or ()) if form.is_bound else list(item.offerings)


def _served(form: ServicesForm, item: Overlaid) -> Change:
    data = {"offerings": form.cleaned_data["offerings"]}
    return Change(OverlayKind.SERVICES, item.key, data, reason=form.cleaned_data["reason"])


def _item(desk: Desk, key: str) -> Overlaid:
    item = desk.item(key)
    if item is None:
        raise Http404
    return item


def _answer(
    request: HttpRequest,
    desk: Desk,
    form: ReasonForm,
    item: Overlaid | None,
    make: Callable[[], Change],
    template: str = "plan/overlay_words.html",
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The form, or what was made of it: the change, both versions where there are two, or the desk again."""
    if not form.is_valid():
        return _form_page(request, desk, form, item, template, more or {})
    change = make()
    if item is not None and _stands(item, change):
        messages.info(request, gettext("Nothing was changed: it says so already."))
        return HttpResponseRedirect(desk_address(desk, anchor=f"shown-{item.key}"))
    address = desk_address(desk, anchor=f"shown-{change.key}" if change.key else "shown")
    return changed(request, desk, form, change, address)


def _stands(item: Overlaid, change: Change) -> bool:
    if change.kind == OverlayKind.SERVICES:
        return [*item.offerings] == change.data["offerings"]
    return dict(item.words) == dict(change.data)


def _form_page(
    request: HttpRequest, desk: Desk, form: ReasonForm, item: Overlaid | None, template: str, more: dict[str, Any]
) -> HttpResponse:
    locale = get_language() or "en"
    action = None if item is None else desk.current.actions.get(item.key)
    context = frame_of(desk.casework, Step.ADVICE) | {
        "form": form,
        "item": item,
        "words": None if item is None else words_of(item, action, locale),
        "is_own": item is None or item.is_own,
        "desk_address": desk_address(desk),
    }
    return render(request, template, context | more, status=422 if form.is_bound else 200)


@require_POST
def advice_take_up(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will put one shown recommendation into the plan of the enterprise, and lead back to it."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    form = KeyForm(request.POST)
    item = _item(desk, form.cleaned_data["key"]) if form.is_valid() else None
    if item is None or not item.is_shown:
        raise Http404
    try:
        take_up(desk=desk, item=item, language=get_language() or "en")
    except PlanFull:
        messages.error(request, gettext("A plan holds 200 items at most. Take out what is no longer needed."))
    return HttpResponseRedirect(desk_address(desk, anchor=f"shown-{item.key}"))


@require_POST
def advice_carry(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will copy the changes that were made on the enterprise's own advice to the verified one."""
    desk = desk_for(request, workspace_slug, client_id, public_id)
    count = carry_over(desk=desk, seat=desk.seat)
    said = ngettext("%(count)d change was carried over.", "%(count)d changes were carried over.", count)
    messages.success(request, said % {"count": count})
    return HttpResponseRedirect(desk_address(desk))
