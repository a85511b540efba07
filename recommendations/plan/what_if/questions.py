"""The questions of the what-if page: the same fields as in the questionnaire, in an order of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from assessment.responses.bank_words import marked, marked_answer
from assessment.responses.progress import sections_in
from assessment.responses.question_html import INVALID, QuestionHtml, question_slots
from assessment.responses.section_frame import section_frame
from assessment.scoring.document import Kind, Node, Question
from assessment.scoring.scorecard import Contribution, Scope, Scorecard, Status
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.supposed import Supposed

MOST_OPEN = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its fields. `own_answer` is the submitted one where another is supposed; `is_from_action`
    says that an action changed it, not the reader. `worth` says what it could still bring."""

    key: str
    html: SafeString
    is_hidden: bool
    is_changed: bool
    is_from_action: bool
    own_answer: SafeString | str
    worth: str


@dataclass(frozen=True, slots=True)
class Group:
    """`changed` counts the questions in which something else is supposed."""

    title: SafeString
    barrier: str
    questions: tuple[Asked, ...]
    is_hidden: bool
    changed: int


def questions_of(current: Round) -> dict[str, Question]:
    """This function will return the questions that can be answered otherwise, in the order of asking.

    Free text changes no score and no advice, so it is left out; so is what the quick scan does not ask.
    """
    index = current.scorer.index
    is_full = current.result.scope == Scope.FULL
    return {
        key: question
        for key, question in index.questions.items()
        if question.kind is not Kind.TEXT and (is_full or key in index.core)
    }


class Asking:
    """Renders the questions of one round as they are supposed."""

    def __init__(self, current: Round, supposed: Supposed, visible: frozenset[str], speaker: Speaker) -> None:
        self._current, self._supposed, self._visible, self._speaker = current, supposed, visible, speaker
        self._questions = questions_of(current)
        self._html = _rendered(current, speaker.locale)
        self._open = _open_points(current.scorecard, current.scorer.document.tree)

    def first(self) -> tuple[Asked, ...]:
        """This function will return the questions with the most open points in the submitted result."""
        return tuple(self.asked(key, says_worth=True) for key in self._first_keys())

    def groups(self) -> tuple[Group, ...]:
        """This function will return all others, by section of the questionnaire."""
        first = set(self._first_keys())
        found = []
        for section in self._current.scorer.document.sections:
            keys = [each.key for each in section.questions if each.key in self._questions and each.key not in first]
            if keys:
                asked = tuple(self.asked(key) for key in keys)
                title = marked(section.title, self._speaker.locale)
                is_hidden = all(each.is_hidden for each in asked)
                found.append(Group(title, section.node or "", asked, is_hidden, _changed(asked)))
        return tuple(found)

    def asked(self, key: str, *, says_worth: bool = False) -> Asked:
        """This function will return one question; `says_worth` adds what it could still bring."""
        question, supposed = self._questions[key], self._supposed
        own, now = self._current.answers.get(key), supposed.answers.get(key)
        is_changed = key in supposed.entries or own != now
        return Asked(
            key=key,
            html=self._fields(key),
            is_hidden=key not in self._visible,
            is_changed=is_changed,
            is_from_action=is_changed and key not in supposed.entries,
            own_answer=marked_answer(question, own, self._speaker.locale) if is_changed else "",
            worth=self._worth(key) if says_worth else "",
        )

    def _fields(self, key: str) -> SafeString:
        html, problem = self._html[key], self._supposed.problems.get(key)
        slots = question_slots(html.question, self._supposed.entry(html.question), version=0, visible=True)
        return html.fragment.fill(slots | {"error": problem, "invalid": INVALID} if problem else slots)

    def _first_keys(self) -> list[str]:
        known = [(key, points) for key, (_node, points) in self._open.items() if key in self._questions and points > 0]
        return [key for key, _points in sorted(known, key=lambda pair: -pair[1])[:MOST_OPEN]]

    def _worth(self, key: str) -> str:
        node, points = self._open[key]
        return gettext("Up to %(points)s points") % {
            "points": self._speaker.points(self._current.scorecard.nodes[node], points)
        }


def _rendered(current: Round, locale: str) -> dict[str, QuestionHtml]:
    scope = Scope(current.result.scope)
    sections = sections_in(current.scorer.document, scope)
    frames = [section_frame(current.scorer, locale, scope, section.key, False) for section in sections]
    return {html.question.key: html for frame in frames for html in frame.questions}


def _open_points(card: Scorecard, node: Node) -> Mapping[str, tuple[str, Fraction]]:
    """By question, what it leaves open and of which node: the whole, or the nearest below it that has a number."""
    if card.nodes[node.key].status is not Status.UNSCORED:
        return {part.question: (node.key, part.open) for part in _parts(card, node.key)}
    return {key: pair for child in node.children for key, pair in _open_points(card, child).items()}


def _parts(card: Scorecard, key: str) -> Iterable[Contribution]:
    return card.contributions.get(key, ())


def _changed(questions: Iterable[Asked]) -> int:
    return sum(1 for each in questions if each.is_changed)
