"""The questions on the bench: the same fields as in the questionnaire, by section."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString

from assessment.responses.bank_words import marked
from assessment.responses.question_html import INVALID, question_slots, render_question
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.texts import localise
from recommendations.studio.places import page_of
from recommendations.studio.trial.given import Given


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    key: str
    html: SafeString
    address: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class AskedSection:
    """`problems` counts the answers in it that cannot be read."""

    title: SafeString
    questions: tuple[AskedQuestion, ...]
    is_hidden: bool
    problems: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What the summary of faulty answers says; the keys are those of `responses/error_summary.html`."""

    key: str
    question: str
    message: str


def asked_sections(bank: BankDocument, given: Given, visible: Collection[str], locale: str) -> Iterator[AskedSection]:
    """This function will yield every section with its questions as `given` fills them."""
    for section in bank.sections:
        place = f"sections.{section.key}.questions"
        questions = tuple(
            _asked(f"{place}.{question.key}", question, bank, given, visible, locale) for question in section.questions
        )
        yield AskedSection(
            title=marked(section.title, locale),
            questions=questions,
            is_hidden=all(each.is_hidden for each in questions),
            problems=sum(1 for each in questions if each.key in given.problems),
        )


def problems_of(bank: BankDocument, given: Given, locale: str) -> list[Problem]:
    """This function will return the answers that cannot be read, in the order of the questions."""
    texts = {question.key: question.text for section in bank.sections for question in section.questions}
    return [Problem(key, localise(texts[key], locale), message) for key, message in given.problems.items()]


def _asked(
    place: str, question: Question, bank: BankDocument, given: Given, visible: Collection[str], locale: str
) -> AskedQuestion:
    html, problem = render_question(question, bank, locale), given.problems.get(question.key)
    slots = question_slots(question, given.entries[question.key], version=0, visible=True)
    if problem:
        slots |= {"error": problem, "invalid": INVALID}
    return AskedQuestion(
        key=question.key,
        html=html.fragment.fill(slots),
        address=page_of(bank.slug, place),
        is_hidden=question.key not in visible,
    )
