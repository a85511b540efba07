"""What respondents would see and what a change does, from a form that nobody has saved. Saves nothing."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods

from assessment.bank.faults import DocumentError
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.studio.access import READ, Workshop, workshop_for
from recommendations.studio.bases import base_in, timely
from recommendations.studio.drafts import bank_draft
from recommendations.studio.editor.preview_forms import PreviewForm
from recommendations.studio.editor.preview_page import preview_html
from recommendations.studio.editor.question_page import Desk, desk_for_new, desk_of
from recommendations.studio.measure.shares import question_shares
from recommendations.studio.putting_back import draft_with_part

JSON = "application/json"


@never_cache
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": [SELF]})  # type: ignore[arg-type]  # it types views without arguments only
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show a question or a section as respondents would see it, with what is typed put in."""
    workshop = workshop_for(request.user, bank_slug, READ)
    sent = request.POST if request.method == "POST" else request.GET
    asked = PreviewForm(sent)
    if not asked.is_valid():
        raise Http404
    locale = asked.cleaned_data["preview_language"]
    is_section = not asked.cleaned_data["of_question"] and not asked.cleaned_data["new"]
    if is_section and request.method != "POST":
        return _section(workshop, asked.cleaned_data["of_section"], locale)
    return _question(request, _desk(request, workshop, asked.cleaned_data), locale)


def _desk(request: HttpRequest, workshop: Workshop, asked: dict[str, str]) -> Desk:
    sent, _is_stale = timely(request, workshop.bank)
    locale = get_language() or FALLBACK_LOCALE
    if asked["of_question"]:
        draft = draft_with_part(workshop, sent, ("questions", asked["of_question"]))
        return desk_of(workshop, draft, asked["of_question"], locale)
    draft = bank_draft(workshop, base_in(sent))
    return desk_for_new(workshop, draft, asked["of_section"], request.POST.get("kind", ""), locale)


def _section(workshop: Workshop, section_key: str, locale: str) -> HttpResponse:
    document = bank_draft(workshop).document
    section = next((each for each in document.sections if each.key == section_key), None)
    if section is None:
        raise Http404
    return HttpResponse(
        preview_html(document, section, section.questions, _known(locale, document.locales), whole=True)
    )


def _question(request: HttpRequest, desk: Desk, locale: str) -> HttpResponse:
    before = desk.draft.document
    key = desk.key
    try:
        if request.method == "POST":
            key = desk.put(desk.typed(request.POST))
            after = desk.document()
        else:
            after = desk.begun_document()
    except DocumentError:
        return _unreadable(request)
    section = next(each for each in after.sections if each.key == desk.section["key"])
    question = next(each for each in section.questions if each.key == key)
    html = preview_html(after, section, [question], _known(locale, after.locales), whole=False)
    if request.headers.get("Accept") != JSON:
        return HttpResponse(html)
    rows = question_shares(before, after, key, desk.around.locale)
    return JsonResponse({"html": html, "shares": render_to_string("studio/editor/shares_rows.html", {"shares": rows})})


def _unreadable(request: HttpRequest) -> HttpResponse:
    said = _("This cannot be shown yet. Save to see what is missing.")
    if request.headers.get("Accept") == JSON:
        return JsonResponse({"said": said}, status=422)
    return HttpResponse(render_to_string("studio/editor/preview_missing.html", {"said": said}), status=422)


def _known(locale: str, locales: list[str]) -> str:
    return locale if locale in locales else locales[0]
