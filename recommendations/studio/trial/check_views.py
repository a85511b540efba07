"""The check page: everything that speaks against releasing the working copies as they stand; figures taken over."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.forms import BaseRevisionForm
from recommendations.studio.languages.stale import stale_texts
from recommendations.studio.places import page_of
from recommendations.studio.trial.check_page import check_page
from recommendations.studio.trial.copies import Unreadable, copies_of
from recommendations.studio.trial.taking_over import Outdated, Uncalculated, UnknownExample, take_over_figures
from recommendations.studio.trial.unreadable import unreadable_page


@require_safe
@never_cache
def check(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what the checkers find, with `?deep=1` after trying generated answers as well."""
    workshop = workshop_for(request.user, bank_slug, READ)
    try:
        copies = copies_of(workshop)
    except Unreadable as fault:
        return unreadable_page(request, workshop, "check", fault)
    page = check_page(copies, request.GET, get_language() or "en")
    stale = stale_texts(workshop.bank, workshop.playbook)
    context = {"workshop": workshop, "tab": "check", "page": page, "stale": stale}
    return render(request, "studio/trial/check.html", context)


@require_POST
@never_cache
def figures_take(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will let worked examples expect what comes out now: the one named, or all of them."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    example = request.POST.get("example", "")
    _take_over(request, workshop, example)
    if example and request.POST.get("back") == "example":
        return redirect(page_of(bank_slug, f"examples.{example}"))
    return redirect(f"{reverse('studio:check', args=[bank_slug])}#worked-examples")


def _take_over(request: HttpRequest, workshop: Workshop, example: str) -> None:
    form = BaseRevisionForm(request.POST)
    base = form.cleaned_data["base"] if form.is_valid() else -1
    try:
        count = take_over_figures(workshop=workshop, base=base, example=example, on=timezone.localdate())
    except UnknownExample as error:
        raise Http404 from error
    except (Outdated, Overtaken):
        messages.error(request, _("Nothing was taken over: the bank has changed since. Look at the figures again."))
    except (Uncalculated, DocumentError):
        messages.error(request, _("The worked examples are calculated once no error is left in the bank."))
    else:
        said = ngettext("%(count)d figure taken over.", "%(count)d figures taken over.", count) % {"count": count}
        messages.success(request, said if count else _("There was nothing to take over."))
