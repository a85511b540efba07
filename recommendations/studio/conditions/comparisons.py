"""How a fact may be compared, in words: the operators of its type, and the denials that read well in one line.

A comparison is written `lt`, `is`, …; denied, `not_is`, which stands for {"not": {"op": "is", …}}.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from assessment.scoring.conditions import Operator
from assessment.scoring.fact_catalogue import OPERATORS, Fact, FactType, Family

DENIED = "not_"
DENIABLE = frozenset({Operator.KNOWN, Operator.IS, Operator.IN, Operator.HAS, Operator.EQ, Operator.BETWEEN})

NUMBERS = ("gte", "gt", "lte", "lt", "eq", "between", "known", "not_known")
OFFERED: Mapping[FactType, tuple[str, ...]] = {
    FactType.NUMBER: NUMBERS,
    FactType.LEVEL: NUMBERS,
    FactType.CHOICE: ("is", "not_is", "in", "not_in", "known", "not_known"),
    FactType.YES_NO: ("is", "known", "not_known"),
    FactType.CHOICES: ("has", "not_has", "has_any", "has_none", "known", "not_known"),
    FactType.TEXT: ("known", "not_known"),
}

LABELS: Mapping[str, Promise] = {
    "lt": pgettext_lazy("condition", "is below"),
    "lte": pgettext_lazy("condition", "is at most"),
    "eq": pgettext_lazy("condition", "is exactly"),
    "gte": pgettext_lazy("condition", "is at least"),
    "gt": pgettext_lazy("condition", "is above"),
    "between": pgettext_lazy("condition", "is between"),
    "is": pgettext_lazy("condition", "is"),
    "in": pgettext_lazy("condition", "is one of"),
    "has": pgettext_lazy("condition", "includes"),
    "has_any": pgettext_lazy("condition", "includes at least one of"),
    "has_none": pgettext_lazy("condition", "includes none of"),
    "known": pgettext_lazy("condition", "is known"),
    "not_known": pgettext_lazy("condition", "is not known"),
    "not_is": pgettext_lazy("condition", "is not"),
    "not_in": pgettext_lazy("condition", "is none of"),
    "not_has": pgettext_lazy("condition", "does not include"),
    "not_eq": pgettext_lazy("condition", "is not exactly"),
    "not_between": pgettext_lazy("condition", "is not between"),
}
APPLIES = pgettext_lazy("condition", "is known (it applies)")
DOES_NOT_APPLY = pgettext_lazy("condition", "is not known (it does not apply)")


def is_comparison(how: str) -> bool:
    """This function will say whether `how` is a comparison at all."""
    return how in LABELS


def operator_of(how: str) -> Operator:
    """This function will return the operator of a comparison, denied or not."""
    return Operator(how.removeprefix(DENIED))


def fits(how: str, fact: Fact) -> bool:
    """This function will say whether `how` is a comparison for facts of this type."""
    return is_comparison(how) and operator_of(how) in OPERATORS[fact.type]


def offered(fact: Fact, now: str) -> list[str]:
    """This function will return the comparisons to choose from; the one that is written `now` is always among them."""
    hows = ("is",) if fact.family is Family.UNKNOWN else OFFERED[fact.type]
    return [*hows] if now in hows or not is_comparison(now) else [*hows, now]


def label(how: str, fact: Fact | None) -> str:
    """This function will return a comparison in the language of the interface."""
    if fact is not None and fact.family is Family.COVERAGE and how in {"known", "not_known"}:
        return str(APPLIES if how == "known" else DOES_NOT_APPLY)
    return str(LABELS.get(how, how))
