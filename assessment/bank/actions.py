"""What editors and publishers do with a bank: load a document into the working copy, release the working copy."""

from enum import StrEnum

from django.db import transaction

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.check_report import check_document, comparison_lines, finding_lines
from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json, hash_of
from assessment.bank.editing.actions import record_replacement
from assessment.bank.editing.crafts import BANK
from assessment.bank.loadable import refuse_unloadable
from assessment.bank.models import Bank, Release
from assessment.bank.structure import structure_hash
from assessment.bank.working_copy import replace_working_copy
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding
from assessment.scoring.worked_examples import Comparison


class Event(StrEnum):
    LOADED = "bank.loaded"
    RELEASED = "bank.released"


class ReleaseRefused(Exception):
    """The working copy must not be released as it stands."""


class BankHasErrors(ReleaseRefused):
    """`findings` are the errors of the checker."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(finding_lines(findings)))


class ExampleFails(ReleaseRefused):
    """`comparisons` are the figures of worked examples that come out otherwise than calculated by hand."""

    def __init__(self, comparisons: list[Comparison]) -> None:
        self.comparisons = comparisons
        super().__init__("\n".join(comparison_lines(comparisons)))


@transaction.atomic
def load_bank(*, document: BankDocument, by: User | None = None) -> Bank:
    """This function will replace the working copy of the bank that `document` names, or make the bank.

    Releases stay as they are. Raises DocumentError if the parts of the document cannot be told apart as rows.
    """
    refuse_unloadable(document, document.slug)
    bank, is_new = Bank.objects.select_for_update().get_or_create(slug=document.slug)
    before = None if is_new else BANK.data(bank)
    replace_working_copy(bank, document)
    record_replacement(craft=BANK, copy=bank, before=before, by=by)
    details = {"content_hash": hash_of(canonical_json(document))}
    record_event(event=Event.LOADED, object_type="bank", object_id=bank.slug, actor=by, details=details)
    return bank


@transaction.atomic
def release_bank(*, bank: Bank, note: str = "", by: User | None = None, if_changed: bool = False) -> Release:
    """This function will freeze the working copy as the next release and return it.

    The first is 1.0. Words alone raise the minor number, anything else the major one. With `if_changed` a working copy
    that is word for word the latest release makes no new one: that release is returned. Raises ReleaseRefused.
    """
    bank = Bank.objects.select_for_update().get(pk=bank.pk)
    document = compile_bank(bank)
    refuse_faulty(document)
    text = canonical_json(document)
    structure = structure_hash(document)
    latest = bank.releases.newest_first().first()
    if if_changed and latest is not None and latest.content_hash == hash_of(text):
        return latest
    major, minor = next_version(latest, structure)
    release = Release.objects.create(
        bank=bank,
        major=major,
        minor=minor,
        document=text,
        content_hash=hash_of(text),
        structure_hash=structure,
        note=note,
        released_by=by,
    )
    _record_release(release)
    return release


def refuse_faulty(document: BankDocument) -> None:
    """This function will raise ReleaseRefused if the checker finds errors or a worked example comes out otherwise."""
    report = check_document(document)
    if report.errors:
        raise BankHasErrors(report.errors)
    if report.failed:
        raise ExampleFails(report.failed)


def next_version(latest: Release | None, structure: str) -> tuple[int, int]:
    """This function will return (major, minor) of the release that follows `latest`."""
    if latest is None:
        return 1, 0
    if latest.structure_hash == structure:
        return latest.major, latest.minor + 1
    return latest.major + 1, 0


def _record_release(release: Release) -> None:
    record_event(
        event=Event.RELEASED,
        object_type="bank.release",
        object_id=f"{release.bank.slug} {release.version}",
        actor=release.released_by,
        details={"content_hash": release.content_hash, "structure_hash": release.structure_hash},
    )
