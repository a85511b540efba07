"""Taking back what was not released: one change, or everything."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, Workshop, workshop_for
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.history.actions import restore, take_back
from recommendations.studio.history.comparing import Pair, compare, line_with, pair_of
from recommendations.studio.history.forms import DiscardForm, TakeBackForm
from recommendations.studio.history.lines import Line
from recommendations.studio.history.resting import can_go, resting_on
from recommendations.studio.history.versions import versions_of
from recommendations.studio.history.ways_back import way_back


@require_POST
def take_one_back(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, EDIT)
    form = TakeBackForm(request.POST)
    if not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    compared = compare(_pairs(workshop), get_language() or "")
    line = line_with(compared, asked["copy"], asked["line"])
    if line is None:
        return _changed_again(request, workshop)
    resting = resting_on(line, [line for each in compared for line in each.lines])
    if asked["also"] and asked["also"].split() != [each.id for each in resting]:
        return _changed_again(request, workshop)
    draft = _draft(workshop, asked["copy"])
    try:
        taken = take_back(draft=draft, lines=[*(resting if asked["also"] else ()), line], by=workshop.person)
    except Overtaken:
        return _changed_again(request, workshop)
    except DocumentError as error:
        return _needs_others(request, workshop, line, resting, error)
    return _taken_back(request, workshop) if taken is not None else _changed_again(request, workshop)


def _taken_back(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    messages.success(request, _("Taken back. You can undo that."))
    return redirect(way_back(request, _changes(workshop.bank.slug)))


def _changed_again(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    messages.warning(request, _("This was changed again meanwhile. Look at how it stands now."))
    return redirect(way_back(request, _changes(workshop.bank.slug)))


def _needs_others(
    request: HttpRequest, workshop: Workshop, line: Line, resting: list[Line], error: DocumentError
) -> HttpResponse:
    context = {
        "workshop": workshop,
        "tab": "changes",
        "line": line,
        "resting": resting,
        "can_go": bool(resting) and can_go(_draft(workshop, line.copy), [*resting, line]),
        "also": " ".join(each.id for each in resting),
        "faults": error.faults,
        "next": way_back(request, _changes(workshop.bank.slug)),
    }
    return render(request, "studio/history/resting.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def discard(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, EDIT)
    if request.method == "POST":
        return _discard(request, workshop)
    compared = compare(_pairs(workshop), get_language() or "")
    context = {
        "workshop": workshop,
        "tab": "changes",
        "compared": [each for each in compared if each.lines],
        "bases": {each.word: each.new.row.revision for each in compared},
    }
    return render(request, "studio/history/discard.html", context)


def _discard(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    form = DiscardForm(request.POST)
    if not form.is_valid():
        raise Http404
    versions = versions_of(workshop)
    releases = {word: listed.released for word, listed in versions.items() if listed.released is not None}
    drafts = {word: _draft(workshop, word, form.cleaned_data[f"base_{word}"]) for word in releases}
    try:
        made = restore(drafts=drafts, releases=releases, by=workshop.person)
    except (Overtaken, DocumentError):
        messages.warning(request, _("Somebody else changed the same meanwhile. Nothing was discarded: look again."))
        return redirect("studio:discard", bank_slug=workshop.bank.slug)
    if made:
        messages.success(request, _("All changes that were not released are discarded. You can undo that."))
    else:
        messages.info(request, _("There was nothing to discard."))
    return redirect(_changes(workshop.bank.slug))


def _pairs(workshop: Workshop) -> dict[str, Pair]:
    return {word: pair_of(listed, "", "") for word, listed in versions_of(workshop).items()}


def _draft(workshop: Workshop, word: str, base: int | None = None) -> Draft:
    return bank_draft(workshop, base) if word == "bank" else playbook_draft(workshop, base)


def _changes(bank_slug: str) -> str:
    return reverse("studio:differences", kwargs={"bank_slug": bank_slug})
