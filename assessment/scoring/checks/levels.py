"""Levels: one for every score, in ascending order."""

from collections.abc import Iterator

from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding, error, warning


def check_levels(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for scores without a level, and for levels out of order."""
    levels = document.levels
    if not levels:
        return
    first = levels[0]
    if first.lower != 0:
        message = f"scores from 0 up to {first.lower} reach no level"
        yield error(f"levels.{first.key}.lower", message, "let the first level begin at 0")
    if first.gate is not None:
        message = "whoever fails the gate of the first level reaches no level at all"
        yield warning(f"levels.{first.key}.gate", message, "remove the gate of the first level")
    for below, level in zip(levels, levels[1:], strict=False):
        if level.lower <= below.lower:
            message = f"level {level.key} begins at {level.lower}, level {below.key} before it at {below.lower}"
            yield error(f"levels.{level.key}.lower", message, "order the levels by ascending lower bounds")
