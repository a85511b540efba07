"""The end of answering."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.http import require_POST

from assessment.accounts.access import person_of
from assessment.responses.access import Need, assessment_for
from assessment.responses.forms import SubmitForm
from assessment.responses.review import NotConfirmed
from assessment.responses.submitting import RequiredUnanswered
from assessment.scoring.texts import localise
from recommendations.plan.actions import submit_and_advise


@require_POST
def assessment_submit(request: HttpRequest, public_id: UUID) -> HttpResponse:
    assessment = assessment_for(request, public_id, Need.ANSWER)
    form = SubmitForm(request.POST)
    others_stand = form.is_valid() and form.cleaned_data["others_stand"]
    try:
        submit_and_advise(
            assessment=assessment,
            language=get_language() or "",
            others_stand=others_stand,
            actor=person_of(request),
        )
    except RequiredUnanswered as refused:
        messages.error(request, _refusal(refused))
        return redirect("responses:check", public_id)
    except NotConfirmed as refused:
        messages.error(request, _not_confirmed(refused))
        return redirect("responses:check", public_id)
    return redirect("report:result-show", public_id)


def _refusal(refused: RequiredUnanswered) -> str:
    """The message names the questions, so that nobody has to search."""
    locale = get_language() or ""
    titles = [localise(question.short or question.text, locale) for question in refused.questions]
    said = ngettext(
        "One answer is still needed: %(titles)s.", "These answers are still needed: %(titles)s.", len(titles)
    )
    return said % {"titles": gettext("; ").join(titles)}


def _not_confirmed(refused: NotConfirmed) -> str:
    said = ngettext(
        "%(count)d answer of last time is not confirmed. Confirm it, or tick that it is as it was.",
        "%(count)d answers of last time are not confirmed. Confirm them, or tick that they are as they were.",
        refused.count,
    )
    return said % {"count": refused.count}
