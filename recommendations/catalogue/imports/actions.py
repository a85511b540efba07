"""Taking a table of offerings into the catalogue, and keeping it until somebody has seen what it would do."""

from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.faults import DocumentError, Fault
from recommendations.catalogue.actions import save_providers
from recommendations.catalogue.imports.checking import described_providers, with_offerings
from recommendations.catalogue.imports.outcomes import TAKEN, Imported
from recommendations.catalogue.imports.preview import checked_table, compared
from recommendations.catalogue.models import ImportDraft

KEPT = timedelta(days=1)


class Event(StrEnum):
    IMPORTED = "catalogue.imported"


@transaction.atomic
def import_offerings(*, content: bytes, name: str, skip_faulty: bool = False, by: User | None = None) -> Imported:
    """This function will add or replace, by provider and key, what a table says anew; all else stays as it is.

    With `skip_faulty` the sound lines are taken and the faulty ones left out. Raises DocumentError, naming every fault
    by its cell, and NoBank; then nothing has changed.
    """
    checked = checked_table(content, name)
    rows = checked.table.rows
    faulty = [row for row in rows if not row.is_sound]
    if checked.table.faults or (faulty and not skip_faulty):
        raise DocumentError(name, [*checked.table.faults, *(fault for row in faulty for fault in row.faults)])
    if len(faulty) == len(rows):
        raise DocumentError(name, [Fault("", _("holds no line that can be taken"))])
    told = {verdict.number for verdict in compared(checked, name).verdicts if verdict.outcome in TAKEN}
    groups = with_offerings([row for row in rows if row.number in told], described_providers(rows), checked.stored)
    stored = save_providers(providers=[(provider, provider.sample) for provider, _lines in groups])
    imported = Imported(stored.created, stored.updated, len(faulty))
    details = {"created": imported.created, "updated": imported.updated, "left_out": imported.left_out}
    record_event(event=Event.IMPORTED, object_type="catalogue", object_id=name[:100], actor=by, details=details)
    return imported


@transaction.atomic
def keep_draft(*, content: bytes, name: str, by: User) -> ImportDraft:
    """This function will keep an uploaded file for a day, so that it can be looked at before it is taken."""
    ImportDraft.objects.filter(uploaded_at__lt=timezone.now() - KEPT).delete()
    return ImportDraft.objects.create(content=content, name=name[:200], uploaded_by=by)


@transaction.atomic
def import_draft(*, draft: ImportDraft, skip_faulty: bool, by: User) -> Imported:
    """This function will take a kept file into the catalogue and forget it. Raises as `import_offerings` does."""
    imported = import_offerings(content=bytes(draft.content), name=draft.name, skip_faulty=skip_faulty, by=by)
    draft.delete()
    return imported
