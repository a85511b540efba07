"""New banks: from a file, from nothing, or from a bank that there is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.roles import require_role
from assessment.bank.faults import DocumentError
from assessment.scoring.texts import localise
from recommendations.studio.access import EDIT
from recommendations.studio.files.arriving import Arrival, BankExists, arrival_of, take_in
from recommendations.studio.files.categories import may_keep_categories
from recommendations.studio.files.downloads import TYPES
from recommendations.studio.files.forms import XLSX, UploadForm
from recommendations.studio.files.kept import file_for, keep_file
from recommendations.studio.files.new_form import NewBankForm
from recommendations.studio.files.sheets import COUNTED
from recommendations.studio.files.starting import example_workbook
from recommendations.studio.files.starts import start_bank
from recommendations.studio.files.trial_page import findings_on
from recommendations.studio.forms import language_name
from recommendations.studio.models import FileOnTrial
from recommendations.studio.trial.copies import Copies


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def bank_import(request: HttpRequest) -> HttpResponse:
    """This function will offer the ways to a new bank, and take a file in that is then looked at."""
    person = require_role(request.user, EDIT)
    is_upload = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_upload else UploadForm()
    if is_upload and form.is_valid():
        upload = form.cleaned_data["file"]
        file = keep_file(content=upload.read(), name=upload.name, by=person)
        return redirect("studio:new-bank-show", file.public_id)
    return _ways(request, form, NewBankForm(), 422 if is_upload else 200)


@require_POST
@never_cache
def bank_start(request: HttpRequest) -> HttpResponse:
    """This function will make a bank without a file: an empty one, or a copy."""
    person = require_role(request.user, EDIT)
    form = NewBankForm(request.POST)
    if not form.is_valid():
        return _ways(request, UploadForm(), form, 422)
    try:
        bank = start_bank(**form.cleaned_data, by=person)
    except BankExists:
        form.add_error("slug", gettext("There is a bank with this short name already."))
        return _ways(request, UploadForm(), form, 422)
    messages.success(request, gettext("The bank is there. Nobody sees it before it is released."))
    return redirect("studio:outline", bank.slug)


@require_safe
@never_cache
def new_bank_show(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """This function will show what bank a file brings, or lead to the bank that it is a file of."""
    file = file_for(request.user, file_id)
    try:
        arrival = arrival_of(bytes(file.content), file.name, file.uploaded_by)
    except DocumentError as error:
        return _refused(request, file, error)
    except BankExists as error:
        return _known(request, file, error)
    return _shown(request, file, arrival)


@require_POST
def new_bank_take(request: HttpRequest, file_id: UUID) -> HttpResponse:
    """This function will make the bank that a file brings, all of it or nothing."""
    person, file = require_role(request.user, EDIT), file_for(request.user, file_id)
    try:
        bank = take_in(arrival=arrival_of(bytes(file.content), file.name, person), by=person)
    except DocumentError as error:
        return _refused(request, file, error)
    except BankExists as error:
        return _known(request, file, error)
    file.delete()
    messages.success(request, gettext("The bank is there. Nobody sees it before it is released."))
    return redirect("studio:bank-show", bank.slug)


@require_safe
def bank_template(request: HttpRequest) -> HttpResponse:
    """This function will send a small bank with its playbook as a workbook, with a guide to every column."""
    require_role(request.user, EDIT)
    response = HttpResponse(example_workbook(), content_type=TYPES[XLSX])
    response["Content-Disposition"] = 'attachment; filename="my-bank.xlsx"'
    return response


def _ways(request: HttpRequest, upload: UploadForm, start: NewBankForm, status: int) -> HttpResponse:
    context = {"workshop": None, "form": upload, "start": start}
    return render(request, "studio/files/import.html", context, status=status)


def _shown(request: HttpRequest, file: FileOnTrial, arrival: Arrival) -> HttpResponse:
    copies = Copies(arrival.bank.slug, arrival.bank, arrival.playbook)
    findings = findings_on(copies, get_language() or "")
    context = {
        "workshop": None,
        "file": file,
        "arrival": arrival,
        "title": localise(arrival.bank.title, get_language() or "") or arrival.bank.slug,
        "languages": [language_name(locale) for locale in arrival.bank.locales],
        "counts": [(COUNTED[name], count) for name, count in arrival.counts.items() if count],
        "findings": findings,
        "may_keep_categories": may_keep_categories(file.uploaded_by),
    }
    return render(request, "studio/files/arrival.html", context)


def _refused(request: HttpRequest, file: FileOnTrial, error: DocumentError) -> HttpResponse:
    context = {"workshop": None, "file": file, "faults": error.faults}
    return render(request, "studio/files/refused.html", context, status=422)


def _known(request: HttpRequest, file: FileOnTrial, error: BankExists) -> HttpResponse:
    messages.info(request, gettext("This bank is here already: the file is compared with its working copy."))
    return redirect("studio:file-show", error.slug, file.public_id)
