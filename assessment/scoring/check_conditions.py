"""Conditions are checked when they are saved, so that none is misread, silently false or undecidable at run time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from assessment.scoring.conditions import All, AnyOf, Condition, Not, Operator, Test
from assessment.scoring.fact_catalogue import NUMBER_OPERATORS, OPERATORS, Fact, FactType, Family
from assessment.scoring.findings import Finding, error

Catalogue = Mapping[str, Fact]

ANSWERS = frozenset({Family.ANSWER, Family.PROFILE, Family.UNKNOWN})
SINGLE_OPTION = frozenset({Operator.IS, Operator.HAS})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a condition stands, which decides what it may ask: families of facts, and questions asked before it.

    `question` is the question that the condition shows or hides, `before` its position in the order of asking.
    """

    name: str
    families: frozenset[Family]
    overall_level: bool = True
    question: str | None = None
    before: int | None = None


GATE = Standing("a gate", frozenset(Family), overall_level=False)
EVERYTHING = Standing("a rule", frozenset(Family))


def before_question(key: str, position: int) -> Standing:
    """This function will return the standing of `visible_if` of question `key`, the `position`-th from 0."""
    return Standing("visible_if", ANSWERS, question=key, before=position)


def check_condition(condition: Condition, catalogue: Catalogue, standing: Standing, place: str) -> list[Finding]:
    """This function will return every fault of `condition`, each with its place; an empty list means it may be saved.

    `catalogue` comes from `facts_of`.
    """
    return list(_check(condition, catalogue, standing, place))


def _check(condition: Condition, catalogue: Catalogue, standing: Standing, place: str) -> Iterator[Finding]:
    if isinstance(condition, Test):
        yield from _check_test(condition, catalogue, standing, place)
    elif isinstance(condition, Not):
        yield from _check(condition.not_, catalogue, standing, f"{place}.not")
    else:
        word, parts = ("all", condition.all) if isinstance(condition, All) else ("any", condition.any)
        for number, part in enumerate(parts):
            yield from _check(part, catalogue, standing, f"{place}.{word}.{number}")


def comparisons_of(condition: Condition) -> list[Test]:
    """This function will return every comparison in `condition`, in reading order."""
    if isinstance(condition, Test):
        return [condition]
    if isinstance(condition, Not):
        return comparisons_of(condition.not_)
    parts = condition.any if isinstance(condition, AnyOf) else condition.all
    return [test for part in parts for test in comparisons_of(part)]


def _check_test(test: Test, catalogue: Catalogue, standing: Standing, place: str) -> Iterator[Finding]:
    fact = catalogue.get(test.fact)
    if fact is None:
        yield error(place, f"there is no fact {test.fact}", _did_you_mean(test.fact, catalogue))
        return
    yield from _check_standing(fact, standing, place)
    if test.op not in OPERATORS[fact.type]:
        allowed = ", ".join(operator.value for operator in OPERATORS[fact.type])
        yield error(
            place, f"{test.op.value} does not fit {fact.name}, which is {_TYPES[fact.type]}", f"use one of: {allowed}"
        )
    else:
        yield from _check_operand(test, fact, place)


_TYPES = {
    FactType.NUMBER: "a number",
    FactType.CHOICE: "a choice",
    FactType.CHOICES: "a set of choices",
    FactType.YES_NO: "a yes or no",
    FactType.LEVEL: "a level",
    FactType.TEXT: "free text",
}


def _did_you_mean(name: str, catalogue: Catalogue) -> str:
    lowered = {known.lower(): known for known in reversed(list(catalogue))}
    bare = name.partition(".")[2] or name
    elsewhere = [known for known in catalogue if known.partition(".")[2].lower() == bare.lower()]
    close = get_close_matches(name.lower(), lowered, n=1)
    if name.lower() in lowered or not elsewhere:
        return f"did you mean {lowered[close[0]]}?" if close else "use a fact that the bank has"
    return f"did you mean {elsewhere[0]}?"


def _check_standing(fact: Fact, standing: Standing, place: str) -> Iterator[Finding]:
    if fact.family not in standing.families:
        families = ", ".join(f"{family.value}." for family in Family if family in standing.families)
        yield error(place, f"{standing.name} cannot ask for {fact.name}", f"use only facts that begin with {families}")
    elif fact.name == "level" and not standing.overall_level:
        yield error(
            place, f"{standing.name} decides the level and cannot ask for it", "use the score or level of a node"
        )
    elif standing.before is not None and fact.position is not None:
        if fact.question == standing.question:
            yield error(place, f"{fact.name} refers to the question itself", "ask for an earlier question")
        elif fact.position >= standing.before:
            yield error(place, f"{fact.name} is asked later", "ask for an earlier question, or move this one behind it")


def _check_operand(test: Test, fact: Fact, place: str) -> Iterator[Finding]:
    if test.op is Operator.KNOWN:
        if test.value is not None:
            yield error(place, f"known takes no value, not {test.value!r}", "remove the value")
    elif test.op is Operator.BETWEEN:
        yield from _check_between(test, fact, place)
    elif test.op in NUMBER_OPERATORS:
        yield from _check_number(test.value, fact, place)
    elif test.op in SINGLE_OPTION:
        yield from _check_one_option(test, fact, place)
    else:
        yield from _check_options(test, fact, place)


def _check_between(test: Test, fact: Fact, place: str) -> Iterator[Finding]:
    if not isinstance(test.value, list) or len(test.value) != 2:
        yield error(place, f"between needs two numbers, not {test.value!r}", "write [low, high]")
        return
    for value in test.value:
        yield from _check_number(value, fact, place)
    low, high = number_in(test.value[0]), number_in(test.value[1])
    if low is not None and high is not None and low > high:
        yield error(place, f"between {low} and {high} is never true", f"write [{high}, {low}]")


def number_in(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _check_number(value: object, fact: Fact, place: str) -> Iterator[Finding]:
    number = number_in(value)
    if number is None:
        yield error(place, f"{fact.name} is compared with {value!r}, which is not a number", "write a number")
        return
    if (fact.minimum is not None and number < fact.minimum) or (fact.maximum is not None and number > fact.maximum):
        message = f"{number} is outside the scale of {fact.name}, which runs {_scale(fact)}"
        yield error(place, message, "write a number on that scale")
    elif fact.type is FactType.LEVEL and number != number.to_integral_value():
        yield error(place, f"{number} is not the number of a level", f"write a whole number {_scale(fact)}")


def _scale(fact: Fact) -> str:
    if fact.minimum is None:
        return f"up to {fact.maximum}"
    return f"from {fact.minimum}" + ("" if fact.maximum is None else f" to {fact.maximum}")


def _check_one_option(test: Test, fact: Fact, place: str) -> Iterator[Finding]:
    if not isinstance(test.value, str):
        yield error(place, f"{test.op.value} needs one option, not {test.value!r}", "write the key of one option")
    else:
        yield from _check_option(test.value, fact, place)


def _check_options(test: Test, fact: Fact, place: str) -> Iterator[Finding]:
    if not isinstance(test.value, list) or not test.value:
        yield error(place, f"{test.op.value} needs a list of options, not {test.value!r}", "write [option, option]")
        return
    for value in test.value:
        yield from _check_option(value, fact, place)


def _check_option(value: object, fact: Fact, place: str) -> Iterator[Finding]:
    if value not in fact.options:
        close = get_close_matches(str(value), fact.options, n=1)
        mend = f"did you mean {close[0]}?" if close else f"use one of: {', '.join(fact.options)}"
        yield error(place, f"{fact.name} has no option {value}", mend)
