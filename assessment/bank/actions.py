"""What editors and publishers do with a bank: load a document into the working copy, release the working copy."""

from enum import StrEnum

from django.db import transaction

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.check_report import check_document, comparison_lines, finding_lines
from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json, hash_of
from assessment.bank.editing.actions import locked, record_replacement
from assessment.bank.editing.crafts import BANK
from assessment.bank.loadable import refuse_unloadable
from assessment.bank.models import Bank, Release
from assessment.bank.releasing import HasErrors, Manuscript, ReleaseRefused, freeze, latest_of
from assessment.bank.structure import structure_hash
from assessment.bank.working_copy import replace_working_copy
from assessment.scoring.document import BankDocument
from assessment.scoring.worked_examples import Comparison


class Event(StrEnum):
    LOADED = "bank.loaded"
    RELEASED = "bank.released"


class BankHasErrors(HasErrors):
    """The checker finds errors in the bank."""


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
def release_bank(
    *, bank: Bank, note: str = "", by: User | None = None, document: BankDocument | None = None
) -> Release:
    """This function will freeze the working copy, or another `document` of the bank, as the next release and return it.

    What is word for word the latest release makes no new one: that release is returned. Raises ReleaseRefused.
    """
    bank = locked(bank)
    document = document or compile_bank(bank)
    manuscript = Manuscript(document, structure_hash(document))
    latest: Release | None = latest_of(bank)
    if latest is not None and manuscript.is_released_by(latest):
        return latest
    refuse_faulty(document)
    release: Release = freeze(copy=bank, manuscript=manuscript, event=Event.RELEASED, word=BANK.word, note=note, by=by)
    return release


def refuse_faulty(document: BankDocument) -> None:
    """This function will raise ReleaseRefused if the checker finds errors or a worked example comes out otherwise."""
    report = check_document(document)
    if report.errors:
        raise BankHasErrors(report.errors, list(finding_lines(report.errors)))
    if report.failed:
        raise ExampleFails(report.failed)
