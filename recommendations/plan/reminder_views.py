"""Asking for reminders on the plan's page, and confirming or stopping them with the key in a letter."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.responses.access import Need, assessment_for
from recommendations.plan.access import plan_for_key
from recommendations.plan.models import Plan
from recommendations.plan.plan_notices import Said, notice_address
from recommendations.plan.plan_queries import plan_of
from recommendations.plan.plan_views import show_plan
from recommendations.plan.planning import NotSubmitted
from recommendations.plan.reminder_forms import ReminderForm
from recommendations.plan.reminders import (
    AskedTooOften,
    NothingToConfirm,
    ask_for_reminders,
    confirm_reminders,
    stop_reminders,
)

CONFIRM, STOP = "confirm", "stop"


@require_POST
def reminders_ask(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will send the letter that asks for confirmation, or stop the reminders from the plan's page."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    if STOP in request.POST:
        plan = plan_of(assessment)
        if plan is not None:
            stop_reminders(plan=plan)
        return HttpResponseRedirect(notice_address(public_id, Said.REMINDERS_STOPPED))
    form = ReminderForm(request.POST)
    if not form.is_valid():
        return show_plan(request, assessment, reminder_form=form)
    try:
        ask_for_reminders(assessment=assessment, email=form.cleaned_data["email"], language=get_language() or "en")
    except NotSubmitted:
        return redirect("responses:check", public_id)
    except AskedTooOften:
        form.add_error(
            "email",
            _(
                "A letter was sent only just now, or several went to this address today. Look for it, or try again later."
            ),
        )
        return show_plan(request, assessment, reminder_form=form)
    return HttpResponseRedirect(notice_address(public_id, Said.REMINDERS_ASKED))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reminders(request: HttpRequest, reminder_token: str) -> HttpResponse:
    """This function will show how reminders stand; a press confirms or stops them: mail scanners follow links."""
    plan = plan_for_key(reminder_token)
    if request.method == "POST":
        _act(request, plan)
        return redirect("plan:reminders", reminder_token)
    return render(request, "plan/reminders.html", {"plan": plan, "action": request.path})


def _act(request: HttpRequest, plan: Plan) -> None:
    if request.POST.get("do") == STOP:
        stop_reminders(plan=plan)
    elif request.POST.get("do") == CONFIRM:
        with suppress(NothingToConfirm):
            confirm_reminders(plan=plan)
