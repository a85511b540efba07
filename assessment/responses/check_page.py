"""What stands between the answers and the result: open and unknown questions, contradictions, required ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from assessment.responses.bank_words import marked, marked_answer
from assessment.responses.progress import Progress, progress_of, sections_in
from assessment.responses.section_page import rail_slots, time_slots
from assessment.responses.since import FIRST_ROUND, Since
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument, Question, Section
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope


@dataclass(frozen=True, slots=True)
class Line:
    """One question as a link to its place; `answer` is in words. A fresh one is new or has changed since last time."""

    key: str
    text: SafeString
    answer: SafeString
    url: str
    required: bool
    is_fresh: bool


@dataclass(frozen=True, slots=True)
class SectionLines:
    title: SafeString
    barrier: str
    url: str
    unconfirmed: tuple[Line, ...]
    unanswered: tuple[Line, ...]
    unknown: tuple[Line, ...]
    answered: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    message: SafeString
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """`missing` are the required questions without an answer: with one of them nothing can be submitted.

    Unconfirmed are answers of the round before; they are neither among the unknown nor among the answered.
    """

    progress: Progress
    sections: tuple[SectionLines, ...]
    contradictions: tuple[Contradiction, ...]
    missing: tuple[Line, ...]
    unconfirmed_count: int
    fresh_count: int
    unanswered_count: int
    unknown_count: int
    more_in_full: int


def check_page(
    scorer: Scorer,
    answers: Mapping[str, Answer],
    scope: Scope,
    public_id: UUID,
    locale: str,
    since: Since = FIRST_ROUND,
) -> CheckPage:
    """This function will return everything the check page says about `answers`, in the words of `locale`."""
    return _Checker(scorer, answers, scope, public_id, locale, since).page()


class _Checker:
    def __init__(
        self,
        scorer: Scorer,
        answers: Mapping[str, Answer],
        scope: Scope,
        public_id: UUID,
        locale: str,
        since: Since,
    ) -> None:
        self._scorer, self._answers, self._scope = scorer, answers, scope
        self._public_id, self._locale, self._since = public_id, locale, since
        self._visible = scorer.visible(answers, scope)

    def page(self) -> CheckPage:
        document = self._scorer.document
        sections = tuple(self._section(section) for section in sections_in(document, self._scope))
        open_lines = [line for section in sections for line in section.unanswered]
        return CheckPage(
            progress=progress_of(document, self._scope, self._visible, self._answers, self._since.carried),
            sections=sections,
            contradictions=tuple(self._contradictions()),
            missing=tuple(line for line in open_lines if line.required),
            unconfirmed_count=sum(len(section.unconfirmed) for section in sections),
            fresh_count=len(self._since.fresh & self._visible),
            unanswered_count=len(open_lines),
            unknown_count=sum(len(section.unknown) for section in sections),
            more_in_full=len(self._scorer.visible(self._answers, Scope.FULL)) - len(self._visible),
        )

    def _section(self, section: Section) -> SectionLines:
        lines: dict[str, list[Line]] = {"unconfirmed": [], "unanswered": [], "unknown": [], "answered": []}
        for question in section.questions:
            if question.key in self._visible:
                lines[self._standing(question.key)].append(self._line(question))
        return SectionLines(
            title=marked(section.title, self._locale),
            barrier=section.node or "",
            url=self._section_url(section),
            **{name: tuple(found) for name, found in lines.items()},
        )

    def _standing(self, key: str) -> str:
        answer = self._answers.get(key)
        if key in self._since.carried:
            return "unconfirmed"
        if answer is None:
            return "unanswered"
        return "unknown" if answer.state is AnswerState.UNKNOWN else "answered"

    def _line(self, question: Question) -> Line:
        section = self._scorer.index.section_of[question.key]
        return Line(
            key=question.key,
            text=marked(question.text, self._locale),
            answer=marked_answer(question, self._answers.get(question.key), self._locale),
            url=f"{self._section_url(section)}#q-{question.key}",
            required=question.required,
            is_fresh=question.key in self._since.fresh,
        )

    def _section_url(self, section: Section) -> str:
        return reverse("responses:section", args=[self._public_id, section.key])

    def _contradictions(self) -> list[Contradiction]:
        found = set(self._scorer.score(self._answers, self._scope).inconsistent)
        return [
            Contradiction(
                marked(check.message, self._locale),
                tuple(self._line(self._scorer.index.questions[key]) for key in check.questions if key in self._visible),
            )
            for check in self._scorer.document.consistency
            if check.key in found
        ]


def check_rail(document: BankDocument, scope: Scope, progress: Progress, public_id: UUID) -> dict[str, Any]:
    """This function will return what `responses/rail.html` needs on this page, with every value filled in."""
    filled, locale = rail_slots(progress) | time_slots(progress), get_language()
    return {
        "check_url": reverse("responses:check", args=[public_id]),
        "minutes": filled["minutes"],
        "answered": filled["answered"],
        "total": filled["total"],
        "sections": [
            {
                "key": section.key,
                "title": marked(section.title, locale),
                "barrier": section.node or "",
                "url": reverse("responses:section", args=[public_id, section.key]),
                "is_current": False,
                "count": filled[f"count:{section.key}"],
                "said": filled[f"said:{section.key}"],
            }
            for section in sections_in(document, scope)
        ],
    }
