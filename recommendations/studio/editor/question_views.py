"""The form of one question."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.studio.access import EDIT, READ, workshop_for
from recommendations.studio.bases import base_in, timely
from recommendations.studio.drafts import bank_draft
from recommendations.studio.editor.acts import SAVE_THEN_RULE, act_of
from recommendations.studio.editor.overtaking import overtaken_page
from recommendations.studio.editor.preview_page import preview_of
from recommendations.studio.editor.question_context import Shown, question_context
from recommendations.studio.editor.question_page import Desk, desk_for_new, desk_of
from recommendations.studio.editor.question_save import Outcome, save_question
from recommendations.studio.editor.redrawing import redrawn
from recommendations.studio.editor.sheet import Sheet
from recommendations.studio.putting_back import draft_with_part

TEMPLATE = "studio/editor/question.html"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question_edit(request: HttpRequest, bank_slug: str, question_key: str) -> HttpResponse:
    """This function will show the form of a question with what respondents see, or save it."""
    workshop = workshop_for(request.user, bank_slug, EDIT if request.method == "POST" else READ)
    sent, is_stale = timely(request, workshop.bank)
    draft = draft_with_part(workshop, sent, ("questions", question_key))
    return _page(request, sent, desk_of(workshop, draft, question_key, get_language() or FALLBACK_LOCALE), is_stale)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question_add(request: HttpRequest, bank_slug: str, section_key: str) -> HttpResponse:
    """This function will show the form of a new question at the end of a section, or add it."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    sent, is_stale = timely(request, workshop.bank)
    draft = bank_draft(workshop, base_in(sent))
    kind = request.POST.get("kind") or request.GET.get("kind", "")
    desk = desk_for_new(workshop, draft, section_key, kind, get_language() or FALLBACK_LOCALE)
    return _page(request, sent, desk, is_stale)


def _page(request: HttpRequest, sent: QueryDict, desk: Desk, is_stale: bool) -> HttpResponse:
    if request.method != "POST":
        return _show(request, desk, desk.sheet(), Shown(is_added="added" in request.GET))
    if is_stale:
        return _show(request, desk, desk.typed(sent, redrawn=True), Shown(is_stale=True), 422)
    act = act_of(sent)
    sheet = desk.typed(sent, redrawn=not act.is_save)
    if not act.is_save or sheet.form.wants_rerender:
        sheet, goes_on_at = redrawn(desk, sent, act)
        return _show(request, desk, sheet, Shown(goes_on_at=goes_on_at))
    if not sheet.is_valid():
        return _show(request, desk, sheet, Shown(is_checked=True), 422)
    return _saved(request, desk, sheet, save_question(desk, sheet))


def _saved(request: HttpRequest, desk: Desk, sheet: Sheet, outcome: Outcome) -> HttpResponse:
    if outcome.overtaken is not None:
        again, its_sheet = overtaken_page(desk, request.POST, outcome.overtaken)
        return _show(request, again, its_sheet, Shown(outcome=outcome, is_gone=again is desk), 409)
    if not outcome.key:
        return _show(request, desk, sheet, Shown(is_checked=True, outcome=outcome), 422)
    messages.success(request, _("Added.") if desk.around.is_new else _("Saved."))
    if desk.around.is_new and act_of(request.POST).name == SAVE_THEN_RULE:
        return redirect(f"{reverse('studio:rule-add', args=[desk.workshop.bank.slug])}?question={outcome.key}")
    page = reverse("studio:question-edit", args=[desk.workshop.bank.slug, outcome.key])
    return redirect(f"{page}?added" if desk.around.is_new else page)


def _show(request: HttpRequest, desk: Desk, sheet: Sheet, shown: Shown, status: int = 200) -> HttpResponse:
    context = question_context(desk, sheet, shown) | {"preview": preview_of(request.POST, desk.draft.locales)}
    return render(request, TEMPLATE, context, status=status)
