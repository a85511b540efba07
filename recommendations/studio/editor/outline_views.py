"""The outline of a bank, and the buttons that put it in order."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.bank.editing.actions import Overtaken
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.bases import base_of
from recommendations.studio.drafts import bank_draft
from recommendations.studio.editor.arranging import CannotMove
from recommendations.studio.editor.moving import move, told, why_not
from recommendations.studio.editor.outline_forms import MoveForm, SearchForm
from recommendations.studio.editor.outline_page import outline_of
from recommendations.studio.editor.removing import copy_question, copy_section


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def outline(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show the sections with their questions, or put one of them elsewhere."""
    if request.method == "POST":
        return _arrange(request, workshop_for(request.user, bank_slug, EDIT))
    return _show(request, workshop_for(request.user, bank_slug, READ))


def _show(request: HttpRequest, workshop: Workshop, overtaken: Overtaken | None = None) -> HttpResponse:
    form = SearchForm(request.GET)
    search = form.cleaned_data.get("q", "") if form.is_valid() else ""
    draft = bank_draft(workshop)
    page = {
        "workshop": workshop,
        "tab": "questions",
        "form": form,
        "search": search,
        "at": form.cleaned_data.get("at", ""),
        "base": draft.base,
        "sections": outline_of(draft.data, get_language() or FALLBACK_LOCALE, search),
        "overlaps": overtaken.overlaps if overtaken else [],
    }
    return render(request, "studio/editor/outline.html", page, status=409 if overtaken else 200)


def _arrange(request: HttpRequest, workshop: Workshop) -> HttpResponse:
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That move was not understood. Nothing has changed."))
        return redirect("studio:outline", workshop.bank.slug)
    draft, asked = bank_draft(workshop, form.cleaned_data["base"]), form.cleaned_data
    try:
        move(draft.data, asked)
        draft.save(by=workshop.person)
    except CannotMove as refusal:
        messages.warning(request, why_not(refusal))
    except Overtaken as overtaken:
        return _show(request, workshop, overtaken)
    else:
        messages.success(request, told(draft.data, asked, get_language() or FALLBACK_LOCALE))
    return _back(workshop, f"{asked['move']}-{asked['key']}")


def _back(workshop: Workshop, at: str) -> HttpResponse:
    return redirect(f"{reverse('studio:outline', args=[workshop.bank.slug])}?{urlencode({'at': at})}#{at}")


@require_POST
def question_copy(request: HttpRequest, bank_slug: str, question_key: str) -> HttpResponse:
    """This function will put a copy behind a question and open it."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    draft = bank_draft(workshop, base_of(request))
    key = copy_question(draft.data, question_key)
    try:
        draft.save(by=workshop.person)
    except Overtaken as overtaken:
        return _show(request, workshop, overtaken)
    messages.success(request, _("This is the copy. Change what is to be different."))
    return redirect("studio:question-edit", bank_slug, key)


@require_POST
def section_copy(request: HttpRequest, bank_slug: str, section_key: str) -> HttpResponse:
    """This function will put a copy behind a section, with copies of its questions, and open it."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    draft = bank_draft(workshop, base_of(request))
    key = copy_section(draft.data, section_key)
    try:
        draft.save(by=workshop.person)
    except Overtaken as overtaken:
        return _show(request, workshop, overtaken)
    messages.success(request, _("This is the copy. Change what is to be different."))
    return redirect("studio:section-edit", bank_slug, key)
