"""Removing a question or a section: first it is shown where it is used, then asked."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.flat import Data
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.studio.access import EDIT, Workshop, workshop_for
from recommendations.studio.bases import base_of
from recommendations.studio.drafts import Draft, bank_draft
from recommendations.studio.editor.parts import question_at, section_at
from recommendations.studio.editor.removal_page import Removal, question_removal, section_removal
from recommendations.studio.editor.removing import remove_question, remove_section


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question_remove(request: HttpRequest, bank_slug: str, question_key: str) -> HttpResponse:
    """This function will show where a question is used and ask, then take it out."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    draft = bank_draft(workshop, base_of(request))
    question_at(draft.data, question_key)
    removal = question_removal(workshop, draft, question_key, get_language() or FALLBACK_LOCALE)
    return _remove(request, workshop, draft, removal, lambda data: remove_question(data, question_key))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def section_remove(request: HttpRequest, bank_slug: str, section_key: str) -> HttpResponse:
    """This function will show where the questions of a section are used and ask, then take all of it out."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    draft = bank_draft(workshop, base_of(request))
    section_at(draft.data, section_key)
    removal = section_removal(workshop, draft, section_key, get_language() or FALLBACK_LOCALE)
    return _remove(request, workshop, draft, removal, lambda data: remove_section(data, section_key))


def _remove(
    request: HttpRequest, workshop: Workshop, draft: Draft, removal: Removal, remove: Callable[[Data], None]
) -> HttpResponse:
    if request.method != "POST":
        return _ask(request, workshop, draft.base, removal, 200)
    if not removal.is_possible:
        return _ask(request, workshop, draft.base, removal, 422)
    remove(draft.data)
    try:
        draft.save(by=workshop.person)
    except Overtaken as overtaken:
        return _ask(request, workshop, overtaken.revision, removal, 409, overtaken)
    messages.success(request, _("“%(what)s” is removed.") % {"what": removal.title})
    return redirect("studio:outline", workshop.bank.slug)


def _ask(
    request: HttpRequest,
    workshop: Workshop,
    base: int,
    removal: Removal,
    status: int,
    overtaken: Overtaken | None = None,
) -> HttpResponse:
    page = {
        "workshop": workshop,
        "tab": "questions",
        "base": base,
        "removal": removal,
        "is_refused": status == 422,
        "overlaps": overtaken.overlaps if overtaken else [],
    }
    return render(request, "studio/editor/remove.html", page, status=status)
