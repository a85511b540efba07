"""The questions of an interview without anybody's answers: rendered once per release, language and scope."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from assessment.responses.bank_words import marked, marked_parts
from assessment.responses.fragments import Fragment, slot
from assessment.responses.interview.words import interview_texts
from assessment.responses.progress import sections_in
from assessment.responses.question_html import QuestionHtml, render_question
from assessment.responses.section_frame import needs_size, questionnaire
from assessment.scoring.document import Question, Section
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope

MOST_REMEMBERED = 64
BESIDE_SLOTS = (
    *("own", "own_hidden", "own_note", "same_hidden", "reason", "note", "before", "files", "open", "missing"),
    *("marks", "disabled", "problem", "work_hidden"),
)


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """One question with what stands beside it: the enterprise's own answer, reason, evidence, private note."""

    html: QuestionHtml
    beside: Fragment

    @property
    def key(self) -> str:
        return self.html.question.key


@dataclass(frozen=True, eq=False, slots=True)
class SectionPart:
    section: Section
    title: SafeString
    intro: list[SafeString]
    questions: tuple[Asked, ...]


@dataclass(frozen=True, eq=False, slots=True)
class InterviewFrame:
    """`sections` hold all questions in scope, hidden ones among them; `script` is what the browser is told."""

    sections: tuple[SectionPart, ...]
    script: SafeString
    needs_size: bool

    def of(self, section_key: str) -> SectionPart | None:
        """This function will return one section, or None if it is not in scope."""
        return next((part for part in self.sections if part.section.key == section_key), None)


@lru_cache(maxsize=MOST_REMEMBERED)
def interview_frame(scorer: Scorer, locale: str, scope: Scope) -> InterviewFrame:
    """This function will return the prepared questions of an interview, section by section."""
    with override(locale):
        parts = tuple(_part(scorer, section, locale, scope) for section in sections_in(scorer.document, scope))
        return InterviewFrame(parts, questionnaire(scorer, scope, interview_texts()), needs_size(scorer))


def _part(scorer: Scorer, section: Section, locale: str, scope: Scope) -> SectionPart:
    asked = [each for each in section.questions if scope is Scope.FULL or each.key in scorer.index.core]
    questions = tuple(
        Asked(render_question(question, scorer.document, locale), _beside(question, locale)) for question in asked
    )
    return SectionPart(section, marked(section.title, locale), marked_parts(section.intro, locale), questions)


def _beside(question: Question, locale: str) -> Fragment:
    context = {
        "key": question.key,
        "evidence": marked(question.evidence, locale) if question.evidence else "",
        "slot": {name: slot(name) for name in BESIDE_SLOTS},
    }
    return Fragment(render_to_string("responses/interview/beside.html", context))
