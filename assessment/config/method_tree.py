"""The tree of a bank in words: what weighs how much, how parts make the whole, and on which scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.document import Aggregate, BankDocument, Measure, Node, Passes
from assessment.scoring.figures import shown_scale, shown_share
from assessment.scoring.scales import Scales, weight_in_sum
from assessment.scoring.scorecard import HUNDRED
from assessment.scoring.texts import localise


@dataclass(frozen=True, slots=True)
class Indicator:
    """A node below a part; `share` is its part of that. All but title and questions are "" where nothing is to be said."""

    title: str
    share: str
    questions: int
    depth: int = 0
    made: str = ""
    scale: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole; `share` is what it makes of the overall score, "" where no share can be told."""

    key: str
    title: str
    description: str
    why: str
    share: str
    is_counted: bool
    questions: int
    made: str
    scale: str
    target: str
    indicators: tuple[Indicator, ...]


def parts_of(document: BankDocument, locale: str) -> tuple[Part, ...]:
    """This function will return the parts of a bank with their weights in words, as if every question applied."""
    return tuple(_Teller(document, locale).parts())


def whole_made(document: BankDocument) -> str:
    """This function will return how the parts of the whole make its score, in words of the active language."""
    return _made(document.tree)


class _Teller:
    """Knows the scales of one bank."""

    def __init__(self, document: BankDocument, locale: str) -> None:
        self._root = document.tree
        self._locale = locale
        self._scales = Scales(document)
        self._tells_scales = set(self._scales.full.values()) != {HUNDRED}

    def parts(self) -> Iterator[Part]:
        for node in self._root.children:
            share = self._share(self._root, node)
            yield Part(
                key=node.key,
                title=localise(node.title, self._locale),
                description=localise(node.description, self._locale),
                why=localise(node.why, self._locale),
                share="" if share is None else shown_share(share),
                is_counted=node.weight != 0,
                questions=len(set(_questions(node))),
                made=_made_of_several(node),
                scale=self._scale(node),
                target=_target(node),
                indicators=tuple(self._below(node, Fraction(1), 0)),
            )

    def _below(self, node: Node, whole: Fraction | None, depth: int) -> Iterator[Indicator]:
        for child in node.children:
            own = self._share(node, child)
            share = None if own is None or whole is None else own * whole
            yield Indicator(
                title=localise(child.title, self._locale),
                share="" if share is None else shown_share(share),
                questions=len(set(_questions(child))),
                depth=depth,
                made=_made_of_several(child),
                scale=self._scale(child),
                target=_target(child),
            )
            yield from self._below(child, share, depth + 1)

    def _share(self, parent: Node, child: Node) -> Fraction | None:
        """None where parts are not added up, so that none has a share of its own."""
        if parent.aggregate is Aggregate.MEAN:
            return _ratio(_weight(child), [_weight(node) for node in parent.children] + _weights(parent))
        if parent.aggregate is Aggregate.SUM:
            own = [Fraction(measure.weight) * self._scales.of_measure(measure) for measure in parent.measures]
            return _ratio(self._added(child), [self._added(node) for node in parent.children] + own)
        return None

    def _added(self, node: Node) -> Fraction:
        return weight_in_sum(node) * self._scales.passed[node.key]

    def _scale(self, node: Node) -> str:
        return shown_scale(self._scales.full[node.key]) if self._tells_scales else ""


def _ratio(own: Fraction, every: list[Fraction]) -> Fraction | None:
    whole = sum(every, Fraction(0))
    return own / whole if whole else None


def _weight(node: Node) -> Fraction:
    """A node without a weight of its own weighs what stands below it."""
    if node.weight is not None:
        return Fraction(node.weight)
    return sum((_weight(child) for child in node.children), Fraction(0)) + sum(_weights(node), Fraction(0))


def _weights(node: Node) -> list[Fraction]:
    return [Fraction(measure.weight) for measure in node.measures]


def _questions(node: Node) -> Iterator[str]:
    yield from (measure.question for measure in _measures(node))


def _measures(node: Node) -> Iterator[Measure]:
    yield from node.measures
    for child in node.children:
        yield from _measures(child)


def _target(node: Node) -> str:
    return "" if node.target is None else shown_scale(Fraction(node.target))


def _made_of_several(node: Node) -> str:
    return _made(node) if len(node.children) + len(node.measures) > 1 else ""


def _made(node: Node) -> str:
    made = _aggregate(node.aggregate)
    if node.passes is Passes.LEVEL:
        return gettext("%(made)s; it passes on its level") % {"made": made}
    if node.passes is Passes.TARGET:
        return gettext("%(made)s; it passes on no more than its target") % {"made": made}
    return made


def _aggregate(aggregate: Aggregate) -> str:
    words = {
        Aggregate.MEAN: gettext("weighted mean of its parts"),
        Aggregate.SUM: gettext("points of its parts, added up"),
        Aggregate.MIN: gettext("the lowest of its parts"),
        Aggregate.MAX: gettext("the highest of its parts"),
        Aggregate.PRODUCT: gettext("its parts, multiplied"),
        Aggregate.TABLE: gettext("looked up by the levels of its parts"),
        Aggregate.NONE: gettext("no score of its own"),
    }
    return words[aggregate]
