"""How a rendering can end: exit codes of the caged child, and the named exceptions that they become."""

import secrets
from enum import IntEnum


class Outcome(IntEnum):
    """Exit codes of the caged child. `DIED` and `GONE` are never an exit code: a signal, or no answer at all."""

    DONE = 0
    REFUSED = 10
    OUT_OF_MEMORY = 11
    TOO_LARGE = 12
    OUT_OF_TIME = 13
    DIED = 14
    GONE = 15


class RenderFailed(Exception):
    """The report could not be drawn. `reference` stands in the log and on the page."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.reference = secrets.token_hex(4).upper()
        super().__init__(f"{outcome.name} ({self.reference})")


class DocumentRefused(RenderFailed):
    """The PDF library cannot draw this document; drawing it again would fail again."""


class RenderLimitReached(RenderFailed):
    """The document needs more time, memory or space than a report may take."""


class RendererDied(RenderFailed):
    """The renderer was killed or did not answer; the document may well be drawable."""


FAILURES: dict[Outcome, type[RenderFailed]] = {
    Outcome.REFUSED: DocumentRefused,
    Outcome.OUT_OF_MEMORY: RenderLimitReached,
    Outcome.TOO_LARGE: RenderLimitReached,
    Outcome.OUT_OF_TIME: RenderLimitReached,
    Outcome.DIED: RendererDied,
    Outcome.GONE: RendererDied,
}
