"""Rounds of the same questions, compared: only on what was asked alike in all of them, and by one scorer."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.alike import same_question
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import Kind, Question
from assessment.scoring.index import BankIndex
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore, Scorecard


@dataclass(frozen=True, slots=True)
class Round:
    """What one round asked, by the questions of its own release, and what was answered."""

    questions: Mapping[str, Question]
    asked: frozenset[str]
    answers: Mapping[str, Answer]

    def applies(self, key: str) -> bool:
        """This function will return whether a question was asked and not answered with “does not apply”."""
        answer = self.answers.get(key)
        return key in self.asked and (answer is None or answer.state is not AnswerState.NOT_APPLICABLE)


class Turn(StrEnum):
    """How an answer changed. `same` is another answer that is worth as much."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEWLY_KNOWN = "newly_known"
    NO_LONGER_KNOWN = "no_longer_known"


@dataclass(frozen=True, slots=True)
class Change:
    """A difference in points on the node's own scale, and what it may be while intervals are open.

    `points` is None while one of the two scores is withheld, all three where there is no score at all.
    """

    points: Fraction | None
    low: Fraction | None
    high: Fraction | None

    @property
    def is_interval(self) -> bool:
        return self.low != self.high


NO_CHANGE_KNOWN = Change(None, None, None)


@dataclass(frozen=True, slots=True)
class Compared:
    """Rounds on their common `questions`, oldest first, each as the scorecard that one scorer makes of them alone.

    `ends` are the first and the last round with what is unknown in both taken alike: worth nothing in both, and worth
    its best in both.
    """

    questions: tuple[str, ...]
    rounds: tuple[Round, ...]
    cards: tuple[Scorecard, ...]
    ends: tuple[tuple[Scorecard, Scorecard], ...]

    def change(self, node: str) -> Change:
        """This function will return what the last round changed in a node, compared with the first.

        What is unknown in both rounds is the same unknown: it opens the change only as far as it matters there.
        """
        points = change_between(self.cards[0].nodes[node], self.cards[-1].nodes[node]).points
        between = [change_between(first.nodes[node], last.nodes[node]) for first, last in self.ends]
        lows = [each.low for each in between if each.low is not None]
        highs = [each.high for each in between if each.high is not None]
        return Change(points, min(lows, default=None), max(highs, default=None))


def counted_questions(index: BankIndex) -> tuple[str, ...]:
    """This function will return the questions that count in the main score, in the order of asking."""
    measured = {item.question for item in index.tree.items.values()} - index.silent
    return tuple(key for key, question in index.questions.items() if key in measured and question.kind is not Kind.TEXT)


def questions_below(scorer: Scorer) -> dict[str, frozenset[str]]:
    """This function will return, for every node, the questions measured in it and below it."""
    return {
        node.key: frozenset(measure.question for _, below in walk.nodes_below(node) for measure in below.measures)
        for _, node in walk.nodes(scorer.document)
    }


def common_questions(scorer: Scorer, rounds: Sequence[Round]) -> tuple[str, ...]:
    """This function will return what counts, was asked and applied in all `rounds`, and is asked alike by `scorer`."""
    index = scorer.index
    return tuple(
        key
        for key in counted_questions(index)
        if all(each.applies(key) and _asked_alike(each, key, index) for each in rounds)
    )


def _asked_alike(each: Round, key: str, index: BankIndex) -> bool:
    return key in each.questions and same_question(each.questions[key], index.questions[key])


def compare(scorer: Scorer, rounds: Sequence[Round]) -> Compared:
    """This function will return `rounds`, oldest first, on their common questions; `scorer` is that of the newest."""
    common = common_questions(scorer, rounds)
    cards = tuple(scorer.score_on(each.answers, common) for each in rounds)
    return Compared(common, tuple(rounds), cards, _taken_alike(scorer, rounds, common, cards))


