"""The page of files of one bank: what can be downloaded, and where a file is uploaded."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from recommendations.studio.access import EDIT, READ, workshop_for
from recommendations.studio.files.downloads import download_groups, exported
from recommendations.studio.files.forms import ExportForm, UploadForm
from recommendations.studio.files.kept import keep_file


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def files(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will show what can be downloaded, and take a file in that is then looked at."""
    is_upload = request.method == "POST"
    workshop = workshop_for(request.user, bank_slug, EDIT if is_upload else READ)
    form = UploadForm(request.POST, request.FILES) if is_upload else UploadForm()
    if is_upload and form.is_valid():
        upload = form.cleaned_data["file"]
        file = keep_file(content=upload.read(), name=upload.name, by=workshop.person)
        return redirect("studio:file-show", bank_slug, file.public_id)
    context = {"workshop": workshop, "tab": "files", "form": form, "downloads": download_groups(workshop)}
    return render(request, "studio/files/files.html", context, status=422 if is_upload else 200)


@require_safe
@never_cache
def export(request: HttpRequest, bank_slug: str) -> HttpResponse:
    """This function will send a working copy or a release as a file."""
    workshop = workshop_for(request.user, bank_slug, READ)
    form = ExportForm(request.GET)
    if not form.is_valid():
        raise Http404
    file = exported(workshop, **form.cleaned_data)
    if file.faults:
        return render(
            request, "studio/files/unwritable.html", {"workshop": workshop, "tab": "files", "file": file}, status=422
        )
    response = HttpResponse(file.content, content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or ""
    return response
