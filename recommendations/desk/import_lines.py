"""What a page shows of a long table: the first lines, and how many more there are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assessment.bank.faults import Fault

MOST_LINES = 200
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Lines(Generic[Told]):
    count: int
    shown: tuple[Told, ...]
    more: int


def lines_of(found: Sequence[Told], count: int | None = None) -> Lines[Told]:
    """This function will return the first of the lines found; `count` is said instead of how many these are."""
    return Lines(len(found) if count is None else count, tuple(found[:MOST_LINES]), max(0, len(found) - MOST_LINES))


def troubles(faults: Iterable[Fault]) -> tuple[str, ...]:
    """This function will return the first faults of a table in words."""
    return tuple(str(fault) for fault in faults)[:MOST_LINES]
