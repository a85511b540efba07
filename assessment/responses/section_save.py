"""Saving a section as a plain form: for browsers without JavaScript, and with it as a net below."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language

from assessment.responses.access import head_for
from assessment.responses.answering import AnswerConflict, AssessmentSubmitted, save_section
from assessment.responses.models import Assessment
from assessment.responses.progress import sections_in
from assessment.responses.queries import History, PageAnswers, answer_history, given, latest, page_answers
from assessment.responses.section_form import SectionInput, read_section
from assessment.responses.section_frame import section_frame
from assessment.responses.section_page import Refused, section_page
from assessment.responses.wording import required_text
from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope

MOST_ATTEMPTS = 3


def save_form(request: HttpRequest, assessment: Assessment, scorer: Scorer, section_key: str) -> HttpResponse:
    """This function will save every changed answer that is valid, then go on; what is not valid comes back as typed."""
    here = reverse("responses:section", args=[assessment.public_id, section_key])
    if assessment.is_submitted:
        return HttpResponseRedirect(here)
    frame = section_frame(scorer, get_language(), Scope(assessment.scope), section_key, False)
    questions = [html.question for html in frame.questions]
    try:
        before, sent = _save_until_settled(request, assessment, questions)
    except AssessmentSubmitted:
        return HttpResponseRedirect(here)
    after = page_answers(assessment.pk)
    problems, scope = sent.problems, Scope(assessment.scope)
    if not problems and request.POST.get("go") == "next":
        opened = _newly_asked(scorer, scope, questions, before, after.answers)
        if opened:
            return HttpResponseRedirect(f"{here}#q-{opened[0]}")
        problems = _required_but_open(scorer, scope, questions, after.answers)
    if not problems and "still" in request.POST:
        return HttpResponseRedirect(here + _next_to_confirm(scorer, scope, questions, after))
    if problems:
        head, refused = head_for(request, assessment.public_id), Refused(sent.entries, problems)
        return section_page(request, head, scorer, section_key, after, refused)
    return HttpResponseRedirect(_destination(request, assessment, scorer, section_key))


def _save_until_settled(
    request: HttpRequest, assessment: Assessment, questions: list[Question]
) -> tuple[History, SectionInput]:
    """Between reading and saving another window may save. Reading again then finds the conflict, or nothing to do."""
    for attempt in range(1, MOST_ATTEMPTS + 1):
        history = answer_history(assessment.pk)
        sent = read_section(questions, request.POST, history, get_language())
        try:
            save_section(assessment=assessment, changes=sent.changes)
        except AnswerConflict:
            if attempt == MOST_ATTEMPTS:
                raise
        else:
            break
    return history, sent


def _required_but_open(
    scorer: Scorer, scope: Scope, questions: list[Question], answers: Mapping[str, Answer]
) -> dict[str, str]:
    """Going on stops at what decides about the rest; going back, and putting it off, do not."""
    visible = scorer.visible(answers, scope)
    open_keys = [each.key for each in questions if each.required and each.key in visible and each.key not in answers]
    return dict.fromkeys(open_keys, required_text())


def _next_to_confirm(scorer: Scorer, scope: Scope, questions: list[Question], after: PageAnswers) -> str:
    """Confirming without JavaScript leads on to the next answer of the round before, on the same page."""
    visible = scorer.visible(after.answers, scope)
    keys = [each.key for each in questions if each.key in visible and each.key in after.carried]
    return f"#q-{keys[0]}" if keys else ""


def _newly_asked(
    scorer: Scorer, scope: Scope, questions: list[Question], before: History, after: Mapping[str, Answer]
) -> list[str]:
    """Without JavaScript a question that an answer has opened appears only now, so the page is shown once more."""
    shown, now = scorer.visible(given(latest(before)), scope), scorer.visible(after, scope)
    keys = [question.key for question in questions]
    return [key for key in keys if key in now and key not in shown and key not in after]


def _destination(request: HttpRequest, assessment: Assessment, scorer: Scorer, section_key: str) -> str:
    keys = [section.key for section in sections_in(scorer.document, Scope(assessment.scope))]
    place, go = keys.index(section_key), request.POST.get("go")
    if go == "keep":
        return reverse("responses:keep", args=[assessment.public_id])
    if go == "back" and place:
        return reverse("responses:section", args=[assessment.public_id, keys[place - 1]])
    if place + 1 < len(keys):
        return reverse("responses:section", args=[assessment.public_id, keys[place + 1]])
    return reverse("responses:check", args=[assessment.public_id])
