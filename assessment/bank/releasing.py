"""Freezing a document as the next release: the same for banks and for the playbooks of the room above."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.documents import canonical_json, hash_of
from assessment.bank.models import AnyRelease
from assessment.scoring.findings import Finding


class ReleaseRefused(Exception):
    """The document must not be released as it stands."""


class HasErrors(ReleaseRefused):
    """`findings` are the errors of the checker, `lines` the same as text."""

    def __init__(self, findings: list[Finding], lines: list[str]) -> None:
        self.findings = findings
        super().__init__("\n".join(lines))


@dataclass(frozen=True)
class Manuscript:
    """A document to release, the hash of its structure, and the columns that its release has beside those of all."""

    document: BaseModel
    structure: str
    columns: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        return canonical_json(self.document)

    @cached_property
    def content_hash(self) -> str:
        return hash_of(self.text)

    def is_released_by(self, latest: AnyRelease | None) -> bool:
        """This function will return whether `latest` says word for word the same, beside the same."""
        if latest is None or latest.content_hash != self.content_hash:
            return False
        return all(getattr(latest, name) == value for name, value in self.columns.items())


def latest_of(copy: Any) -> Any:
    """This function will return the newest release of a bank or a playbook, or None."""
    return copy.releases.newest_first().first()


def next_version(latest: AnyRelease | None, structure: str) -> tuple[int, int]:
    """This function will return (major, minor) of the release that follows `latest`.

    The first is 1.0. Words alone raise the minor number, anything else the major one.
    """
    if latest is None:
        return 1, 0
    if latest.structure_hash == structure:
        return latest.major, latest.minor + 1
    return latest.major + 1, 0


def freeze(*, copy: Any, manuscript: Manuscript, event: StrEnum, word: str, note: str, by: User | None) -> Any:
    """This function will make the next release of a bank or a playbook, which the caller has locked, and record it."""
    major, minor = next_version(latest_of(copy), manuscript.structure)
    release = copy.releases.create(
        major=major,
        minor=minor,
        document=manuscript.text,
        content_hash=manuscript.content_hash,
        structure_hash=manuscript.structure,
        note=note,
        released_by=by,
        **manuscript.columns,
    )
    record_event(
        event=event,
        object_type=f"{word}.release",
        object_id=f"{copy.slug} {release.version}",
        actor=by,
        details={"content_hash": release.content_hash, "structure_hash": release.structure_hash},
    )
    return release
