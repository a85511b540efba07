"""Services and money for one enterprise: the catalogue judged by its frozen answers, for its recommended actions."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.responses.access import Need, assessment_for
from recommendations.catalogue.fit import order_explained
from recommendations.catalogue.fit_page import fit_page
from recommendations.catalogue.forms import FitForm
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search_filters import search_filters
from recommendations.plan.rounds import round_of
from recommendations.plan.services.helped import enterprise_of


@require_safe
@never_cache
def services(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the services that fit; before submission it leads to the check page."""
    assessment = assessment_for(request, public_id, Need.READ)
    current = round_of(assessment)
    if current is None:
        return redirect("responses:check", public_id)
    reader = Reader(get_language() or "en")
    form = FitForm(request.GET, search_filters(reader))
    page = fit_page(enterprise_of(current, reader.locale), form, request.GET, reader, timezone.localdate())
    context = {"assessment": assessment, "form": form, "page": page, "order": order_explained()}
    return render(request, "plan/services.html", context)
