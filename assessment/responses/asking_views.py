"""The enterprise reads what its consultant asks, and replies."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.models import User
from assessment.responses.access import Need, assessment_for
from assessment.responses.asking_access import ask_for
from assessment.responses.asking_back import AlreadyReplied, QuestionClosed, reply_to
from assessment.responses.asking_forms import ReplyForm
from assessment.responses.asking_page import question_lines, reply_form
from assessment.responses.models import AskBack, Assessment


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def questions_back(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the questions from consultants; POST keeps the reply to one of them."""
    assessment = assessment_for(request, public_id, Need.ANSWER)
    if request.method != "POST":
        return _page(request, assessment)
    ask = ask_for(assessment, request.POST.get("ask", ""))
    form = reply_form(ask, request.POST)
    if not form.is_valid():
        return _page(request, assessment, ask, form)
    return _reply(request, assessment, ask, form.cleaned_data["reply"])


def _reply(request: HttpRequest, assessment: Assessment, ask: AskBack, text: str) -> HttpResponse:
    person = request.user if isinstance(request.user, User) else None
    try:
        reply_to(ask=ask, text=text, person=person)
    except AlreadyReplied:
        messages.info(request, _("This question has a reply already; it stays as it was sent."))
    except QuestionClosed:
        messages.info(request, _("Your consultant has closed this question; no reply is needed any more."))
    else:
        messages.success(request, _("Your reply was sent to your consultant."))
    place = reverse("responses:questions-back", args=[assessment.public_id])
    return redirect(f"{place}#ask-{ask.public_id}")


def _page(
    request: HttpRequest, assessment: Assessment, ask: AskBack | None = None, form: ReplyForm | None = None
) -> HttpResponse:
    lines = question_lines(assessment, get_language(), ask, form)
    context = {"assessment": assessment, "lines": lines, "refused": form is not None}
    return render(request, "responses/questions_back.html", context, status=422 if form else 200)
