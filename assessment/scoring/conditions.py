"""The one condition language: its tree. See `evaluate`, `check_conditions` and `explain` for what is done with it."""

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from assessment.scoring.texts import Document

MOST_DIGITS = 30


class Operator(StrEnum):
    LT = "lt"
    LTE = "lte"
    EQ = "eq"
    GTE = "gte"
    GT = "gt"
    BETWEEN = "between"
    IS = "is"
    IN = "in"
    HAS = "has"
    HAS_ANY = "has_any"
    HAS_NONE = "has_none"
    KNOWN = "known"


def _refuse_truth(value: Any) -> Any:
    """A bare `true` would be read as the number 1; yes-or-no facts are compared with the words "yes" and "no"."""
    if any(isinstance(item, bool) for item in (value if isinstance(value, list) else [value])):
        raise ValueError('write "yes" or "no" instead of true or false')
    return value


def _refuse_giants(value: Any) -> Any:
    """A number that nobody means, such as 1e999999999, would be written out before anything is compared with it."""
    for item in value if isinstance(value, list) else [value]:
        try:
            number = Decimal(str(item)) if isinstance(item, int | float | str) else Decimal()
        except InvalidOperation:
            continue
        if number.is_finite() and abs(number.adjusted()) > MOST_DIGITS:
            raise ValueError(f"a number of more than {MOST_DIGITS} digits is compared with nothing here")
    return value


Operand = Annotated[
    int | float | str | list[int | float | str] | None, BeforeValidator(_refuse_giants), BeforeValidator(_refuse_truth)
]


class Test(Document):
    """One comparison of one fact; three-valued, so it is neither true nor false while the fact is not known."""

    __test__ = False  # keeps pytest from collecting the class

    fact: str = Field(description="What is asked about: a family, a dot and a key.", examples=["answer.website"])
    op: Operator = Field(description="How it is compared.", examples=["is"])
    value: Operand = Field(
        default=None,
        description="What it is compared with: a number, an option, a list of options, `[low, high]`, or nothing.",
        examples=["own"],
    )


class All(Document):
    all: list["Condition"] = Field(min_length=1, description="True when every one of these is.")


class AnyOf(Document):
    any: list["Condition"] = Field(min_length=1, description="True when at least one of these is.")


class Not(Document):
    not_: "Condition" = Field(alias="not", description="True when this is false.")


def _kind(value: Any) -> str:
    for kind, marker in (("all", All), ("any", AnyOf), ("not", Not)):
        if isinstance(value, marker) or (isinstance(value, dict) and kind in value):
            return kind
    return "test"


Condition = Annotated[
    Annotated[All, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[Not, Tag("not")]
    | Annotated[Test, Tag("test")],
    Discriminator(_kind),
]

All.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()
