"""Three-valued (Kleene) evaluation of conditions: true, false, or None = cannot be told from what is known."""

from collections.abc import Callable
from fractions import Fraction
from operator import eq, ge, gt, le, lt

from assessment.scoring.conditions import All, Condition, Not, Operator, Test
from assessment.scoring.facts import Lookup
from assessment.scoring.index import FactValue

Verdict = bool | None
Compiled = Callable[[Lookup], Verdict]


class ConditionError(ValueError):
    """A condition that cannot be evaluated: the checker lets none through, so this is a fault to show, not to hide."""


def evaluate(condition: Condition, lookup: Lookup) -> Verdict:
    """This function will return whether `condition` holds for the facts that `lookup` gives by name."""
    return compile_condition(condition)(lookup)


def compile_condition(condition: Condition) -> Compiled:
    """This function will return `condition` as a function of a fact lookup, for conditions that are asked often."""
    if isinstance(condition, Test):
        return _compile_test(condition)
    if isinstance(condition, Not):
        return _compile_not(compile_condition(condition.not_))
    if isinstance(condition, All):
        return _compile_all([compile_condition(part) for part in condition.all])
    return _compile_any([compile_condition(part) for part in condition.any])


def _compile_not(part: Compiled) -> Compiled:
    def negate(lookup: Lookup) -> Verdict:
        verdict = part(lookup)
        return None if verdict is None else not verdict

    return negate


def _compile_all(parts: list[Compiled]) -> Compiled:
    def every(lookup: Lookup) -> Verdict:
        result: Verdict = True
        for part in parts:
            verdict = part(lookup)
            if verdict is False:
                return False
            if verdict is None:
                result = None
        return result

    return every


def _compile_any(parts: list[Compiled]) -> Compiled:
    def some(lookup: Lookup) -> Verdict:
        result: Verdict = False
        for part in parts:
            verdict = part(lookup)
            if verdict is True:
                return True
            if verdict is None:
                result = None
        return result

    return some


def _compile_test(test: Test) -> Compiled:
    name = test.fact
    if test.op is Operator.KNOWN:
        return lambda lookup: lookup(name) is not None
    holds = _PREDICATES[test.op](test)

    def decide(lookup: Lookup) -> Verdict:
        value = lookup(name)
        return None if value is None else holds(value)

    return decide


Predicate = Callable[[FactValue], bool]


def _number(test: Test, operand: object) -> Fraction:
    if isinstance(operand, bool) or not isinstance(operand, int | float | str):
        raise ConditionError(f"{test.fact} {test.op.value}: {operand!r} is not a number")
    try:
        return Fraction(str(operand))
    except (ValueError, ZeroDivisionError):
        raise ConditionError(f"{test.fact} {test.op.value}: {operand!r} is not a number") from None


def _given(test: Test, value: FactValue) -> Fraction | int:
    if isinstance(value, Fraction | int):
        return value
    raise ConditionError(f"{test.fact} {test.op.value}: the fact is not a number")


def _comparison(compare: Callable[[int, int], bool]) -> Callable[[Test], Predicate]:
    """Fractions are compared crosswise as integers, which is the same and takes a fifth of the time."""

    def build(test: Test) -> Predicate:
        bound = _number(test, test.value)
        above, below = bound.numerator, bound.denominator

        def holds(value: FactValue) -> bool:
            number = _given(test, value)
            return compare(number.numerator * below, above * number.denominator)

        return holds

    return build


def _between(test: Test) -> Predicate:
    if not isinstance(test.value, list) or len(test.value) != 2:
        raise ConditionError(f"{test.fact} between: needs two numbers")
    low, high = _number(test, test.value[0]), _number(test, test.value[1])
    return lambda value: low <= _given(test, value) <= high


def _is(test: Test) -> Predicate:
    if not isinstance(test.value, str):
        raise ConditionError(f"{test.fact} is: needs one option, not {test.value!r}")
    return lambda value: value == test.value


def _listed(test: Test) -> frozenset[object]:
    if not isinstance(test.value, list):
        raise ConditionError(f"{test.fact} {test.op.value}: needs a list of options, not {test.value!r}")
    return frozenset(test.value)


def _in(test: Test) -> Predicate:
    allowed = _listed(test)
    return lambda value: value in allowed


def _chosen(test: Test, value: FactValue) -> frozenset[str]:
    if isinstance(value, frozenset):
        return value
    raise ConditionError(f"{test.fact} {test.op.value}: the fact is not a set of options")


def _has(test: Test) -> Predicate:
    if not isinstance(test.value, str):
        raise ConditionError(f"{test.fact} has: needs one option, not {test.value!r}")
    return lambda value: test.value in _chosen(test, value)


def _has_any(test: Test) -> Predicate:
    wanted = _listed(test)
    return lambda value: not wanted.isdisjoint(_chosen(test, value))


def _has_none(test: Test) -> Predicate:
    unwanted = _listed(test)
    return lambda value: unwanted.isdisjoint(_chosen(test, value))


_PREDICATES: dict[Operator, Callable[[Test], Predicate]] = {
    Operator.LT: _comparison(lt),
    Operator.LTE: _comparison(le),
    Operator.EQ: _comparison(eq),
    Operator.GTE: _comparison(ge),
    Operator.GT: _comparison(gt),
    Operator.BETWEEN: _between,
    Operator.IS: _is,
    Operator.IN: _in,
    Operator.HAS: _has,
    Operator.HAS_ANY: _has_any,
    Operator.HAS_NONE: _has_none,
}
