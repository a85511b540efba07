"""Everything the progress page shows, prepared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from assessment.responses.bank_words import marked, marked_answer
from assessment.scoring.texts import localise
from assessment.scoring.trend import Change, Turn, changed_answers
from recommendations.plan.progress_promises import Outcome, Outcomes, Part, Verdict, outcomes_of
from recommendations.plan.progress_rounds import Comparison, TakenRound, compare_rounds
from recommendations.plan.progress_tables import ScoreTable, StatedRow, Tables, stated_rows
from recommendations.plan.progress_words import (
    ShownChange,
    overall_sentence,
    shown_change,
    signed,
    turn_words,
    verdict_words,
)

MOVED = (Verdict.MOVED_ANYWAY.value, Verdict.DECLINED_MOVED.value)
WAYS = ("up", "down")
MOST_UNFOLDED = 5


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer that changed."""

    question: SafeString
    before: SafeString
    after: SafeString
    turn: Turn
    words: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """Where most was promised, and what was measured there."""

    title: SafeString
    promised: str
    measured: ShownChange


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One item of the plan; `promised` is '' where nothing was, and `common` of `asked` questions were compared."""

    title: str
    status: str
    is_done: bool
    promised: str
    measured: ShownChange | None
    part: PartRow | None
    common: int
    asked: int
    shared: int
    newly_known: int
    verdict: str
    words: str

    @property
    def has_come(self) -> bool:
        """Whether it was done, or a reader sees it move."""
        return self.is_done or self.verdict in MOVED or (self.measured is not None and self.measured.way in WAYS)


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """With one round only the `stated` one is there. `line` is over all rounds, where there are more than two.

    `promises` begin with what was done or has moved; of a long list all else stands apart in `promises_still`.
    """

    rounds: int
    stated: tuple[StatedRow, ...]
    sentence: str
    pair: ScoreTable | None
    line: ScoreTable | None
    answers: tuple[AnswerRow, ...]
    promises: tuple[PromiseRow, ...]
    promises_still: tuple[PromiseRow, ...]
    done: ShownChange | None
    done_count: int

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(row.day for row in self.stated)


def progress_page(taken: Sequence[TakenRound], locale: str) -> ProgressPage:
    """This function will return the page on one or more submitted rounds, oldest first. One query from the second on."""
    pair = compare_rounds(taken[-2:]) if len(taken) > 1 else None
    line = compare_rounds(taken) if len(taken) > 2 else None
    outcomes = outcomes_of(pair) if pair else None
    promises = [_promise(pair, each, locale) for each in outcomes.outcomes] if pair and outcomes else []
    come, still = [row for row in promises if row.has_come], [row for row in promises if not row.has_come]
    is_long = len(promises) > MOST_UNFOLDED
    return ProgressPage(
        rounds=len(taken),
        stated=tuple(stated_rows(taken, taken[-1].scorer.document.tree.children, locale)),
        sentence=_sentence(pair) if pair else "",
        pair=Tables(pair, locale).table() if pair else None,
        line=Tables(line, locale).table() if line else None,
        answers=tuple(_answers(pair, locale)) if pair else (),
        promises=tuple(come if is_long else come + still),
        promises_still=tuple(still if is_long else ()),
        done=_done(pair, outcomes) if pair and outcomes else None,
        done_count=outcomes.done_count if outcomes else 0,
    )


def _sentence(pair: Comparison) -> str:
    cards, root = pair.compared.cards, pair.scorer.index.tree.root.key
    return overall_sentence(cards[0], cards[-1], pair.compared.change(root), pair.scorer.document.display)


def _answers(pair: Comparison, locale: str) -> list[AnswerRow]:
    """Each answer in the words of the release by which it was given."""
    before, after = pair.first, pair.last
    return [
        AnswerRow(
            question=marked(after.round.questions[key].short or after.round.questions[key].text, locale),
            before=marked_answer(before.round.questions[key], before.round.answers.get(key), locale),
            after=marked_answer(after.round.questions[key], after.round.answers.get(key), locale),
            turn=turn,
            words=turn_words(turn),
        )
        for key, turn in changed_answers(pair.scorer, pair.compared)
    ]


def _promise(pair: Comparison, outcome: Outcome, locale: str) -> PromiseRow:
    display, whole = pair.scorer.document.display, outcome.whole
    return PromiseRow(
        title=localise(outcome.item.title, locale),
        status=outcome.item.get_status_display(),
        is_done=outcome.is_done,
        promised=signed(whole.promised, display) if whole else "",
        measured=shown_change(_moved(whole.measured), display) if whole and outcome.compared else None,
        part=_part(pair, outcome.part, locale) if outcome.part and outcome.compared else None,
        common=len(outcome.compared),
        asked=len(outcome.questions),
        shared=outcome.shared,
        newly_known=outcome.newly_known,
        verdict=outcome.verdict.value,
        words=verdict_words(outcome.verdict),
    )


def _part(pair: Comparison, part: Part, locale: str) -> PartRow:
    titles = {node.key: node.title for node in pair.scorer.document.tree.children}
    display = pair.scorer.document.display
    return PartRow(
        marked(titles[part.node], locale), signed(part.promised, display), shown_change(_moved(part.measured), display)
    )


def _done(pair: Comparison, outcomes: Outcomes) -> ShownChange | None:
    return shown_change(_moved(outcomes.done), pair.scorer.document.display) if outcomes.done_count else None


def _moved(change: Change) -> Change:
    """Without the range: what else is not known stays as it was in both calculations, so it cannot tell them apart."""
    return Change(change.points, change.points, change.points)
