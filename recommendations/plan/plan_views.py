"""The plan of an enterprise: the page, and what is taken up."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.access import person_of
from assessment.mail.addresses import sends_mail
from assessment.responses.access import Need, assessment_for
from assessment.responses.models import Assessment
from recommendations.plan.line_chart import plan_line
from recommendations.plan.models import Plan
from recommendations.plan.plan_forms import OwnItemForm, PlanFilterForm
from recommendations.plan.plan_money import plan_money
from recommendations.plan.plan_notices import Said, notice_address, notice_of
from recommendations.plan.plan_page import plan_page
from recommendations.plan.plan_queries import items_of, plan_of
from recommendations.plan.planning import NotSubmitted, PlanFull, UnknownAction, add_own_item, take_up_actions
from recommendations.plan.reminder_forms import ReminderForm
from recommendations.plan.rounds import round_of

MOST_ACTIONS = 60
FROM_RESULT = "result"


@require_safe
@never_cache
def plan_show(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the plan of the assessment's enterprise; before submission it leads to the check page."""
    return show_plan(request, assessment_for(request, public_id, Need.READ))


def show_plan(
    request: HttpRequest,
    assessment: Assessment,
    own_form: OwnItemForm | None = None,
    reminder_form: ReminderForm | None = None,
) -> HttpResponse:
    """This function will return the page of the plan, with the forms that were refused (422) or with empty ones."""
    current = round_of(assessment)
    if current is None:
        return redirect("responses:check", assessment.public_id)
    plan = plan_of(assessment)
    items, wanted = items_of(plan), PlanFilterForm(request.GET).wanted()
    today, locale = timezone.localdate(), get_language() or "en"
    page = plan_page(plan or Plan(), items, current, wanted, today, locale)
    context: dict[str, Any] = {
        "assessment": assessment,
        "plan": plan,
        "page": page,
        "line": plan_line(plan, page.rows, current, locale),
        "money": plan_money(items, current, today, locale, begins_on=None if plan is None else plan.begins_on),
        "notice": notice_of(request.GET, page.rows),
        "own_form": own_form or OwnItemForm(),
        "reminder_form": reminder_form or ReminderForm(),
        "sends_mail": sends_mail(),
    }
    return render(request, "plan/plan.html", context, status=422 if own_form or reminder_form else 200)


@require_POST
def plan_take_up(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will put the actions that were sent into the plan, and lead to it or back to where they were."""
    assessment = assessment_for(request, public_id, Need.PLAN)
    actions = request.POST.getlist("action")[:MOST_ACTIONS]
    try:
        taken = take_up_actions(
            assessment=assessment, actions=actions, language=get_language() or "", actor=person_of(request)
        )
    except NotSubmitted:
        return redirect("responses:check", public_id)
    except UnknownAction as unknown:
        raise Http404 from unknown
    if request.POST.get("back") == FROM_RESULT and len(actions) == 1:
        return HttpResponseRedirect(f"{reverse('report:result-show', args=[public_id])}#action-{actions[0]}")
    counts = {"added": len(taken.added), "kept": len(taken.kept)}
    return HttpResponseRedirect(notice_address(public_id, Said.TAKEN_UP, **counts))


@require_POST
def plan_item_add(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will add something of the enterprise's own."""
    assessment = assessment_for(request, public_id, Need.PLAN)
    form = OwnItemForm(request.POST)
    if not form.is_valid():
        return show_plan(request, assessment, own_form=form)
    try:
        item = add_own_item(
            assessment=assessment, language=get_language() or "en", actor=person_of(request), **form.cleaned_data
        )
    except NotSubmitted:
        return redirect("responses:check", public_id)
    except PlanFull:
        form.add_error("title", _("A plan holds 200 items at most. Take out what is no longer needed."))
        return show_plan(request, assessment, own_form=form)
    return HttpResponseRedirect(notice_address(public_id, Said.OWN_ADDED, item=item.public_id))
