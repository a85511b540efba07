"""What editors and publishers do with a playbook: load a document into the working copy, release the working copy."""

from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.documents import canonical_json, hash_of
from assessment.bank.editing.actions import record_replacement
from assessment.bank.faults import DocumentError, Fault
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.findings import Finding, Severity
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.loadable import loading_faults
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.playbook.structure import structure_hash
from recommendations.playbook.working_copy import replace_working_copy
from recommendations.rules.check import check_playbook
from recommendations.rules.document import PlaybookDocument


class Event(StrEnum):
    LOADED = "playbook.loaded"
    RELEASED = "playbook.released"


class ReleaseRefused(Exception):
    """The working copy must not be released as it stands."""


class BankNotReleased(ReleaseRefused):
    """There is no release of the bank against which the playbook could be checked."""


class PlaybookHasErrors(ReleaseRefused):
    """`findings` are the errors of the checker."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__("\n".join(f"{finding.place}: {finding.message}" for finding in findings))


@transaction.atomic
def load_playbook(*, document: PlaybookDocument, by: User | None = None) -> Playbook:
    """This function will replace the working copy of the playbook that `document` names, or make the playbook.

    Releases stay as they are. Raises DocumentError if the parts of the document cannot be told apart as rows.
    """
    faults = [*loading_faults(document), *_taken_bank(document)]
    if faults:
        raise DocumentError(document.slug, faults)
    start = {"bank_slug": document.bank}
    playbook, is_new = Playbook.objects.select_for_update().get_or_create(slug=document.slug, defaults=start)
    before = None if is_new else PLAYBOOK.data(playbook)
    replace_working_copy(playbook, document)
    record_replacement(craft=PLAYBOOK, copy=playbook, before=before, by=by)
    details = {"content_hash": hash_of(canonical_json(document))}
    record_event(event=Event.LOADED, object_type="playbook", object_id=playbook.slug, actor=by, details=details)
    return playbook


def _taken_bank(document: PlaybookDocument) -> list[Fault]:
    other = Playbook.objects.filter(bank_slug=document.bank).exclude(slug=document.slug).first()
    if other is None:
        return []
    message = _("the bank %(bank)s has the playbook %(slug)s already") % {"bank": document.bank, "slug": other.slug}
    return [Fault("bank", message)]


@transaction.atomic
def release_playbook(
    *, playbook: Playbook, note: str = "", by: User | None = None, if_changed: bool = False
) -> PlaybookRelease:
    """This function will freeze the working copy as the next release and return it.

    It is checked against the newest release of its bank. The first is 1.0; words alone raise the minor number,
    anything else the major one. With `if_changed` a working copy that is word for word the latest release, checked
    against the same bank release, makes no new one: that release is returned. Raises ReleaseRefused.
    """
    playbook = Playbook.objects.select_for_update().get(pk=playbook.pk)
    document = compile_playbook(playbook)
    bank_release = current_release(document.bank)
    if bank_release is None:
        raise BankNotReleased(_("the bank %(bank)s has no release yet") % {"bank": document.bank})
    text = canonical_json(document)
    latest = playbook.releases.newest_first().first()
    if if_changed and latest is not None and _is_same(latest, text, bank_release):
        return latest
    refuse_faulty(document, bank_release)
    structure = structure_hash(document)
    major, minor = next_version(latest, structure)
    release = PlaybookRelease.objects.create(
        playbook=playbook,
        bank_slug=document.bank,
        bank_release=bank_release,
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


def refuse_faulty(document: PlaybookDocument, bank_release: Release) -> None:
    """This function will raise PlaybookHasErrors if the checker finds errors beside that release of the bank."""
    findings = check_playbook(document, document_of(bank_release.pk))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise PlaybookHasErrors(errors)


def next_version(latest: PlaybookRelease | None, structure: str) -> tuple[int, int]:
    """This function will return (major, minor) of the release that follows `latest`."""
    if latest is None:
        return 1, 0
    if latest.structure_hash == structure:
        return latest.major, latest.minor + 1
    return latest.major + 1, 0


def _is_same(latest: PlaybookRelease, text: str, bank_release: Release) -> bool:
    return latest.content_hash == hash_of(text) and latest.bank_release_id == bank_release.pk


def _record_release(release: PlaybookRelease) -> None:
    record_event(
        event=Event.RELEASED,
        object_type="playbook.release",
        object_id=f"{release.playbook.slug} {release.version}",
        actor=release.released_by,
        details={"content_hash": release.content_hash, "structure_hash": release.structure_hash},
    )
