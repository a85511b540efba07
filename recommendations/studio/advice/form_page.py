"""A page with one form of the playbook: shown, drawn again, refused, overtaken, or saved."""

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from assessment.accounts.models import User
from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.differences import Place
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from recommendations.studio.access import Workshop
from recommendations.studio.advice.papers import Papers, papers_of
from recommendations.studio.advice.playbook_form import PlaybookForm
from recommendations.studio.bases import base_in, out_of_date_form, timely
from recommendations.studio.putting_back import put_back

TRY = "try"


class FormPage(ABC):
    """`template` shows `form`; `prefix` is the address of what it edits, for the schema's complaints."""

    template: str
    prefix = ""

    def __init__(self, papers: Papers) -> None:
        self.papers = papers

    @abstractmethod
    def form(self, papers: Papers, data: QueryDict | None = None) -> PlaybookForm:
        """The form, filled in with `data`, else from the playbook of `papers`."""

    @abstractmethod
    def put(self, data: Data, form: PlaybookForm) -> str:
        """Writes what the valid form says into the playbook's flat data, and returns what to tell the person."""

    @abstractmethod
    def done(self, form: PlaybookForm) -> str:
        """The address to go on to."""

    def context(self, form: PlaybookForm) -> dict[str, Any]:
        """What else the template shows."""
        return {}

    def trial(self, form: PlaybookForm) -> dict[str, Any]:
        """What the template shows once "try" was pressed; `form` has cleaned what is in order."""
        return {}

    def stands_in(self, data: Data) -> bool:
        """Whether what is edited is still there."""
        return True

    def save(self, form: PlaybookForm, by: User) -> str:
        draft = self.papers.draft
        assert draft is not None
        draft.data["locales"] = self.papers.locales
        said = self.put(draft.data, form)
        draft.save(by)
        return said


def posted_papers(request: HttpRequest, workshop: Workshop, part: Place = ()) -> Papers:
    """This function will return the papers as the person saw them who posts a form, else as they stand now.

    `part` is what the form is about: it is put back where others removed it.
    """
    if workshop.playbook is None:
        return papers_of(workshop)
    sent, _is_stale = timely(request, workshop.playbook)
    papers = papers_of(workshop, base_in(sent))
    if part and papers.draft is not None and base_in(sent) is not None:
        put_back(papers.draft, part)
    return papers


def answer(request: HttpRequest, workshop: Workshop, page: FormPage) -> HttpResponse:
    """This function will show the form, or take what was posted: a redirect (302) once it is saved.

    Refused input is shown again with its faults (422), an overtaken one with what others did (409). Buttons of lists
    and of condition builders, and "try", draw the page again and save nothing.
    """
    if request.method != "POST":
        return _shown(request, page, page.form(page.papers))
    sent, is_stale = (request.POST, False) if workshop.playbook is None else timely(request, workshop.playbook)
    form = page.form(page.papers, sent)
    if is_stale:
        form.full_clean()
        form.hush()
        return _shown(request, page, form, status=422, stale=out_of_date_form())
    if form.press() or form.wants_rerender:
        form.full_clean()
        form.hush()
        return _shown(request, page, form)
    if TRY in request.POST:
        form.is_valid()
        form.hush()
        return _shown(request, page, form, **page.trial(form))
    if not form.is_valid():
        return _shown(request, page, form, status=422)
    return _saved(request, workshop, page, form)


def _saved(request: HttpRequest, workshop: Workshop, page: FormPage, form: PlaybookForm) -> HttpResponse:
    try:
        said = page.save(form, workshop.person)
    except Overtaken as overtaken:
        return _overtaken(request, page, form, overtaken)
    except DocumentError as error:
        form.take_faults(error, page.prefix)
        return _shown(request, page, form, status=422)
    messages.success(request, said)
    return redirect(page.done(form))


def _overtaken(request: HttpRequest, page: FormPage, form: PlaybookForm, overtaken: Overtaken) -> HttpResponse:
    """Where others took away what is edited, the form stays as it was posted; sent again, it is put back."""
    assert page.papers.draft is not None
    if page.stands_in(overtaken.data):
        draft = replace(page.papers.draft, base=overtaken.revision, data=overtaken.data)
        form = page.form(replace(page.papers, draft=draft))
    else:
        sent = request.POST.copy()
        sent["base"] = str(overtaken.revision)
        form = page.form(page.papers, sent)
        form.full_clean()
        form.hush()
    context = {"overtaken": overtaken, "is_gone": not page.stands_in(overtaken.data)}
    return _shown(request, page, form, status=409, **context)


def _shown(request: HttpRequest, page: FormPage, form: PlaybookForm, status: int = 200, **context: Any) -> HttpResponse:
    problems = list(form.problems) if form.is_bound else []
    shown = {"workshop": page.papers.workshop, "tab": "advice", "form": form, "problems": problems}
    shown |= {"overtaken": None, "is_gone": False, "trial": None} | page.context(form) | context
    return render(request, page.template, shown, status=status)
