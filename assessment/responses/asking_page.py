"""What the page of questions from a consultant says."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from assessment.bank.releases import scorer_of
from assessment.responses.asking_forms import ReplyForm
from assessment.responses.bank_words import marked, marked_answer
from assessment.responses.models import AskBack, Assessment
from assessment.responses.queries import own_answers


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """`form` is there while a reply is wanted; `change_url` while the answer itself can still be changed."""

    ask: AskBack
    workspace: str
    by: str
    question: SafeString
    answer: SafeString
    asked_at: datetime
    form: ReplyForm | None
    change_url: str


def waiting_count(assessment: Assessment) -> int:
    """This function will return how many questions wait for a reply of the enterprise. One query."""
    return AskBack.objects.filter(assessment=assessment, replied_at__isnull=True, closed_at__isnull=True).count()


def question_lines(
    assessment: Assessment, locale: str, refused: AskBack | None = None, form: ReplyForm | None = None
) -> list[QuestionLine]:
    """This function will return all questions, those without a reply first. Two queries.

    Where the reply to `refused` could not be kept, `form` says why.
    """
    found = list(
        AskBack.objects.filter(assessment=assessment).select_related("workspace", "asked_by").order_by("asked_at", "pk")
    )
    answers, index = own_answers(assessment), scorer_of(assessment.release_id).index
    lines = []
    for ask in sorted(found, key=_is_settled):
        question = index.questions.get(ask.question_key)
        own_form = form if refused is not None and refused.pk == ask.pk else reply_form(ask)
        lines.append(
            QuestionLine(
                ask=ask,
                workspace=ask.workspace.name,
                by=ask.asked_by.get_full_name(),
                question=marked(question.text, locale) if question else conditional_escape(ask.question_key),
                answer=marked_answer(question, answers.get(question.key), locale)
                if question
                else conditional_escape(""),
                asked_at=ask.asked_at,
                form=None if _is_settled(ask) else own_form,
                change_url="" if assessment.is_submitted or not question else _place(assessment, ask.question_key),
            )
        )
    return lines


def reply_form(ask: AskBack, data: QueryDict | None = None) -> ReplyForm:
    """This function will return the form for the reply to one of several questions on a page."""
    return ReplyForm(data, auto_id=f"reply-{ask.public_id}-%s")


def _is_settled(ask: AskBack) -> bool:
    return ask.replied_at is not None or ask.closed_at is not None


def _place(assessment: Assessment, key: str) -> str:
    section = scorer_of(assessment.release_id).index.section_of[key]
    return reverse("responses:section", args=[assessment.public_id, section.key]) + f"#q-{key}"
