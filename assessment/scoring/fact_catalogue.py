"""Which facts a bank has: the type, options, bounds and name of each, for checker, explainer and editor alike."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property, partial

from assessment.scoring import explain_words, walk
from assessment.scoring.conditions import Operator
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import BankDocument, Kind, Level, Node, Question, Size
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales
from assessment.scoring.texts import Text, localise

NUMBER_OPERATORS = (Operator.LT, Operator.LTE, Operator.EQ, Operator.GTE, Operator.GT, Operator.BETWEEN)
CHOICE_OPERATORS = (Operator.IS, Operator.IN)
CHOICES_OPERATORS = (Operator.HAS, Operator.HAS_ANY, Operator.HAS_NONE)


class FactType(StrEnum):
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    LEVEL = "level"
    TEXT = "text"


class Family(StrEnum):
    """The first word of a fact's name, and what it asks about."""

    PROFILE = "profile"
    ANSWER = "answer"
    UNKNOWN = "unknown"
    NODE = "node"
    LEVEL = "level"
    COVERAGE = "coverage"
    RANK = "rank"
    CONTRIBUTION = "contribution"


OPERATORS: Mapping[FactType, tuple[Operator, ...]] = {
    FactType.NUMBER: (*NUMBER_OPERATORS, Operator.KNOWN),
    FactType.LEVEL: (*NUMBER_OPERATORS, Operator.KNOWN),
    FactType.CHOICE: (*CHOICE_OPERATORS, Operator.KNOWN),
    FactType.YES_NO: (*CHOICE_OPERATORS, Operator.KNOWN),
    FactType.CHOICES: (*CHOICES_OPERATORS, Operator.KNOWN),
    FactType.TEXT: (Operator.KNOWN,),
}

