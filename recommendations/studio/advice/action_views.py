"""Actions written and changed."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from recommendations.studio.access import EDIT, workshop_for
from recommendations.studio.advice.action_page import ActionPage
from recommendations.studio.advice.entering import begin_first, form_workshop
from recommendations.studio.advice.form_page import answer, posted_papers


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def action_add(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show an empty action and take it. A bank without playbook begins with a rule."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    if workshop.playbook is None:
        return begin_first(request, workshop)
    return answer(request, workshop, ActionPage(posted_papers(request, workshop)))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def action_edit(request: HttpRequest, bank_slug: str, action_key: str) -> HttpResponse:
    """This function will show an action, to editors to be changed, and take what was changed."""
    workshop = form_workshop(request, bank_slug)
    return answer(request, workshop, ActionPage(posted_papers(request, workshop, ("actions", action_key)), action_key))
