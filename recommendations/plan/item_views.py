"""One item of the plan: its form, what happens to it with one press, and two people at once."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.accounts.access import person_of
from assessment.responses.access import Need, assessment_for
from assessment.responses.models import Assessment
from recommendations.plan.access import item_for
from recommendations.plan.action_facts import action_facts
from recommendations.plan.item_conflict import differences
from recommendations.plan.item_rows import item_row
from recommendations.plan.items import ItemConflict, ItemStays, ReasonMissing, change_item, remove_item, set_status
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.offer_choices import offer_choices
from recommendations.plan.plan_forms import ItemForm, StatusForm, VersionForm
from recommendations.plan.plan_notices import Said, notice_address
from recommendations.plan.rounds import Round, round_of


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def plan_item(request: HttpRequest, public_id: UUID, item_id: UUID) -> HttpResponse:
    """This function will show one item to be changed; POST writes it, or shows both versions where there are two."""
    assessment = assessment_for(request, public_id, Need.PLAN)
    item, current = item_for(assessment, item_id), round_of(assessment)
    if current is None:
        return redirect("responses:check", public_id)
    offers = offer_choices(item, current, timezone.localdate(), get_language() or "en")
    form = ItemForm(request.POST if request.method == "POST" else None, item=item, offers=offers)
    if not form.is_valid():
        return _item_page(request, assessment, item, current, form)
    try:
        change_item(
            item=item, base_version=form.cleaned_data["version"], content=form.content(), actor=person_of(request)
        )
    except ItemConflict as conflict:
        return _conflict_page(request, assessment, conflict.current, current, form)
    return HttpResponseRedirect(notice_address(public_id, Said.SAVED, item=item.public_id))


def _item_page(
    request: HttpRequest, assessment: Assessment, item: PlanItem, current: Round, form: ItemForm
) -> HttpResponse:
    locale = get_language() or "en"
    context = {
        "assessment": assessment,
        "row": item_row(item, current, timezone.localdate(), locale),
        "facts": action_facts(item, current, locale),
        "form": form,
    }
    return render(request, "plan/plan_item.html", context, status=422 if form.is_bound else 200)


def _conflict_page(
    request: HttpRequest, assessment: Assessment, item: PlanItem, current: Round, form: ItemForm
) -> HttpResponse:
    context = {
        "assessment": assessment,
        "row": item_row(item, current, timezone.localdate(), get_language() or "en"),
        "differences": differences(item, form, get_language() or "en"),
        "mine": form.sent_again(item.version),
    }
    return render(request, "plan/plan_conflict.html", context, status=409)


@require_POST
def plan_item_status(request: HttpRequest, public_id: UUID, item_id: UUID) -> HttpResponse:
    """This function will finish, begin or reopen an item, and lead back to the plan."""
    assessment = assessment_for(request, public_id, Need.PLAN)
    item, form = item_for(assessment, item_id), StatusForm(request.POST)
    if not form.is_valid():
        raise Http404
    status = ItemStatus(form.cleaned_data["status"])
    try:
        set_status(item=item, base_version=form.cleaned_data["version"], status=status, actor=person_of(request))
    except (ItemConflict, ReasonMissing):
        return _back(public_id, Said.STALE, item)
    return _back(public_id, Said.DONE if status is ItemStatus.DONE else Said.OPENED, item)


@require_POST
def plan_item_remove(request: HttpRequest, public_id: UUID, item_id: UUID) -> HttpResponse:
    """This function will take an own or untouched item out of the plan."""
    assessment = assessment_for(request, public_id, Need.PLAN)
    item, form = item_for(assessment, item_id), VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        remove_item(item=item, base_version=form.cleaned_data["version"], actor=person_of(request))
    except ItemConflict:
        return _back(public_id, Said.STALE, item)
    except ItemStays:
        return _back(public_id, Said.STAYS, item)
    return HttpResponseRedirect(notice_address(public_id, Said.REMOVED))


def _back(public_id: UUID, said: Said, item: PlanItem) -> HttpResponse:
    return HttpResponseRedirect(notice_address(public_id, said, item=item.public_id))
