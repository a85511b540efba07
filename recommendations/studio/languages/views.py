"""Texts of a bank and its playbook, side by side in two languages."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.languages.actions import Kept, merged_rows, save_translations
from recommendations.studio.languages.forms import TranslationsForm
from recommendations.studio.languages.listing import Filled, context_of
from recommendations.studio.languages.registry import texts_of
from recommendations.studio.languages.rows import table_of

PAGE = "studio/languages/texts.html"


@require_http_methods(["GET", "HEAD", "POST"])
def languages(request: HttpRequest, bank_slug: str) -> HttpResponse:
    workshop = workshop_for(request.user, bank_slug, EDIT if request.method == "POST" else READ)
    return _save(request, workshop) if request.method == "POST" else _page(request, workshop)


def _page(
    request: HttpRequest, workshop: Workshop, filled: Filled | None = None, status: int = 200, **more: Any
) -> HttpResponse:
    context = context_of(workshop, table_of(workshop), request.GET, get_language() or "", filled)
    return render(request, PAGE, context | more, status=status)


def _save(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    form = TranslationsForm(request.POST)
    if not form.is_valid():
        raise Http404
    asked, rows, bases = form.cleaned_data, form.rows(), _bases(form.cleaned_data)
    drafts = _drafts(workshop, bases)
    if asked["target"] not in drafts["bank"].locales or not _are_texts(drafts, rows):
        raise Http404
    faults = form.faults()
    if faults:
        return _page(request, workshop, Filled(rows, faults, bases), 422)
    try:
        kept = save_translations(
            drafts=drafts, target=asked["target"], rows=rows, confirm=asked["confirm"], by=workshop.person
        )
    except Overtaken as overtaken:
        found = merged_rows(rows, overtaken, drafts, asked["target"])
        filled = Filled(found.rows, {}, bases | {found.copy: overtaken.revision})
        return _page(request, workshop, filled, 409, overlaps=overtaken.overlaps)
    except DocumentError as error:
        return _page(request, workshop, Filled(rows, {}, bases), 422, faults=error.faults)
    _tell(request, kept)
    return redirect(request.get_full_path())


def _bases(asked: dict[str, Any]) -> dict[str, int]:
    return {copy: asked[f"base_{copy}"] for copy in ("bank", "playbook") if asked[f"base_{copy}"] is not None}


def _drafts(workshop: Workshop, bases: dict[str, int]) -> dict[str, Draft]:
    drafts = {"bank": bank_draft(workshop, base=bases["bank"])}
    if "playbook" in bases:
        drafts["playbook"] = playbook_draft(workshop, base=bases["playbook"])
    return drafts


def _are_texts(drafts: dict[str, Draft], rows: Any) -> bool:
    """Whether each row names a text that there was when the form was made."""
    playbook = drafts.get("playbook")
    known = {
        (text.copy, text.place)
        for text in texts_of(drafts["bank"].document, None if playbook is None else playbook.document)
    }
    return all((row.copy, row.place) in known for row in rows)


def _tell(request: HttpRequest, kept: Kept) -> None:
    if kept.changed:
        said = ngettext("%(count)d text saved.", "%(count)d texts saved.", kept.changed)
        messages.success(request, said % {"count": kept.changed})
    if kept.confirmed:
        messages.success(request, _("The translation is marked as right."))
    if not kept.changed and not kept.confirmed:
        messages.info(request, _("Nothing was changed."))
