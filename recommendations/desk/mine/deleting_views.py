"""Deleting everything, and deleting one draft."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.access import enterprise_for
from assessment.accounts.models import Enterprise
from recommendations.desk.mine.access import draft_of
from recommendations.desk.mine.assessment_rows import draft_line
from recommendations.desk.mine.deletion_page import counts_of
from recommendations.desk.mine.forgetting import DraftSubmitted, GoneAlready, delete_draft, delete_enterprise
from recommendations.desk.mine.forms import DeletionForm
from recommendations.desk.mine.person import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def mine_delete(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will say what goes and what stays; POST with the name typed deletes it."""
    enterprise = enterprise_for(request.user, enterprise_id)
    form = DeletionForm(request.POST if request.method == "POST" else None, enterprise=enterprise)
    if form.is_valid():
        return _delete(request, enterprise)
    context = {"enterprise": enterprise, "form": form, "counts": counts_of(enterprise)}
    return render(request, "desk/mine_delete.html", context, status=422 if form.is_bound else 200)


def _delete(request: HttpRequest, enterprise: Enterprise) -> HttpResponse:
    named = {"enterprise": enterprise}
    try:
        delete_enterprise(enterprise=enterprise, by=signed_in(request))
    except GoneAlready:
        messages.info(request, gettext("“%(enterprise)s” is deleted already.") % named)
    else:
        messages.success(request, gettext("“%(enterprise)s” is deleted, with all that belonged to it.") % named)
    return redirect("desk:mine")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def draft_delete(request: HttpRequest, enterprise_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will ask before an assessment that is not submitted is deleted with its answers."""
    enterprise = enterprise_for(request.user, enterprise_id)
    draft = draft_of(enterprise, public_id)
    if request.method != "POST":
        context = {"enterprise": enterprise, "draft": draft_line(draft, get_language() or "en")}
        return render(request, "desk/mine_draft_delete.html", context)
    try:
        delete_draft(assessment=draft, by=signed_in(request))
    except GoneAlready:
        messages.info(request, gettext("The draft is deleted already."))
        return redirect("desk:mine")
    except DraftSubmitted:
        messages.warning(request, gettext("Nothing was deleted: the assessment was submitted in the meantime."))
    else:
        messages.success(request, gettext("The draft is deleted."))
    return redirect("desk:mine-enterprise", enterprise_id)
