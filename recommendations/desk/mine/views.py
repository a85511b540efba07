"""The owner's own pages: what is theirs, and what others share with them."""

from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.accounts.access import enterprise_for
from assessment.accounts.models import User
from recommendations.desk.mine.access import begun_for
from recommendations.desk.mine.access_rows import access_rows
from recommendations.desk.mine.assessment_rows import assessment_rows, plan_line
from recommendations.desk.mine.link_rows import link_rows, this_browser
from recommendations.desk.mine.listing import owned_lines, shared_lines
from recommendations.desk.mine.record_page import newest_events

EVENTS_SHOWN = 5


@require_safe
@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """This function will list a person's enterprises, and those shared with them; with a single one it leads there."""
    person = request.user
    if not isinstance(person, User):
        return redirect_to_login(request.path, reverse("accounts:sign-in"))
    locale = get_language() or "en"
    owned, shared = owned_lines(person), shared_lines(person, locale)
    if len(owned) == 1 and not shared:
        return redirect("desk:mine-enterprise", owned[0].public_id)
    return render(request, "desk/mine.html", {"owned": owned, "shared": shared, "begun": begun_for(request, person)})


@require_safe
@never_cache
def mine_enterprise(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will show the owner all that there is about one enterprise."""
    enterprise = enterprise_for(request.user, enterprise_id)
    locale = get_language() or "en"
    context = {
        "enterprise": enterprise,
        "assessments": assessment_rows(enterprise, locale),
        "plan": plan_line(enterprise, timezone.localdate()),
        "access": access_rows(enterprise),
        "links": link_rows(enterprise, locale, this_browser(request)),
        "events": newest_events(enterprise, EVENTS_SHOWN),
    }
    return render(request, "desk/mine_enterprise.html", context)
