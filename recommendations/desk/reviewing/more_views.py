"""The review goes on: questions back to the client, the end of it, and corrections after it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessment.accounts.rights import Right
from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework, casework_for
from assessment.responses.actions import AssessmentOpen
from assessment.responses.answering import AssessmentSubmitted
from assessment.responses.asking_access import ask_for
from assessment.responses.asking_back import TooManyQuestions, ask_back, close_question
from assessment.responses.asking_forms import QuestionForm
from assessment.responses.correcting import start_correction, turn_into_interview
from assessment.responses.submitting import RequiredUnanswered
from assessment.responses.verifying import WaitingForClient
from recommendations.desk.reviewing.actions import ReasonsMissing, finish_review
from recommendations.desk.reviewing.forms import DeclarationForm
from recommendations.desk.reviewing.page import Sent
from recommendations.desk.reviewing.views import review_address, review_page


@require_POST
def review_ask(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will put a question about one answer to the enterprise."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    key, form = request.POST.get("key", ""), QuestionForm(request.POST)
    if key not in scorer_of(work.assessment.release_id).index.questions:
        raise Http404
    if not form.is_valid():
        return review_page(request, work, Sent(ask_key=key, ask=form))
    try:
        asked = ask_back(file=work.file, assessment=work.assessment, question_key=key, text=form.cleaned_data["text"])
    except TooManyQuestions:
        messages.error(request, _("Too many questions wait for a reply already. Close some of them first."))
        return redirect(review_address(work, key))
    messages.success(request, _asked(work, asked.told))
    return redirect(review_address(work, key))


def _asked(work: Casework, told: str) -> str:
    if told:
        return _("Your question is kept, and a letter to %(address)s is on its way.") % {"address": told}
    if work.file.client.contact_email or work.file.enterprise.owner_id:
        return _("Your question is kept. A letter about your questions went out just before.")
    return _("Your question is kept. The client has no e-mail address: tell it yourself that there is a question.")


@require_POST
def review_ask_close(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, ask_id: UUID
) -> HttpResponse:
    """This function will close a question to the client."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    ask = ask_for(work.assessment, ask_id, work.seat.workspace.pk)
    close_question(ask=ask, person=work.seat.person)
    return redirect(review_address(work, ask.question_key))


@require_POST
def review_finish(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will freeze the verified result with its advice, and lead on to the advice."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    form = DeclarationForm(request.POST)
    if not form.is_valid():
        return review_page(request, work, Sent(declaration=form))
    try:
        finish_review(assessment=work.assessment, seat=work.seat, declaration=form.declaration())
    except WaitingForClient:
        messages.error(request, _("The client has not submitted its answers yet, so there is nothing to finish."))
        return redirect(review_address(work))
    except RequiredUnanswered as error:
        keys = [question.key for question in error.questions]
        return review_page(request, work, Sent(declaration=form, missing=keys))
    except ReasonsMissing as error:
        return review_page(request, work, Sent(declaration=form, missing=error.keys))
    messages.success(request, _("The review is finished and signed. The verified result and its advice are frozen."))
    return redirect(
        reverse("plan:advice-desk", args=[workspace_slug, work.file.client.public_id, work.assessment.public_id])
    )


@require_POST
def review_interview(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will let the workspace finish what the client has not submitted."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    try:
        turn_into_interview(assessment=work.assessment, seat=work.seat)
    except AssessmentSubmitted:
        messages.info(request, _("The client has submitted its answers meanwhile."))
    else:
        messages.success(request, _("This is an interview now: you can finish it without the client."))
    return redirect(review_address(work))


@require_POST
def review_correct(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will open a copy of a finished review in which verified answers can be changed."""
    work = casework_for(request.user, workspace_slug, client_id, public_id, Right.REVIEW)
    try:
        copy = start_correction(assessment=work.assessment, seat=work.seat)
    except AssessmentOpen:
        messages.error(request, _("This review is not finished yet: change its answers right here."))
        return redirect(review_address(work))
    messages.success(request, _("Here is the copy. What was finished stays as it is until this one is finished too."))
    return redirect("desk:review", workspace_slug, work.file.client.public_id, copy.public_id)
