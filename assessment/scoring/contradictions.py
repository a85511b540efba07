"""Conditions that can never hold, found without trying: by what a fact may be, and by what else would have to be true.

Nothing is called impossible here that is possible. What is too long to look through, or depends on several facts at
once, counts as possible; sampling (`samples`) has to find out about that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from assessment.scoring.conditions import Condition, Operator
from assessment.scoring.cuts import Cut
from assessment.scoring.fact_catalogue import Fact, FactType, Family
from assessment.scoring.normal_form import Literal, Part, normal_form

# Alternatives of one condition that are looked at; a condition with more counts as possible.
MOST_ALTERNATIVES = 512

Catalogue = Mapping[str, Fact]
Alternative = tuple[Literal, ...]

WHOLE = frozenset({Family.LEVEL, Family.RANK})
OF_ANSWERS = frozenset({Family.ANSWER, Family.PROFILE})


@dataclass(frozen=True, slots=True)
class World:
    """What is known of a bank: its facts, what must hold for a question to be asked, and how far nodes can get."""

    catalogue: Catalogue
    asked_if: Mapping[str, Condition]
    most: Mapping[str, Fraction]


def is_impossible(condition: Condition, world: World) -> bool:
    """This function will return True only if `condition` can hold for no answers at all. It must be free of faults."""
    alternatives = _alternatives(normal_form(condition))
    return alternatives is not None and not any(_is_possible(each, world, frozenset()) for each in alternatives)


def is_never_false(condition: Condition, world: World) -> bool:
    """This function will return True only if `condition` can never be false, though it may not be told yet."""
    alternatives = _alternatives(normal_form(condition, negated=True))
    return alternatives is not None and not any(_is_possible(each, world, frozenset()) for each in alternatives)


def _alternatives(part: Part) -> list[Alternative] | None:
    """The ways in which `part` may hold, each a set of comparisons that all hold; None if there are too many."""
    if isinstance(part, Literal):
        return [(part,)]
    found: list[Alternative] = [] if part.is_any else [()]
    for each in part.parts:
        ways = _alternatives(each)
        if ways is None:
            return None
        found = [*found, *ways] if part.is_any else [one + other for one in found for other in ways]
        if len(found) > MOST_ALTERNATIVES:
            return None
    return found


def _is_possible(literals: Alternative, world: World, added: frozenset[str]) -> bool:
    by_fact: dict[str, list[Literal]] = {}
    for literal in literals:
        by_fact.setdefault(literal.test.fact, []).append(literal)
    if not all(_fact_may(world.catalogue[name], group, world.most.get(name)) for name, group in by_fact.items()):
        return False
    waiting = sorted(_to_be_asked(literals, world) - added)
    if not waiting:
        return True
    key = waiting[0]
    ways = _alternatives(normal_form(world.asked_if[key]))
    if ways is None or len(ways) * len(literals) > MOST_ALTERNATIVES:
        return True
    return any(_is_possible(literals + way, world, added | {key}) for way in ways)


def _to_be_asked(literals: Alternative, world: World) -> set[str]:
    """Questions with a condition of their own that must be asked, because a comparison needs their answer."""
    facts = [world.catalogue[literal.test.fact] for literal in literals if not _demands_silence(literal)]
    return {fact.question for fact in facts if fact.family in OF_ANSWERS and fact.question in world.asked_if}  # type: ignore[misc]


def _demands_silence(literal: Literal) -> bool:
    return literal.negated and literal.test.op is Operator.KNOWN


def _fact_may(fact: Fact, literals: list[Literal], most: Fraction | None) -> bool:
    if any(_demands_silence(literal) for literal in literals):
        return fact.family is not Family.UNKNOWN and all(_demands_silence(literal) for literal in literals)
    compared = [literal for literal in literals if literal.test.op is not Operator.KNOWN]
    if fact.type in (FactType.NUMBER, FactType.LEVEL):
        return _number_may(fact, compared, most)
    if fact.type is FactType.CHOICES:
        return _choices_may(compared)
    return bool(_options_left(fact, compared))


def _options_left(fact: Fact, literals: list[Literal]) -> set[str]:
    left = set(fact.options) or {""}  # free text has no options, and is only ever known
    for literal in literals:
        left = left - _listed(literal) if literal.negated else left & _listed(literal)
    return left


def _listed(literal: Literal) -> set[str]:
    value = literal.test.value
    return {str(each) for each in (value if isinstance(value, list) else [value])}


def _choices_may(literals: list[Literal]) -> bool:
    excluded = {option for literal in literals if literal.negated for option in _listed(literal)}
    return all(_listed(literal) - excluded for literal in literals if not literal.negated)


def _number_may(fact: Fact, literals: list[Literal], most: Fraction | None) -> bool:
    low = None if fact.minimum is None else Cut.before(fact.minimum)
    high = None if fact.maximum is None else Cut.behind(fact.maximum)
    for begin, end in [(None, None if most is None else Cut.behind(most)), *map(_stretch, literals)]:
        low = begin if low is None or (begin is not None and begin > low) else low
        high = end if high is None or (end is not None and end < high) else high
    if low is None or high is None:
        return True
    return low < high and (fact.family not in WHOLE or _holds_whole_number(low, high))


def _holds_whole_number(low: Cut, high: Cut) -> bool:
    first = floor(low.at) + 1 if low.after else ceil(low.at)
    return Cut.before(first) < high


def _stretch(literal: Literal) -> tuple[Cut | None, Cut | None]:
    """From where to where the number may lie; a denied equality leaves nearly everything."""
    test = literal.test
    if literal.negated:
        return None, None
    numbers = list(_numbers(test.value))
    if test.op in (Operator.EQ, Operator.BETWEEN):
        return Cut.before(numbers[0]), Cut.behind(numbers[-1])
    return {
        Operator.LT: (None, Cut.before(numbers[0])),
        Operator.LTE: (None, Cut.behind(numbers[0])),
        Operator.GT: (Cut.behind(numbers[0]), None),
        Operator.GTE: (Cut.before(numbers[0]), None),
    }[test.op]


def _numbers(value: object) -> Iterator[Fraction]:
    for each in value if isinstance(value, list) else [value]:
        yield Fraction(str(each))
