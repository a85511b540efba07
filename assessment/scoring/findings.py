"""What a checker has to say about a document."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An `error` refuses the release, a `warning` is shown beside it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """`place` is a path of keys (`sections.equipment.questions.EQ04.options.none`), `mend` says what to do about it."""

    place: str
    severity: Severity
    message: str
    mend: str


def error(place: str, message: str, mend: str) -> Finding:
    """This function will return a finding that refuses the release."""
    return Finding(place, Severity.ERROR, message, mend)


def warning(place: str, message: str, mend: str) -> Finding:
    """This function will return a finding that deserves a second look."""
    return Finding(place, Severity.WARNING, message, mend)
