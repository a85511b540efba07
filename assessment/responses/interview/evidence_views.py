"""Evidence at an interview: added and removed beside a question, read by whoever reviews and by the enterprise."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.rights import Right
from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework, Need, assessment_for, casework_for
from assessment.responses.evidence import (
    EvidenceClosed,
    add_evidence,
    closed_text,
    evidence_for,
    evidence_of,
    file_response,
    refusal_text,
    remove_evidence,
)
from assessment.responses.evidence_types import RefusedFile
from assessment.responses.interview.beside import files_html
from assessment.responses.interview.evidence_page import evidence_rows
from assessment.responses.interview.forms import EvidenceForm


@require_POST
@never_cache
def evidence_add(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will keep a file and return the list of files beside its question; 422 says why it is not kept."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    form = EvidenceForm(scorer_of(work.assessment.release_id).index.questions, request.POST, request.FILES)
    if not form.is_valid():
        return _refused(form.first_error())
    key = form.cleaned_data["question_key"]
    try:
        add_evidence(
            assessment=work.assessment,
            question_key=key,
            upload=form.cleaned_data["file"],
            by=work.seat.person,
            workspace=work.seat.workspace,
        )
    except RefusedFile as refused:
        return _refused(refusal_text(refused), 413 if refused.code in ("large", "full") else 422)
    except EvidenceClosed:
        return _refused(closed_text(), 423)
    return _list(work, key)


@require_POST
@never_cache
def evidence_remove(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, evidence_id: UUID
) -> HttpResponse:
    """This function will remove a file and return what is left beside its question."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.WORK)
    file = evidence_for(work.assessment, evidence_id)
    try:
        remove_evidence(file=file, by=work.seat.person)
    except EvidenceClosed:
        return _refused(closed_text(), 423)
    return _list(work, file.question_key)


@require_safe
def evidence_show(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, evidence_id: UUID
) -> HttpResponse:
    """This function will hand out a file to the people of the workspace who review."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    return file_response(evidence_for(work.assessment, evidence_id))


@require_safe
@never_cache
def evidence_list(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the enterprise what was attached to its assessment."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    return render(request, "responses/evidence.html", {"assessment": assessment, "sections": evidence_rows(assessment)})


@require_safe
def evidence_own(request: HttpRequest, public_id: UUID, evidence_id: UUID) -> HttpResponse:
    """This function will hand out a file to the enterprise itself."""
    return file_response(evidence_for(assessment_for(request, public_id, Need.ANSWER), evidence_id))


def _list(work: Casework, key: str) -> HttpResponse:
    files = [file for file in evidence_of(work.assessment) if file.question_key == key]
    return HttpResponse(files_html(work, files, locked=False))


def _refused(message: str, status: int = 422) -> JsonResponse:
    return JsonResponse({"message": message}, status=status)
