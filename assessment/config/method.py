"""What the method page says about one bank: its levels, and one of its own worked examples."""

from dataclasses import dataclass
from fractions import Fraction

from assessment.bank.bounds import span
from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.document import BankDocument, Level, Node, Question, WorkedExample
from assessment.scoring.explain import explain_answer, explain_condition
from assessment.scoring.figures import shown_points
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Contribution, NodeScore, Scope, Scorecard
from assessment.scoring.texts import localise
from recommendations.report.content.material import walk
from recommendations.report.content.numbers import plain


@dataclass(frozen=True, slots=True)
class Step:
    """One level; `exact` is the gate as the program reads it, '' where there is none.

    `lower` is where it begins, '' for a level that begins above its bound or has none; `span` says all of it in words.
    """

    number: int
    title: str
    description: str
    lower: str
    span: str
    gate: str
    exact: str
    source: str


@dataclass(frozen=True, slots=True)
class OwnLadder:
    """Levels of their own, and the titles of the nodes that have them."""

    nodes: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Earned:
    question: str
    answer: str
    best: str
    gained: str


@dataclass(frozen=True, slots=True)
class Worked:
    """One part question by question, then how the parts make the whole; without parts, the whole itself."""

    title: str
    working: str
    barrier: str
    earned: tuple[Earned, ...]
    score: str
    full: str
    barriers: tuple[tuple[str, str], ...]
    overall: str
    level: str


def steps_of(document: BankDocument, locale: str) -> tuple[Step, ...]:
    """This function will return the levels of the whole, lowest first, with the condition of each in words."""
    return _steps(ladders_of(document)[document.tree.key], Scales(document).full[document.tree.key], document, locale)


def own_ladders_of(document: BankDocument, locale: str) -> tuple[OwnLadder, ...]:
    """This function will return the ladders that parts of the whole have for themselves, each with its nodes."""
    users: dict[tuple[str, Fraction], list[Node]] = {}
    full = Scales(document).full
    for node in walk(document.tree)[1:]:
        if node.ladder is not None:
            users.setdefault((node.ladder, full[node.key]), []).append(node)
    ladders = {ladder.key: tuple(ladder.levels) for ladder in document.ladders}
    return tuple(
        OwnLadder(
            tuple(localise(node.title, locale) for node in nodes), _steps(ladders[ladder], scale, document, locale)
        )
        for (ladder, scale), nodes in users.items()
        if ladder in ladders
    )


def worked_example(scorer: Scorer, locale: str) -> Worked | None:
    """This function will return the bank's first worked example with an ordinary result, or None if it has none."""
    for example in scorer.document.examples:
        answers = _answers(example, scorer)
        card = scorer.score(answers, Scope(example.scope))
        if card.overall.shown is not None and 0 < card.overall.shown < 100:
            return _worked(example, answers, card, scorer, locale)
    return None


def _steps(levels: tuple[Level, ...], scale: Fraction, document: BankDocument, locale: str) -> tuple[Step, ...]:
    return tuple(
        Step(
            number=number,
            title=localise(level.title, locale),
            description=localise(level.description, locale),
            lower="" if level.lower is None else plain(level.lower),
            span=span(levels, number, scale),
            gate=localise(level.gate_text, locale),
            exact=explain_condition(level.gate, document, locale) if level.gate else "",
            source=localise(level.source, locale),
        )
        for number, level in enumerate(levels)
    )


def _answers(example: WorkedExample, scorer: Scorer) -> dict[str, Answer]:
    questions = scorer.index.questions
    return {key: read_answer(questions[key], raw) for key, raw in example.answers.items()}


def _worked(example: WorkedExample, answers: dict[str, Answer], card: Scorecard, scorer: Scorer, locale: str) -> Worked:
    """The part with the fewest questions is the quickest to follow."""
    titles = {node.key: localise(node.title, locale) for node in walk(scorer.document.tree)}
    parts = [card.nodes[node.key] for node in scorer.document.tree.children if node.weight != 0]
    scored = [node for node in parts if node.shown is not None]
    chosen = min(scored or [card.overall], key=lambda node: (len(card.contributions[node.key]), node.key))
    display = scorer.document.display
    return Worked(
        title=localise(example.title, locale),
        working=localise(example.working, locale),
        barrier=titles[chosen.key],
        earned=tuple(_earned(each, chosen, answers, scorer, locale) for each in card.contributions[chosen.key]),
        score=shown_points(chosen.points, display),
        full=shown_points(chosen.scale, display),
        barriers=tuple((titles[node.key], shown_points(node.points, display)) for node in scored),
        overall=shown_points(card.overall.points, display),
        level=_level_title(card, scorer, locale),
    )


def _earned(each: Contribution, node: NodeScore, answers: dict[str, Answer], scorer: Scorer, locale: str) -> Earned:
    question: Question = scorer.index.questions[each.question]
    answer, display = answers.get(each.question), scorer.document.display
    return Earned(
        question=localise(question.short or question.text, locale),
        answer=explain_answer(question, answer, locale) if answer else "–",
        best=shown_points(node.on_scale(each.gained + each.open), display),
        gained=shown_points(node.on_scale(each.gained), display),
    )


def _level_title(card: Scorecard, scorer: Scorer, locale: str) -> str:
    levels = ladders_of(scorer.document)[card.root]
    return next((localise(level.title, locale) for level in levels if level.key == card.level.key), "")
