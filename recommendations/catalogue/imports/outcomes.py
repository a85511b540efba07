"""What comes of the lines of a table that is looked at first and taken then: of offerings, or of clients."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import models


class Outcome(models.TextChoices):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAULTY = "faulty"


TAKEN = frozenset({Outcome.NEW, Outcome.CHANGED})


@dataclass(frozen=True, slots=True)
class Imported:
    """How many lines were new, how many changed something, and how many faulty ones were left out."""

    created: int
    updated: int
    left_out: int


def counted(outcomes: Iterable[Outcome]) -> Mapping[Outcome, int]:
    """This function will return how many lines have each outcome, of every one."""
    found = Counter(outcomes)
    return {outcome: found[outcome] for outcome in Outcome}
