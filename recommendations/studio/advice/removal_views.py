"""Actions and rules taken out, once it is clear what goes with them."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from recommendations.studio.access import EDIT, Workshop, workshop_for
from recommendations.studio.advice.moving import changed
from recommendations.studio.advice.papers import Papers, papers_of
from recommendations.studio.advice.removal import Removal, carry_out, removal_of_action, removal_of_rule
from recommendations.studio.bases import base_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def action_remove(request: HttpRequest, bank_slug: str, action_key: str) -> HttpResponse:
    """This function will say where an action is used, and take it out; with its rules only if that is ticked."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    return _answer(request, workshop, lambda papers: removal_of_action(papers, action_key))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def rule_remove(request: HttpRequest, bank_slug: str, rule_key: str) -> HttpResponse:
    """This function will ask whether a rule is to be taken out, and take it out."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    return _answer(request, workshop, lambda papers: removal_of_rule(papers, rule_key))


def _answer(request: HttpRequest, workshop: Workshop, make: Callable[[Papers], Removal]) -> HttpResponse:
    papers = papers_of(workshop, base_of(request))
    removal = make(papers)
    if request.method != "POST":
        return _shown(request, papers, removal)
    if removal.is_impossible:
        return _shown(request, papers, removal, status=422)
    if removal.uses and "along" not in request.POST:
        return _shown(request, papers, removal, _("Tick that what uses it is to be changed as well."), 422)
    assert papers.draft is not None
    carry_out(papers.draft.data, removal)
    refused = changed(papers.draft, workshop.person)
    if refused:
        papers = papers_of(workshop_for(request.user, papers.slug, EDIT))
        return _shown(request, papers, make(papers), refused, 409)
    messages.success(request, _("%(title)s is removed.") % {"title": removal.title})
    return redirect(reverse("studio:advice", args=[papers.slug]))


def _shown(
    request: HttpRequest, papers: Papers, removal: Removal, refused: str = "", status: int = 200
) -> HttpResponse:
    context = {"workshop": papers.workshop, "tab": "advice", "papers": papers, "removal": removal, "refused": refused}
    return render(request, "studio/advice/remove.html", context, status=status)
