"""Rules written and changed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from recommendations.studio.access import EDIT, workshop_for
from recommendations.studio.advice.entering import form_workshop
from recommendations.studio.advice.form_page import answer, posted_papers
from recommendations.studio.advice.rule_page import RulePage, Wish
from recommendations.studio.advice.starting import AlreadyStarted


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rule_add(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show an empty rule, or one begun from `?question=` or `?action=`, and take it."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    wish = Wish(request.GET.get("question", ""), request.GET.get("action", ""))
    try:
        return answer(request, workshop, RulePage(posted_papers(request, workshop), wish=wish))
    except AlreadyStarted:
        messages.error(
            request, _("Somebody else began the advice of this bank meanwhile. Please look, and write again.")
        )
        return redirect("studio:advice", bank_slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rule_edit(request: HttpRequest, bank_slug: str, rule_key: str) -> HttpResponse:
    """This function will show a rule, to editors to be changed, and take what was changed."""
    workshop = form_workshop(request, bank_slug)
    return answer(request, workshop, RulePage(posted_papers(request, workshop, ("rules", rule_key)), rule_key))
