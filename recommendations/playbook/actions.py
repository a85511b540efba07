"""What editors and publishers do with a playbook: load a document into the working copy, release the working copy."""

from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.documents import canonical_json, hash_of
from assessment.bank.editing.actions import locked, record_replacement
from assessment.bank.faults import DocumentError, Fault
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.bank.releasing import HasErrors, Manuscript, ReleaseRefused, freeze, latest_of
from assessment.scoring.findings import Severity
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


class BankNotReleased(ReleaseRefused):
    """There is no release of the bank against which the playbook could be checked."""


class PlaybookHasErrors(HasErrors):
    """The checker finds errors in the playbook."""


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
    *, playbook: Playbook, note: str = "", by: User | None = None, document: PlaybookDocument | None = None
) -> PlaybookRelease:
    """This function will freeze the working copy, or another `document` of the playbook, as the next release.

    It is checked against the newest release of its bank. What is word for word the latest release, checked against that
    same bank release, makes no new one: that release is returned. Raises ReleaseRefused.
    """
    playbook = locked(playbook)
    document = document or compile_playbook(playbook)
    bank_release = current_release(document.bank)
    if bank_release is None:
        raise BankNotReleased(_("the bank %(bank)s has no release yet") % {"bank": document.bank})
    columns = {"bank_slug": document.bank, "bank_release": bank_release}
    manuscript = Manuscript(document, structure_hash(document), columns)
    latest: PlaybookRelease | None = latest_of(playbook)
    if latest is not None and manuscript.is_released_by(latest):
        return latest
    refuse_faulty(document, bank_release)
    release: PlaybookRelease = freeze(
        copy=playbook, manuscript=manuscript, event=Event.RELEASED, word=PLAYBOOK.word, note=note, by=by
    )
    return release


def refuse_faulty(document: PlaybookDocument, bank_release: Release) -> None:
    """This function will raise PlaybookHasErrors if the checker finds errors beside that release of the bank."""
    findings = check_playbook(document, document_of(bank_release.pk))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise PlaybookHasErrors(errors, [f"{finding.place}: {finding.message}" for finding in errors])
