"""The interview away from the network: a form to print, a form to fill, and taking the filled one."""

import hashlib
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.file_names import attachment_header
from assessment.accounts.rights import Right
from assessment.responses.access import Casework, casework_for
from assessment.responses.answering import AnswerConflict, AssessmentSubmitted
from assessment.responses.casework_pages import Step, frame_of
from assessment.responses.interview.notes import NoteTooLong
from assessment.responses.interview.offline.actions import take_form
from assessment.responses.interview.offline.forms import TakeForm, UploadForm
from assessment.responses.interview.offline.look import FormExpired, look_at, unseal
from assessment.responses.interview.offline.printing import printed_form
from assessment.responses.interview.offline.reading import LARGEST, NotThisForm, read_form
from assessment.responses.interview.offline.writing import write_form
from assessment.responses.interview.places import address

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@never_cache
def interview_form(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will hand out the form of this assessment as a workbook."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    response = HttpResponse(write_form(work, get_language()), content_type=XLSX)
    name = work.file.enterprise.name
    response["Content-Disposition"] = attachment_header("interview-form", ".xlsx", name, _("Interview form"))
    return response


@require_safe
@never_cache
def interview_print(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show the interview as a page to print and to fill by hand."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    return render(request, "responses/interview/print.html", printed_form(work))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def interview_import(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will take a filled form in and show what it would change; nothing is taken yet."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    if request.method != "POST":
        return _page(request, work, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, work, form, 422)
    upload = form.cleaned_data["file"]
    content = upload.read(LARGEST + 1)
    try:
        read = read_form(work, content, upload.name)
    except NotThisForm as wrong:
        form.add_error("file", str(wrong))
        return _page(request, work, form, 422)
    look = look_at(work, read, upload.name, hashlib.sha256(content).hexdigest())
    return _page(request, work, UploadForm(), look=look, read=read, name=upload.name)


@require_POST
@never_cache
def interview_take(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will take what was ticked, all of it or nothing."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    form = TakeForm(request.POST)
    sealed = form.cleaned_data["sealed"] if form.is_valid() else ""
    try:
        count = take_form(work=work, form=unseal(work, sealed), keys=set(request.POST.getlist("take")))
    except (FormExpired, AnswerConflict, AssessmentSubmitted, NoteTooLong) as reason:
        messages.error(request, _why(reason))
        return redirect(address(work, "interview-import"))
    if not count:
        messages.warning(request, _("Nothing was ticked, so nothing was taken."))
        return redirect(address(work, "interview-import"))
    said = ngettext("%(count)d line of the form was taken.", "%(count)d lines of the form were taken.", count)
    messages.success(request, said % {"count": count})
    return redirect(address(work, "interview"))


def _why(reason: Exception) -> str:
    if isinstance(reason, AnswerConflict):
        return _("An answer was changed meanwhile, so nothing was taken. Upload the form again.")
    if isinstance(reason, AssessmentSubmitted):
        return _("The verified result stands; nothing was taken.")
    if isinstance(reason, NoteTooLong):
        return _("A private note would be too long, so nothing was taken. Shorten it in the form.")
    return _("The form was looked at too long ago, or by somebody else. Upload it again.")


def _page(request: HttpRequest, work: Casework, form: UploadForm, status: int = 200, **more: Any) -> HttpResponse:
    context = frame_of(work, Step.INTERVIEW) | {
        "form": form,
        "look": None,
        "read": None,
        "name": "",
        "urls": {name: address(work, f"interview-{name}") for name in ("form", "print", "import", "take")},
    }
    return render(request, "responses/interview/import.html", context | more, status=status)
