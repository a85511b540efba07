"""The form of one section."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError, Fault
from assessment.scoring.texts import FALLBACK_LOCALE, localise
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.bases import base_in, out_of_date_form, timely
from recommendations.studio.drafts import Draft, bank_draft
from recommendations.studio.editor.parts import keys_of, section_at, sections_of
from recommendations.studio.editor.preview_page import languages_of, preview_of
from recommendations.studio.editor.section_forms import SectionForm
from recommendations.studio.editor.section_page import (
    add_section,
    all_nodes,
    new_section_initial,
    section_initial,
    write_section,
)
from recommendations.studio.putting_back import draft_with_part


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def section_edit(request: HttpRequest, bank_slug: str, section_key: str) -> HttpResponse:
    """This function will show the form of a section with what respondents see of it, or save it."""
    workshop = workshop_for(request.user, bank_slug, EDIT if request.method == "POST" else READ)
    sent, is_stale = timely(request, workshop.bank)
    draft = draft_with_part(workshop, sent, ("sections", section_key))
    section = section_at(draft.data, section_key)
    form = _form(draft, request, sent, initial=section_initial(section, draft.base))
    if is_stale:
        return _show(request, workshop, draft, form, section, 422, is_stale=True)
    if not form.is_bound or not form.is_valid():
        return _show(request, workshop, draft, form, section, 422 if form.is_bound else 200)
    write_section(section, form.cleaned_data)
    try:
        draft.save(by=workshop.person)
    except Overtaken as overtaken:
        return _show_overtaken(request, workshop, draft, section, overtaken)
    except DocumentError as error:
        return _show(request, workshop, draft, form, section, 422, faults=error.faults)
    messages.success(request, _("Saved."))
    return redirect("studio:section-edit", bank_slug, section_key)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def section_add(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show the form of a new section, or add it and open its first question."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    sent, is_stale = timely(request, workshop.bank)
    draft = bank_draft(workshop, base_in(sent))
    taken = frozenset(keys_of(sections_of(draft.data)))
    form = _form(draft, request, sent, taken=taken, initial=new_section_initial(draft))
    if is_stale:
        return _show(request, workshop, draft, form, None, 422, is_stale=True)
    if not form.is_bound or not form.is_valid():
        return _show(request, workshop, draft, form, None, 422 if form.is_bound else 200)
    key = add_section(draft, form.cleaned_data)
    try:
        draft.save(by=workshop.person)
    except Overtaken as overtaken:
        return _show(request, workshop, draft, form, None, 409, overtaken=overtaken)
    except DocumentError as error:
        return _show(request, workshop, draft, form, None, 422, faults=error.faults)
    messages.success(request, _("The section is added. This is its first question."))
    return redirect("studio:question-edit", bank_slug, key)


def _form(draft: Draft, request: HttpRequest, sent: QueryDict, **options: Any) -> SectionForm:
    nodes = all_nodes(draft.data, get_language() or FALLBACK_LOCALE)
    return SectionForm(sent if request.method == "POST" else None, locales=draft.locales, nodes=nodes, **options)


def _show_overtaken(
    request: HttpRequest, workshop: Workshop, draft: Draft, section: Data, overtaken: Overtaken
) -> HttpResponse:
    now = replace(draft, base=overtaken.revision, data=overtaken.data)
    there = next((each for each in sections_of(now.data) if each["key"] == section["key"]), None)
    nodes = all_nodes(now.data, get_language() or FALLBACK_LOCALE)
    form = SectionForm(initial=section_initial(there or section, now.base), locales=now.locales, nodes=nodes)
    return _show(request, workshop, now, form, section, 409, overtaken=overtaken, is_gone=there is None)


def _show(
    request: HttpRequest,
    workshop: Workshop,
    draft: Draft,
    form: SectionForm,
    section: Data | None,
    status: int,
    *,
    overtaken: Overtaken | None = None,
    faults: tuple[Fault, ...] = (),
    is_stale: bool = False,
    is_gone: bool = False,
) -> HttpResponse:
    page = {
        "workshop": workshop,
        "tab": "questions",
        "form": form,
        "key": section["key"] if section else "",
        "heading": localise(section["title"], get_language() or FALLBACK_LOCALE) if section else "",
        "locales": draft.locales,
        "languages": languages_of(draft.locales),
        "preview": preview_of(request.GET, draft.locales),
        "overtaken": overtaken,
        "is_gone": is_gone,
        "faults": faults,
        "stale": out_of_date_form() if is_stale else "",
        "shown": {"is_checked": status == 422 and not is_stale},
    }
    return render(request, "studio/editor/section.html", page, status=status)
