"""Taking out a part that nothing refers to."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, Workshop, workshop_for
from recommendations.studio.bases import base_of
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.measure.choices import said
from recommendations.studio.measure.families import Family, family_of
from recommendations.studio.measure.pages import scoring_address
from recommendations.studio.places import page_of
from recommendations.studio.uses import uses_of
from recommendations.studio.uses_in_conditions import called


@dataclass(frozen=True, slots=True)
class UseLine:
    words: str
    page: str


@require_http_methods(["GET", "HEAD", "POST"])
def part_remove(request: HttpRequest, bank_slug: str, family: str, part_key: str, ladder_key: str = "") -> HttpResponse:
    """This view will ask whether a part shall go, saying who refers to it, and take it out if nobody does."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    sort = family_of(family, ladder_key)
    draft = bank_draft(workshop, base_of(request))
    part = sort.part(draft.data, part_key)
    uses = _uses(workshop, draft, sort, part)
    overtaken: Overtaken | None = None
    faults: list[str] = []
    if request.method == "POST" and not uses:
        sort.items(draft.data).remove(part)
        try:
            draft.save(by=workshop.person)
            messages.success(request, _("Removed. It can be brought back by undoing."))
            return redirect(scoring_address(workshop, sort.show))
        except Overtaken as error:
            overtaken = error
        except DocumentError as error:
            faults = [fault.message for fault in error.faults]
    context = {
        "workshop": workshop,
        "tab": "scoring",
        "family": sort,
        "key": part_key,
        "title": said(part.get("title") or part.get("message")) or part_key,
        "uses": uses,
        "overtaken": overtaken,
        "faults": faults,
        "base": overtaken.revision if overtaken else draft.base,
        "back": scoring_address(workshop, sort.show, part_key),
    }
    status = 409 if overtaken else 422 if request.method == "POST" else 200
    return render(request, "studio/measure/remove.html", context, status=status)


def _uses(workshop: Workshop, draft: Draft, family: Family, part: Data) -> list[UseLine]:
    """Whoever refers to the part, but for the part itself; below a node also what hangs on it."""
    playbook = playbook_draft(workshop).document if workshop.playbook is not None else None
    found = uses_of(draft.document, playbook, family.uses, f"{family.prefix}{part['key']}") if family.uses else []
    own = ".".join(family.place(part["key"]))
    lines = [
        UseLine(use.words, page_of(workshop.bank.slug, use.place, in_playbook=use.in_playbook))
        for use in found
        if use.in_playbook or not f"{use.place}.".startswith(f"{own}.")
    ]
    if family.name == "node":
        lines += _hanging(workshop, draft.data["nodes"], part)
    return lines


def _hanging(workshop: Workshop, nodes: list[Data], part: Data) -> list[UseLine]:
    below = [node for node in nodes if node.get("parent") == part["key"]]
    found = [
        UseLine(
            _("Node %(key)s stands below it") % {"key": called(node["title"], node["key"])},
            page_of(workshop.bank.slug, f"nodes.{node['key']}"),
        )
        for node in below
    ]
    if "parent" not in part:
        found.append(UseLine(_("It is the whole: every bank has one"), page_of(workshop.bank.slug, "nodes")))
    return found
