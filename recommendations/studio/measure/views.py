"""The page of everything that is scored, and what stands in another order afterwards."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.drafts import Draft, bank_draft
from recommendations.studio.measure.families import THE_BANKS
from recommendations.studio.measure.move_forms import MoveForm
from recommendations.studio.measure.pages import scoring_address
from recommendations.studio.measure.scoring_page import SHOWS, part_lists, plain_nodes, tree_lines
from recommendations.studio.measure.tree import CannotMove


@require_safe
def scoring(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This view will show one part of what makes the score: the tree with what everything weighs, or a list."""
    workshop = workshop_for(request.user, bank_slug, READ)
    return _page(request, workshop, bank_draft(workshop), request.GET.get("show", ""))


@require_POST
def part_move(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This view will put a node or another part somewhere else."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That could not be moved. Nothing has changed."))
        return redirect(scoring_address(workshop, "tree"))
    draft = bank_draft(workshop, form.cleaned_data["base"])
    family = form.cleaned_data["family"]
    try:
        form.apply(draft.data)
        draft.save(by=workshop.person)
    except CannotMove:
        messages.error(request, _("It cannot go there. Nothing has changed."))
    except DocumentError as error:
        messages.error(request, str(error.faults[0]))
    except Overtaken as overtaken:
        return _page(request, workshop, bank_draft(workshop), family.show, overtaken)
    return redirect(scoring_address(workshop, family.show, form.cleaned_data["key"]))


def _page(
    request: HttpRequest, workshop: Workshop, draft: Draft, show: str, overtaken: Overtaken | None = None
) -> HttpResponse:
    show = show if show in SHOWS else "tree"
    lines = tree_lines(draft.document) if show == "tree" else []
    context = {
        "workshop": workshop,
        "tab": "scoring",
        "show": show,
        "shows": SHOWS.items(),
        "title": SHOWS[show],
        "base": draft.base,
        "lines": lines,
        "unscored": plain_nodes(draft.document) if show == "tree" and not lines else [],
        "lists": part_lists(draft, workshop.bank.slug, show),
        "the_banks": THE_BANKS,
        "overtaken": overtaken,
        "document": draft.document,
    }
    return render(request, "studio/measure/scoring.html", context, status=409 if overtaken else 200)
