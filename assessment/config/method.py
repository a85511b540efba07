"""What the method page says about one bank: its weights, its levels, and one of its own worked examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.document import BankDocument, Level, Node, Question, WorkedExample
from assessment.scoring.explain import explain_answer, explain_condition
from assessment.scoring.figures import shown_points, shown_share
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Contribution, Scope, Scorecard
from assessment.scoring.texts import localise


@dataclass(frozen=True, slots=True)
class Indicator:
    title: str
    share: str
    questions: int


@dataclass(frozen=True, slots=True)
class Part:
    """One barrier; `share` is its part of the overall score, an indicator's `share` its part of the barrier."""

    key: str
    title: str
    description: str
    why: str
    share: str
    questions: int
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One level; `exact` is the gate as the program reads it, '' where there is none."""

    number: int
    title: str
    description: str
    lower: str
    gate: str
    exact: str


@dataclass(frozen=True, slots=True)
class Earned:
    question: str
    answer: str
    best: str
    gained: str


@dataclass(frozen=True, slots=True)
class Worked:
    """One barrier question by question, then how the barriers make the whole."""

    title: str
    working: str
    barrier: str
    earned: tuple[Earned, ...]
    score: str
    barriers: tuple[tuple[str, str], ...]
    overall: str
    level: str


def parts_of(document: BankDocument, locale: str) -> tuple[Part, ...]:
    """This function will return the barriers of a bank with their weights in words, as if every question applied."""
    whole = sum((_weight(node) for node in document.tree.children), Fraction(0))
    return tuple(_part(node, whole, locale) for node in document.tree.children)


def steps_of(document: BankDocument, locale: str) -> tuple[Step, ...]:
    """This function will return the levels of a bank, lowest first, with the condition of each in words."""
    return tuple(_step(number, level, document, locale) for number, level in enumerate(document.levels))


def worked_example(scorer: Scorer, locale: str) -> Worked | None:
    """This function will return the bank's first worked example with an ordinary result, or None if it has none."""
    for example in scorer.document.examples:
        answers = _answers(example, scorer)
        card = scorer.score(answers, Scope(example.scope))
        if card.overall.shown is not None and 0 < card.overall.shown < 100:
            return _worked(example, answers, card, scorer, locale)
    return None


def _weight(node: Node) -> Fraction:
    """A node without a weight of its own weighs what stands below it."""
    if node.weight is not None:
        return Fraction(node.weight)
    below = (_weight(child) for child in node.children)
    return sum(below, Fraction(0)) + sum((Fraction(measure.weight) for measure in node.measures), Fraction(0))


def _questions(node: Node) -> Iterator[str]:
    yield from (measure.question for measure in node.measures)
    for child in node.children:
        yield from _questions(child)


def _part(node: Node, whole: Fraction, locale: str) -> Part:
    below = sum((_weight(child) for child in node.children), Fraction(0))
    indicators = tuple(
        Indicator(localise(child.title, locale), shown_share(_weight(child) / below), len(set(_questions(child))))
        for child in node.children
    )
    return Part(
        key=node.key,
        title=localise(node.title, locale),
        description=localise(node.description, locale),
        why=localise(node.why, locale),
        share=shown_share(_weight(node) / whole),
        questions=len(set(_questions(node))),
        indicators=indicators,
    )


def _step(number: int, level: Level, document: BankDocument, locale: str) -> Step:
    return Step(
        number=number,
        title=localise(level.title, locale),
        description=localise(level.description, locale),
        lower=f"{level.lower.normalize():f}",
        gate=localise(level.gate_text, locale),
        exact=explain_condition(level.gate, document, locale) if level.gate else "",
    )


def _answers(example: WorkedExample, scorer: Scorer) -> dict[str, Answer]:
    questions = scorer.index.questions
    return {key: read_answer(questions[key], raw) for key, raw in example.answers.items()}


def _worked(example: WorkedExample, answers: dict[str, Answer], card: Scorecard, scorer: Scorer, locale: str) -> Worked:
    titles = {node.key: localise(node.title, locale) for node in scorer.document.tree.children}
    barriers = [card.nodes[key] for key in titles if card.nodes[key].shown is not None]
    shortest = min(barriers, key=lambda node: (len(card.contributions[node.key]), node.key))
    return Worked(
        title=localise(example.title, locale),
        working=localise(example.working, locale),
        barrier=titles[shortest.key],
        earned=tuple(_earned(each, answers, scorer, locale) for each in card.contributions[shortest.key]),
        score=shown_points(shortest.shown),
        barriers=tuple((titles[node.key], shown_points(node.shown)) for node in barriers),
        overall=shown_points(card.overall.shown),
        level=_level_title(card, scorer, locale),
    )


def _earned(each: Contribution, answers: dict[str, Answer], scorer: Scorer, locale: str) -> Earned:
    question: Question = scorer.index.questions[each.question]
    answer = answers.get(each.question)
    return Earned(
        question=localise(question.short or question.text, locale),
        answer=explain_answer(question, answer, locale) if answer else "–",
        best=shown_points(each.gained + each.open),
        gained=shown_points(each.gained),
    )


def _level_title(card: Scorecard, scorer: Scorer, locale: str) -> str:
    titles = {level.key: localise(level.title, locale) for level in scorer.document.levels}
    return titles.get(card.level.key or "", "–")
