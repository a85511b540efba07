"""The head of a bank: its words, its languages, and how the size of an enterprise is found."""

import copy

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from assessment.scoring.checks.texts import translatable_texts
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.bases import base_in, base_of, timely
from recommendations.studio.drafts import Draft, bank_draft
from recommendations.studio.forms import language_name
from recommendations.studio.measure.editor import Editor, Shape
from recommendations.studio.measure.head_forms import HeadForm, LanguageForm, SizeForm, SizeLabelForm, SizeRuleForm
from recommendations.studio.measure.parts import Context
from recommendations.studio.measure.saving import keep

HEAD = Shape(HeadForm)
SIZE = Shape(SizeForm, {"labels": SizeLabelForm, "rules": SizeRuleForm})
SIZE_PART = "size"


@require_http_methods(["GET", "HEAD", "POST"])
def head_edit(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This view will show the head of a bank in a form, and keep what is sent."""
    return _respond(request, bank_slug, "")


@require_http_methods(["GET", "HEAD", "POST"])
def size_edit(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This view will do the same for the size classes."""
    return _respond(request, bank_slug, SIZE_PART)


@require_POST
def language_add(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This view will give the bank one language more, for which nothing is written yet."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    form = LanguageForm(request.POST)
    head = reverse("studio:head-edit", args=[bank_slug])
    if not form.is_valid():
        messages.error(request, str(form.errors.get("locale", [_("Write the code in small letters, such as en.")])[0]))
        return redirect(f"{head}#at-locales")
    draft = bank_draft(workshop, form.cleaned_data["base"])
    locale = form.cleaned_data["locale"]
    if locale not in draft.data["locales"]:
        _keep_languages(request, draft, {**draft.data, "locales": [*draft.data["locales"], locale]})
    return redirect(f"{head}#at-locales")


@require_http_methods(["GET", "HEAD", "POST"])
def language_remove(request: HttpRequest, bank_slug: str, locale: str) -> HttpResponse:
    """This view will say how many texts go with a language, and take them out."""
    workshop = workshop_for(request.user, bank_slug, EDIT)
    draft = bank_draft(workshop, base_of(request))
    if locale not in draft.locales:
        raise Http404
    head = reverse("studio:head-edit", args=[bank_slug])
    count, data = _without(draft, locale)
    if request.method == "POST" and draft.locales != [locale]:
        _keep_languages(request, draft, data)
        return redirect(f"{head}#at-locales")
    context = {
        "workshop": workshop,
        "tab": "scoring",
        "language": language_name(locale),
        "locale": locale,
        "count": count,
        "is_only": draft.locales == [locale],
        "base": draft.base,
        "back": f"{head}#at-locales",
    }
    return render(request, "studio/measure/language_remove.html", context, status=422 if request.POST else 200)


def _keep_languages(request: HttpRequest, draft: Draft, data: Data) -> None:
    trouble = keep(draft, copy.deepcopy(data), request.user)  # type: ignore[arg-type]  # access has let somebody in
    if trouble is None:
        messages.success(request, _("Saved."))
    else:
        messages.error(request, _("Somebody changed the same meanwhile. Nothing was saved; please look again."))


def _without(draft: Draft, locale: str) -> tuple[int, Data]:
    """How many texts are written in a language, and the data without them."""
    document = draft.document.model_copy(deep=True)
    texts = [text for _place, text, _required in translatable_texts(document) if locale in text]
    for text in texts:
        del text[locale]
    data = draft.craft.flat(document)
    return len(texts), data | {"locales": [each for each in draft.locales if each != locale]}


def _respond(request: HttpRequest, bank_slug: str, name: str) -> HttpResponse:
    sends = request.method == "POST"
    workshop = workshop_for(request.user, bank_slug, EDIT if sends else READ)
    sent, is_stale = timely(request, workshop.bank)
    draft = bank_draft(workshop, base_in(sent))
    editor = _editor(draft, draft.data, draft.base, name, sent if sends else None, is_stale=is_stale)
    overtaken: Overtaken | None = None
    if sends and editor.is_valid:
        made = editor.made()
        trouble = keep(draft, {**draft.data, name: made} if name else made, workshop.person)
        if trouble is None:
            messages.success(request, _("Saved."))
            return redirect("studio:size-edit" if name else "studio:head-edit", bank_slug)
        if isinstance(trouble, DocumentError):
            editor.refuse(trouble.faults, (name,) if name else ())
        else:
            overtaken = trouble
            editor = _editor(draft, overtaken.data, overtaken.revision, name, None)
    status = 409 if overtaken else 422 if editor.problems else 200
    return render(request, "studio/measure/head.html", _shown(workshop, draft, editor, overtaken, name), status=status)


def _editor(
    draft: Draft, data: Data, base: int, name: str, sent: QueryDict | None, *, is_stale: bool = False
) -> Editor:
    part = data.get(name) if name else data
    context = Context(draft.document, draft.locales)
    return Editor(SIZE if name else HEAD, context, part, base, sent, is_stale=is_stale)


def _shown(
    workshop: Workshop, draft: Draft, editor: Editor, overtaken: Overtaken | None, name: str
) -> dict[str, object]:
    languages = [(locale, language_name(locale)) for locale in draft.locales]
    return {
        "workshop": workshop,
        "tab": "scoring",
        "editor": editor,
        "overtaken": overtaken,
        "is_size": bool(name),
        "title": _("Size classes") if name else pgettext("studio", "Head of the bank"),
        "languages": languages,
        "language_form": LanguageForm(initial={"base": draft.base}),
        "base": draft.base,
    }
