"""The plan to take away: as a calendar and as a workbook."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext
from django.views.decorators.http import require_safe

from assessment.accounts.file_names import attachment_header
from assessment.mail.addresses import public_address
from assessment.responses.access import Need, assessment_for
from assessment.responses.models import Assessment
from recommendations.plan.calendar import calendar_of
from recommendations.plan.item_rows import item_rows
from recommendations.plan.models import Plan
from recommendations.plan.plan_queries import items_of, plan_of
from recommendations.plan.rounds import round_of
from recommendations.plan.workbook import write_workbook
from recommendations.plan.workbook_basis import basis_of

CALENDAR = "text/calendar; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def plan_calendar(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will hand out what is planned as a calendar, in the language of the page."""
    assessment = assessment_for(request, public_id, Need.READ)
    current, locale = round_of(assessment), get_language() or "en"
    if current is None:
        return redirect("responses:check", public_id)
    rows = item_rows(items_of(plan_of(assessment)), current, timezone.localdate(), locale)
    name = gettext("Plan of %(enterprise)s") % {"enterprise": assessment.enterprise.name}
    address = public_address(reverse("plan:plan-show", args=[public_id]))
    return _file(calendar_of(rows, name, address, timezone.now()), CALENDAR, ".ics", assessment)


@require_safe
def plan_workbook(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will hand out the plan as a workbook, in the language of the page."""
    assessment = assessment_for(request, public_id, Need.READ)
    current, locale = round_of(assessment), get_language() or "en"
    if current is None:
        return redirect("responses:check", public_id)
    plan = plan_of(assessment)
    rows = item_rows(items_of(plan), current, timezone.localdate(), locale)
    basis = basis_of(plan or Plan(), rows, current, locale)
    return _file(write_workbook(rows, basis, gettext("Plan")), WORKBOOK, ".xlsx", assessment)


def _file(content: bytes, content_type: str, ending: str, assessment: Assessment) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    called, enterprise = pgettext("file name", "plan"), assessment.enterprise.name
    response.headers["Content-Disposition"] = attachment_header("plan", ending, enterprise, called)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