_TYPE_OF_KIND = {
    Kind.SINGLE: FactType.CHOICE,
    Kind.LIKERT: FactType.CHOICE,
    Kind.YES_NO: FactType.YES_NO,
    Kind.MULTI: FactType.CHOICES,
    Kind.TABLE: FactType.CHOICES,
    Kind.PERCENT: FactType.NUMBER,
    Kind.NUMBER: FactType.NUMBER,
    Kind.TEXT: FactType.TEXT,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """`options` by key (levels by index, table rows as `row:option`); `position` in the order of asking, None = after it.

    `is_share` numbers run from 0 to 1 and are read as percentages.
    """

    name: str
    family: Family
    type: FactType
    title: Text
    options: Mapping[str, Text] = field(default_factory=dict)
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: Text = field(default_factory=dict)
    decimals: int = 1
    is_share: bool = False
    question: str | None = None
    position: int | None = None


Maker = tuple[str, Callable[[], Fact]]


def facts_of(document: BankDocument, only: Container[str] | None = None) -> dict[str, Fact]:
    """This function will return the facts of `document` by name, in reading order; all of them, or `only` some."""
    return {name: make() for name, make in _makers(document) if only is None or name in only}


def _makers(document: BankDocument) -> Iterator[Maker]:
    measure = _Measure(document, ladders_of(document))
    asked = [(section.profile, question) for _, section, question in walk.questions(document)]
    for position, (in_profile, question) in enumerate(asked):
        family = Family.PROFILE if in_profile else Family.ANSWER
        yield f"{family.value}.{question.key}", partial(_answer, document, question, family, position)
    if document.size is not None:
        positions = {question.key: position for position, (_, question) in enumerate(asked)}
        yield SIZE_CLASS, partial(_size_class, document.size, positions)
    for position, (_, question) in enumerate(asked):
        yield f"unknown.{question.key}", partial(_unknown, document, question, position)
    if measure.levels_of_the_whole:
        yield "level", partial(_level, measure.levels_of_the_whole, "level", explain_words.OVERALL_LEVEL)
    for _, node in walk.nodes(document):
        yield from _node_makers(measure, node)
    for in_profile, question in asked:
        if not in_profile:
            yield f"contribution.{question.key}", partial(_contribution, measure, question)


def _node_makers(measure: "_Measure", node: Node) -> Iterator[Maker]:
    yield f"node.{node.key}", partial(_node, measure, node)
    if measure.ladders[node.key]:
        yield f"level.{node.key}", partial(_node_level, measure, node)
    yield f"coverage.{node.key}", partial(_coverage, measure.document, node)
    yield f"rank.{node.key}", partial(_rank, measure.document, node)


@dataclass(frozen=True)
class _Measure:
    """A document with what follows from it for every node: its levels, and its scale once a fact asks for it."""

    document: BankDocument
    ladders: Mapping[str, tuple[Level, ...]]

    @cached_property
    def scales(self) -> Mapping[str, Fraction]:
        return Scales(self.document).full

    @property
    def levels_of_the_whole(self) -> tuple[Level, ...]:
        return self.ladders[self.document.tree.key]

    def highest(self, node: str) -> Decimal:
        """Full marks of a node as a decimal; a scale of thirds is cut far behind what anybody writes."""
        return Decimal(self.scales[node].numerator) / Decimal(self.scales[node].denominator)


def short_title(question: Question) -> Text:
    """This function will return how a question is called in a sentence: by its short title, else by its whole text."""
    return question.short or question.text


def _titled(document: BankDocument, template: str, name: Text) -> Text:
    return {
        locale: explain_words.words(locale).titles[template].format(name=localise(name, locale))
        for locale in document.locales
    }


def _options(question: Question) -> dict[str, Text]:
    if question.kind is not Kind.TABLE:
        return {option.key: option.label for option in question.options}
    return {
        f"{row.key}:{option.key}": {
            locale: explain_words.words(locale).row_option.format(
                row=localise(row.label, locale), option=localise(option.label, locale)
            )
            for locale in row.label
        }
        for row in question.rows
        for option in question.options
    }


def _answer(document: BankDocument, question: Question, family: Family, position: int) -> Fact:
    return Fact(
        name=f"{family.value}.{question.key}",
        family=family,
        type=_TYPE_OF_KIND[question.kind],
        title=_titled(document, "answer", short_title(question)),
        options=_options(question),
        minimum=question.minimum if question.kind in NUMBERS else None,
        maximum=question.maximum if question.kind in NUMBERS else None,
        unit=question.unit,
        decimals=question.decimals,
        question=question.key,
        position=position,
    )


def _size_class(size: Size, positions: Mapping[str, int]) -> Fact:
    sources = (size.sector, size.employees, size.revenue)
    position = max((positions[key] for key in sources if key in positions), default=0)
    options = dict(size.labels)
    return Fact(
        SIZE_CLASS,
        Family.PROFILE,
        FactType.CHOICE,
        explain_words.SIZE_CLASS,
        options=options,
        position=position,
    )


def _unknown(document: BankDocument, question: Question, position: int) -> Fact:
    return Fact(
        name=f"unknown.{question.key}",
        family=Family.UNKNOWN,
        type=FactType.YES_NO,
        title=_titled(document, "unknown", short_title(question)),
        options=explain_words.YES_NO,
        question=question.key,
        position=position,
    )


def _level(levels: tuple[Level, ...], name: str, title: Text) -> Fact:
    options = {str(index): level.title for index, level in enumerate(levels)}
    return Fact(
        name=name,
        family=Family.LEVEL,
        type=FactType.LEVEL,
        title=title,
        options=options,
        minimum=Decimal(0),
        maximum=Decimal(len(options) - 1),
        decimals=0,
    )


def _node(measure: _Measure, node: Node) -> Fact:
    return Fact(
        name=f"node.{node.key}",
        family=Family.NODE,
        type=FactType.NUMBER,
        title=_titled(measure.document, "node", node.title),
        minimum=Decimal(0),
        maximum=measure.highest(node.key),
        decimals=measure.document.display.decimals,
    )


def _node_level(measure: _Measure, node: Node) -> Fact:
    title = _titled(measure.document, "level", node.title)
    return _level(measure.ladders[node.key], f"level.{node.key}", title)


def _coverage(document: BankDocument, node: Node) -> Fact:
    return Fact(
        name=f"coverage.{node.key}",
        family=Family.COVERAGE,
        type=FactType.NUMBER,
        title=_titled(document, "coverage", node.title),
        minimum=Decimal(0),
        maximum=Decimal(1),
        is_share=True,
    )


def _rank(document: BankDocument, node: Node) -> Fact:
    return Fact(
        name=f"rank.{node.key}",
        family=Family.RANK,
        type=FactType.NUMBER,
        title=_titled(document, "rank", node.title),
        minimum=Decimal(1),
        maximum=Decimal(_sibling_count(document, node.key)),
        decimals=0,
    )


def _sibling_count(document: BankDocument, key: str) -> int:
    counts = [len(node.children) for _, node in walk.nodes(document) if key in {child.key for child in node.children}]
    return counts[0] if counts else 1


def _contribution(measure: _Measure, question: Question) -> Fact:
    return Fact(
        name=f"contribution.{question.key}",
        family=Family.CONTRIBUTION,
        type=FactType.NUMBER,
        title=_titled(measure.document, "contribution", short_title(question)),
        minimum=Decimal(0),
        maximum=measure.highest(measure.document.tree.key),
        question=question.key,
    )
