"""The record of an enterprise, page by page."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.accounts.access import enterprise_for
from recommendations.desk.mine.record_page import event_rows, events_of

ON_A_PAGE = 50


@require_safe
@never_cache
def mine_record(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will show what was done with the data, newest first."""
    enterprise = enterprise_for(request.user, enterprise_id)
    listed = Paginator(events_of(enterprise).select_related("actor"), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"enterprise": enterprise, "listed": listed, "rows": event_rows(enterprise, listed.object_list)}
    return render(request, "desk/mine_record.html", context)
