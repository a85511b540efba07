"""Who answered, changed and overrode what, when and why: the versions of the answers, folded into readable lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Any

from assessment.accounts.models import User
from assessment.responses.carried import is_carried
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import AnswerImport, Assessment, Mode, Perspective, Result, Verification
from assessment.responses.queries import answer_of
from assessment.responses.trail_asks import Asked, asked_back, beginner_of
from assessment.responses.trail_files import ImportedFile, evidence_counts, imported_files
from assessment.scoring.answers import Answer

FIELDS = ("question_key", "perspective", "version", "state", "value", "device", "answered_at", "author_id", "reason")


class Deed(StrEnum):
    """What one version of an answer did. The enterprise's own come first, then what consultants did over them."""

    CARRIED = "carried"  # taken over from the round before
    GIVEN = "given"
    CONFIRMED = "confirmed"  # the same again
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"  # taken over into a correction, with its author and reason
    VERIFIED = "verified"  # as the enterprise answered
    ADDED = "added"  # where the enterprise had answered nothing
    REPLACED = "replaced"  # a verified answer by another, where the enterprise had answered nothing
    OVERRIDDEN = "overridden"
    TAKEN_BACK = "taken_back"


OWN_CHANGES = frozenset({Deed.CHANGED, Deed.WITHDRAWN})
VERIFIED_CHANGES = frozenset({Deed.REPLACED, Deed.OVERRIDDEN, Deed.TAKEN_BACK})


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One version: `before` is what stood in its place, `after` what stands since; None for nothing.

    `author` is a name, '' for people without an account; `file` the file that it was read from, '' for none.
    `has_steps` says that other answers of the same person went before it that are no entries of their own.
    """

    key: str
    perspective: Perspective
    deed: Deed
    before: Answer | None
    after: Answer | None
    author: str
    at: datetime
    reason: str
    file: str
    has_steps: bool = False


@dataclass(frozen=True, slots=True)
class Trail:
    """`entries` by question and in time; `evidence` counts files by question. `verification` is None until there is one.

    `own_submitted_at` is when the enterprise's own answers were frozen, None where they were not. `begun_by` is the
    workspace that began it, '' for the enterprise; `asks` are the questions back of the workspace that verified.
    """

    mode: Mode
    own_submitted_at: datetime | None
    entries: Mapping[str, tuple[TrailEntry, ...]]
    evidence: Mapping[str, int]
    imports: tuple[ImportedFile, ...]
    verification: Verification | None
    begun_at: datetime | None = None
    begun_by: str = ""
    asks: tuple[Asked, ...] = ()

    @property
    def reasons(self) -> dict[str, str]:
        """Why the verified answers that stand are not the enterprise's own, by question, where that was said."""
        last = {entry.key: entry for entry in self.all_entries() if entry.perspective is Perspective.VERIFIED}
        return {key: entry.reason for key, entry in last.items() if entry.after is not None and entry.reason}

    @property
    def verified(self) -> frozenset[str]:
        """The questions with a verified answer that was not taken back."""
        last = {entry.key: entry for entry in self.all_entries() if entry.perspective is Perspective.VERIFIED}
        return frozenset(key for key, entry in last.items() if entry.after is not None)

    def all_entries(self) -> Iterator[TrailEntry]:
        """This function will yield every entry, by question."""
        for entries in self.entries.values():
            yield from entries


def trail_of(assessment: Assessment, perspectives: Iterable[Perspective] = tuple(Perspective)) -> Trail:
    """This function will return what was done in an assessment, as far as it belongs to `perspectives`. At most nine queries.

    Files are counted that were there when the last of the perspectives was frozen.
    """
    wanted = list(perspectives)
    rows = list(
        AnswerRow.objects.filter(assessment=assessment, perspective__in=wanted)
        .order_by("question_key", "answered_at", "pk")
        .values(*FIELDS)
    )
    own = Result.objects.filter(assessment=assessment, perspective=Perspective.SELF)
    own_submitted_at = own.values_list("submitted_at", flat=True).first()
    verification = _verification(assessment) if Perspective.VERIFIED in wanted else None
    verified_at = verification.verified_at if verification else None
    frozen_at = verified_at if Perspective.VERIFIED in wanted else own_submitted_at
    return Trail(
        mode=Mode(assessment.mode),
        own_submitted_at=own_submitted_at,
        entries=_folded(rows, assessment),
        evidence=evidence_counts(assessment, frozen_at),
        imports=imported_files(assessment, frozen_at),
        verification=verification,
        begun_at=assessment.started_at,
        begun_by=beginner_of(assessment),
        asks=() if verification is None else asked_back(assessment, verification.workspace_id, verified_at),
    )


def _verification(assessment: Assessment) -> Verification | None:
    return Verification.objects.filter(result__assessment=assessment).select_related("workspace", "result").first()


def _folded(rows: list[dict[str, Any]], assessment: Assessment) -> dict[str, tuple[TrailEntry, ...]]:
    names = _names({row["author_id"] for row in rows})
    files = dict(AnswerImport.objects.filter(assessment=assessment).values_list("device", "file_name"))
    groups = groupby(rows, key=lambda row: row["question_key"])
    return {key: tuple(_entries(group, names, files)) for key, group in groups}


def _entries(
    rows: Iterable[dict[str, Any]], names: Mapping[int, str], files: Mapping[str, str]
) -> Iterator[TrailEntry]:
    """Of one question, in the order of saving."""
    standing: dict[Perspective, Answer | None] = {}
    for row in rows:
        perspective, after = Perspective(row["perspective"]), answer_of(row["state"], row["value"])
        own, before = standing.get(Perspective.SELF), standing.get(perspective)
        is_verified = perspective is Perspective.VERIFIED
        deed = _verified_deed(row, after, own) if is_verified else _own_deed(row, before, after)
        yield TrailEntry(
            key=row["question_key"],
            perspective=perspective,
            deed=deed,
            before=(before if before is not None else own) if is_verified else before,
            after=after,
            author=names.get(row["author_id"], ""),
            at=row["answered_at"],
            reason=row["reason"],
            file=files.get(row["device"], ""),
        )
        standing[perspective] = after


def _own_deed(row: Mapping[str, Any], before: Answer | None, after: Answer | None) -> Deed:
    if after is None:
        return Deed.WITHDRAWN
    if is_carried(row["device"]):
        return Deed.CARRIED
    if is_kept(row["device"]):
        return Deed.KEPT
    if row["version"] == 1 or before is None:
        return Deed.GIVEN
    return Deed.CONFIRMED if before == after else Deed.CHANGED


def _verified_deed(row: Mapping[str, Any], after: Answer | None, own: Answer | None) -> Deed:
    if after is None:
        return Deed.TAKEN_BACK
    if is_kept(row["device"]):
        return Deed.KEPT if after == own else Deed.OVERRIDDEN
    if own is None:
        return Deed.ADDED
    return Deed.VERIFIED if after == own else Deed.OVERRIDDEN


KEPT_PREFIX = "kept-"


def is_kept(device: str) -> bool:
    """This function will say whether an answer was taken over into a correction, under a device of that name."""
    return device.startswith(KEPT_PREFIX)


def _names(ids: set[int | None]) -> dict[int, str]:
    people = User.objects.filter(pk__in=[each for each in ids if each is not None])
    return {person.pk: person.get_full_name() for person in people}
