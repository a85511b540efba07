"""What was answered, in words, and what a question is called for short."""

import re
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.answers import Answer, AnswerState, number_of
from assessment.scoring.document import Kind, Question
from assessment.scoring.explain import explain_answer
from assessment.scoring.texts import localise
from recommendations.report.content.action_schema import Answered
from recommendations.report.content.kinds import AnswerView
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import plain, with_percent_signs, with_unit

BRIEF_CHOICES = 2
COUNTED_UNIT = re.compile(r"(?:× ?)?(\d{1,3}(?:,\d{3})+|\d+) (\S.*)", re.ASCII)
VIEWS = {
    AnswerState.ANSWERED: AnswerView.ANSWERED,
    AnswerState.UNKNOWN: AnswerView.UNKNOWN,
    AnswerState.NOT_APPLICABLE: AnswerView.NOT_APPLICABLE,
}


def short_title(material: Material, question: Question) -> str:
    return material.say(question.short) or material.say(question.text)


def answer_view(answer: Answer | None) -> AnswerView:
    return AnswerView.OPEN if answer is None else VIEWS[answer.state]


def is_known(material: Material, key: str) -> bool:
    """This function will return whether a question was answered, if only with "does not apply"."""
    return answer_view(material.answers.get(key)) not in (AnswerView.OPEN, AnswerView.UNKNOWN)


def answer_text(material: Material, question: Question, answer: Answer | None) -> str:
    counted = None if answer is None else counted_in_ones(question, answer, material.locale)
    if counted is not None:
        return with_unit(plain(counted[0]), counted[1])
    return explain_answer(question, answer, material.locale)


def counted_in_ones(question: Question, answer: Answer, locale: str) -> tuple[Fraction, str] | None:
    """This function will return a number whose unit begins with a number, such as 5200 × 10,000 yuan, in ones: 52000000
    and "yuan". None for any other answer."""
    found = COUNTED_UNIT.fullmatch(localise(question.unit, locale))
    if question.kind is not Kind.NUMBER or answer.value is None or found is None:
        return None
    return number_of(answer.value) * int(found[1].replace(",", "")), found[2]


def brief_answer(material: Material, question: Question, answer: Answer | None) -> str:
    """This function will return the answer in words, a long choice of several shortened to its first two."""
    if answer is None or not isinstance(answer.value, list) or len(answer.value) <= BRIEF_CHOICES:
        return answer_text(material, question, answer)
    first = Answer(AnswerState.ANSWERED, answer.value[:BRIEF_CHOICES])
    return gettext("%(first)s and %(more)d more") % {
        "first": explain_answer(question, first, material.locale),
        "more": len(answer.value) - BRIEF_CHOICES,
    }


def answer_afterwards(material: Material, question: Question, before: Answer | None, after: Answer) -> str:
    """This function will return the changed answer; of a longer choice of several, only what is new."""
    if question.bands and after.value is not None:
        return _band_words(material, question, after)
    had = before.value if before is not None else None
    if not isinstance(had, list) or not isinstance(after.value, list):
        return brief_answer(material, question, after)
    added = Answer(AnswerState.ANSWERED, [key for key in after.value if key not in had])
    return gettext("also: %(choices)s") % {"choices": explain_answer(question, added, material.locale)}


def _band_words(material: Material, question: Question, after: Answer) -> str:
    """The band that the action aims at: its edge to the digit would promise more than anybody can know."""
    number = number_of(after.value)
    label = next((band.label for band in question.bands if number <= Fraction(band.upto)), None)
    return with_percent_signs(material.say(label)) if label else answer_text(material, question, after)


def answered(material: Material, key: str, answer: Answer | None) -> Answered:
    question = material.questions[key]
    return Answered(key=key, short=short_title(material, question), answer=brief_answer(material, question, answer))


def answered_now(material: Material, key: str) -> Answered:
    """This function will return the question with the answer on which the result rests."""
    return answered(material, key, material.answers.get(key))
