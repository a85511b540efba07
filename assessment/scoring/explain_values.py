"""How single values read inside a sentence: numbers with their unit, options by their label, levels by their title."""

from collections.abc import Sequence
from fractions import Fraction

from assessment.scoring.conditions import Operator, Test
from assessment.scoring.explain_words import Words, words
from assessment.scoring.fact_catalogue import Fact, FactType
from assessment.scoring.figures import shown_number
from assessment.scoring.index import FactValue
from assessment.scoring.texts import Text, localise

WRITTEN_DECIMALS = 6


def join_parts(parts: Sequence[str], joints: tuple[str, str]) -> str:
    """This function will return `parts` as one enumeration; `joints` are the usual and the last conjunction."""
    usual, last = joints
    return last.join([usual.join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def said_value(fact: Fact, value: FactValue, locale: str) -> str:
    """This function will return what a fact is, such as "31.5", "35 %", "“On paper”" or "“Integrated”"."""
    said = words(locale)
    if isinstance(value, frozenset):
        chosen = [quoted(fact.options[key], locale) for key in fact.options if key in value]
        return join_parts(chosen, said.options_and)
    if isinstance(value, str):
        return quoted(fact.options[value], locale) if fact.options else said.quoted.format(label=value)
    return _number(fact, value, max(fact.decimals, 1), locale)


def said_operands(test: Test, fact: Fact, locale: str) -> dict[str, str]:
    """This function will return the constants of a comparison in words, as `value` or as `low` and `high`."""
    if test.op is Operator.BETWEEN and isinstance(test.value, list):
        low, high = (_constant(fact, value, locale) for value in test.value)
        return {"low": low, "high": high}
    if isinstance(test.value, list):
        labels = [_constant(fact, value, locale) for value in test.value]
        return {"value": join_parts(labels, words(locale).options_or)}
    return {} if test.value is None else {"value": _constant(fact, test.value, locale)}


def quoted(label: Text, locale: str) -> str:
    """This function will return a label in the quotation marks of `locale`."""
    return words(locale).quoted.format(label=localise(label, locale))


def with_unit(number: str, unit: Text, locale: str) -> str:
    """This function will return a written number with its unit: "35 %" or "35%", "86 people" or "86人"."""
    written, said = localise(unit, locale), words(locale)
    return f"{number}{said.unit_joint}{written}" if written else number


def with_share_sign(share: Fraction, said: Words) -> str:
    """This function will return a share of one as a percentage of at most one decimal."""
    return shown_number(share * 100, 1) + said.share_sign


def _constant(fact: Fact, value: int | float | str, locale: str) -> str:
    if fact.type in (FactType.NUMBER, FactType.LEVEL):
        return _number(fact, Fraction(str(value)), WRITTEN_DECIMALS, locale)
    return quoted(fact.options[str(value)], locale)


def _number(fact: Fact, value: Fraction | int, decimals: int, locale: str) -> str:
    if fact.type is FactType.LEVEL:
        return quoted(fact.options[str(int(value))], locale)
    if fact.is_share:
        return with_share_sign(Fraction(value), words(locale))
    return with_unit(shown_number(Fraction(value), decimals), fact.unit, locale)
