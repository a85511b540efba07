"""Who answered, changed and overrode what, when and why, as it stands on the last page of a report."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.growing import Growing


class VerificationView(Document):
    """`line` names who verified, for whom, when and how many answers; `conflict` says whether anything binds them."""

    line: str
    conflict: str
    statement: str
    verified_count: str
    answer_count: str


class TrailStep(Document):
    """Something that was done with the whole assessment."""

    at: str
    who: str
    what: str


class TrailAuthor(Document):
    """How many answers one person gave, and when: in reports from before these were steps."""

    who: str
    what: str
    span: str


class TrailChange(Document):
    """One answer that was changed, overridden or taken back."""

    key: str
    short: str
    what: str
    before: str
    after: str
    who: str
    at: str
    reason: str


class TrailView(Growing):
    """`steps` are in the order of time. `evidence` says how many files show why answers are true; "" without any.

    `note` says how many answers came about in several steps, "" for none. `zone` says whose clocks the times are read
    from.
    """

    later: ClassVar[frozenset[str]] = frozenset({"zone"})

    steps: tuple[TrailStep, ...]
    authors: tuple[TrailAuthor, ...] = ()
    changes: tuple[TrailChange, ...]
    evidence: str
    note: str = ""
    zone: str = ""
