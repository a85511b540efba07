"""The few words that content uses where it decides something."""

from enum import StrEnum


class Standing(StrEnum):
    """How a rung of the ladder stands to the result."""

    REACHED = "reached"
    CURRENT = "current"
    NEXT = "next"
    ABOVE = "above"


class Below(StrEnum):
    """How what stands below parts without a number is shown beside them."""

    BARS = "bars"
    LIST = "list"
    CLOSED = "closed"


class GateState(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


class AnswerView(StrEnum):
    """`open` = shown, but nothing was answered."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    OPEN = "open"


class Fit(StrEnum):
    YES = "yes"
    MAYBE = "maybe"
