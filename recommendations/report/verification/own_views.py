"""The pages on which an owner lets others check a report, and takes that back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.access import person_of
from recommendations.report.verification.access import own_report_for
from recommendations.report.verification.actions import allow_checking, withdraw_checking
from recommendations.report.verification.queries import checking_of


@require_safe
@never_cache
def checking(request: HttpRequest, public_id: UUID, report_id: UUID) -> HttpResponse:
    """This function will show the owner what others would read about a report, and whether they may."""
    own = own_report_for(request, public_id, report_id)
    page = checking_of(own.report)
    context = {"assessment": own.assessment, "page": page, "address": request.build_absolute_uri(page.path)}
    return render(request, "report/checking.html", context)


@require_POST
def checking_allow(request: HttpRequest, public_id: UUID, report_id: UUID) -> HttpResponse:
    own = own_report_for(request, public_id, report_id)
    allow_checking(report=own.report, assessment=own.assessment, by=person_of(request))
    messages.success(request, _("Others can check this report now."))
    return redirect("report:checking", public_id, report_id)


@require_POST
def checking_withdraw(request: HttpRequest, public_id: UUID, report_id: UUID) -> HttpResponse:
    own = own_report_for(request, public_id, report_id)
    withdraw_checking(report=own.report, assessment=own.assessment, by=person_of(request))
    messages.success(request, _("Nobody can check this report any more."))
    return redirect("report:checking", public_id, report_id)