def _taken_alike(
    scorer: Scorer, rounds: Sequence[Round], common: Sequence[str], cards: Sequence[Scorecard]
) -> tuple[tuple[Scorecard, Scorecard], ...]:
    first, last = rounds[0].answers, rounds[-1].answers
    unknown = [key for key in common if not _is_known(first.get(key)) and not _is_known(last.get(key))]
    if not unknown:
        return ((cards[0], cards[-1]),)
    worths = [dict.fromkeys(unknown, is_best) for is_best in (False, True)]
    return tuple((scorer.score_on(first, common, each), scorer.score_on(last, common, each)) for each in worths)


def change_between(before: NodeScore, after: NodeScore) -> Change:
    """This function will return what changed from `before` to `after`, a node of the same scale."""
    if before.score is None or after.score is None:
        return NO_CHANGE_KNOWN
    known = before.shown is not None and after.shown is not None
    return Change(
        after.on_scale(after.score - before.score) if known else None,
        _difference(after, after.low, before.high),
        _difference(after, after.high, before.low),
    )


def _difference(node: NodeScore, one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else node.on_scale(one - other)


def moves(compared: Compared, node: str) -> list[tuple[str, Fraction]]:
    """This function will return what each question moved in `node`, in points of its scale, the most first.

    They add up to the change of the node. Questions that moved nothing are left out.
    """
    before, after = ({part.question: part.gained for part in card.contributions[node]} for card in _ends(compared))
    differences = [(key, after.get(key, Fraction(0)) - before.get(key, Fraction(0))) for key in compared.questions]
    scale = compared.cards[-1].nodes[node]
    moved = [(key, scale.on_scale(points) or Fraction(0)) for key, points in differences if points]
    return sorted(moved, key=lambda each: -abs(each[1]))


def _ends(compared: Compared) -> tuple[Scorecard, Scorecard]:
    return compared.cards[0], compared.cards[-1]


def changed_answers(scorer: Scorer, compared: Compared) -> list[tuple[str, Turn]]:
    """This function will return the common questions whose answer differs between first and last round, as asked."""
    before, after = compared.rounds[0].answers, compared.rounds[-1].answers
    return [
        (key, _turn(scorer, key, before.get(key), after.get(key)))
        for key in compared.questions
        if not _same_answer(before.get(key), after.get(key))
    ]


def _same_answer(one: Answer | None, other: Answer | None) -> bool:
    """Leaving a question open says as little as not knowing."""
    return one == other or (not _is_known(one) and not _is_known(other))


def _is_known(answer: Answer | None) -> bool:
    return answer is not None and answer.state is AnswerState.ANSWERED


def _turn(scorer: Scorer, key: str, before: Answer | None, after: Answer | None) -> Turn:
    if not _is_known(before):
        return Turn.NEWLY_KNOWN
    if not _is_known(after):
        return Turn.NO_LONGER_KNOWN
    one, other = _worth(scorer, key, before), _worth(scorer, key, after)
    if one == other:
        return Turn.SAME
    return Turn.BETTER if other > one else Turn.WORSE


def _worth(scorer: Scorer, key: str, answer: Answer | None) -> Fraction:
    items = [item for item in scorer.index.tree.items.values() if item.question == key]
    return sum([Fraction(item.credit(answer.value if answer else None)) for item in items], start=Fraction(0))


def measured_change(scorer: Scorer, compared: Compared, changed: Iterable[str], node: str) -> Change:
    """This function will return what `changed` questions moved in `node`: the first round with their later answers.

    Questions that are not common move nothing. Several actions together are one call with all their questions, so
    that what they share counts once.
    """
    before, after = compared.rounds[0].answers, compared.rounds[-1].answers
    later = set(changed) & set(compared.questions)
    mixed = {**_only(before, before.keys() - later), **_only(after, later)}
    card = scorer.score_on(mixed, compared.questions)
    return change_between(compared.cards[0].nodes[node], card.nodes[node])


def _only(answers: Mapping[str, Answer], keys: Collection[str]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if key in keys}
