"""Conditions without nested negation, for whoever speaks about them: `not` is moved inwards as far as it goes.

Kleene logic keeps De Morgan's laws, so a normal form is true, false or undecided exactly when its condition is.
"""

from dataclasses import dataclass

from assessment.scoring.conditions import All, AnyOf, Condition, Not, Operator, Test
from assessment.scoring.evaluate import evaluate
from assessment.scoring.facts import Lookup

OPPOSITE = {
    Operator.LT: Operator.GTE,
    Operator.GTE: Operator.LT,
    Operator.LTE: Operator.GT,
    Operator.GT: Operator.LTE,
}
OF_ONE = {Operator.IN: Operator.IS, Operator.HAS_ANY: Operator.HAS}
COVERAGE, NODE = "coverage.", "node."


@dataclass(frozen=True, slots=True)
class Literal:
    """One comparison or its denial. Never `has_none`, never a list of one, never a denied order of numbers."""

    test: Test
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    parts: tuple["Part", ...]
    is_any: bool


Part = Literal | Group


def normal_form(condition: Condition, negated: bool = False) -> Part:
    """This function will return `condition`, or its denial, as literals joined by all and any."""
    if isinstance(condition, Test):
        return _literal(condition, negated)
    if isinstance(condition, Not):
        return normal_form(condition.not_, not negated)
    parts = condition.any if isinstance(condition, AnyOf) else condition.all
    if len(parts) == 1:
        return normal_form(parts[0], negated)
    is_any = isinstance(condition, AnyOf) is not negated
    return Group(tuple(_flattened([normal_form(part, negated) for part in parts], is_any)), is_any)


def _flattened(parts: list[Part], is_any: bool) -> list[Part]:
    """An `all` directly within an `all` says nothing of its own."""
    flat: list[Part] = []
    for part in parts:
        flat += part.parts if isinstance(part, Group) and part.is_any is is_any else [part]
    return flat


def _literal(test: Test, negated: bool) -> Literal:
    if negated and test.op in OPPOSITE:
        return Literal(test.model_copy(update={"op": OPPOSITE[test.op]}))
    if test.op is Operator.HAS_NONE:
        return _literal(test.model_copy(update={"op": Operator.HAS_ANY}), not negated)
    if test.op in OF_ONE and isinstance(test.value, list) and len(test.value) == 1:
        return Literal(test.model_copy(update={"op": OF_ONE[test.op], "value": test.value[0]}), negated)
    return Literal(test, negated)


def condition_of(part: Part) -> Condition:
    """This function will return `part` as a condition again."""
    if isinstance(part, Literal):
        return Not.model_validate({"not": part.test}) if part.negated else part.test
    parts = [condition_of(each) for each in part.parts]
    return AnyOf(any=parts) if part.is_any else All(all=parts)


def facts_named(part: Part) -> frozenset[str]:
    """This function will return the names of the facts in `part`, and of the nodes whose coverage it asks for."""
    if isinstance(part, Group):
        return frozenset().union(*(facts_named(each) for each in part.parts))
    name = part.test.fact
    return frozenset({name, NODE + name.removeprefix(COVERAGE)} if name.startswith(COVERAGE) else {name})


def guarded(part: Part) -> Part | None:
    """This function will return what `part` demands of a node "where it applies", or None if it is not of that form.

    The form is: the node's coverage is not known (nothing applies), or the node's score compares so and so.
    """
    if isinstance(part, Literal) or not part.is_any or len(part.parts) != 2:
        return None
    guard, demand = part.parts
    if not isinstance(guard, Literal) or not isinstance(demand, Literal):
        return None
    is_guard = guard.negated and guard.test.op is Operator.KNOWN and guard.test.fact.startswith(COVERAGE)
    same_node = demand.test.fact.removeprefix(NODE) == guard.test.fact.removeprefix(COVERAGE)
    return demand if is_guard and same_node else None


def failed_parts(condition: Condition, lookup: Lookup) -> list[Condition]:
    """This function will return the smallest parts of `condition` that are false or undecided, none if it holds.

    Of an `any` no part alone is to blame, so it is returned whole.
    """
    return [condition_of(part) for part in _failed(normal_form(condition), lookup)]


def _failed(part: Part, lookup: Lookup) -> list[Part]:
    if evaluate(condition_of(part), lookup):
        return []
    demand = guarded(part)
    if demand is not None:
        return [demand]
    if isinstance(part, Literal) or part.is_any:
        return [part]
    return [failed for each in part.parts for failed in _failed(each, lookup)]
