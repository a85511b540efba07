"""Taking a table of clients: all of its sound lines in one transaction."""

from collections.abc import Iterable
from enum import StrEnum

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, Workspace
from assessment.audit.actions import record_event
from assessment.bank.faults import DocumentError, Fault
from recommendations.catalogue.imports.outcomes import Imported, Outcome
from recommendations.catalogue.models import ImportDraft
from recommendations.desk.clients.actions import Event as ClientEvent
from recommendations.desk.clients.actions import record
from recommendations.desk.clients.imports.preview import OF_ENTERPRISE, Preview, Verdict, preview_of


class Event(StrEnum):
    IMPORTED = "client.imported"


@transaction.atomic
def import_clients(*, seat: Seat, draft: ImportDraft, skip_faulty: bool) -> Imported:
    """This function will add and change what a kept table says anew, and forget the table.

    With `skip_faulty` the sound lines are taken and the faulty ones left out. Raises DocumentError, naming every fault
    by its cell; then nothing has changed.
    """
    Workspace.objects.select_for_update().get(pk=seat.workspace.pk)
    preview = preview_of(seat.workspace, bytes(draft.content), draft.name)
    _refuse_faulty(preview, draft.name, skip_faulty)
    for verdict in preview.of(Outcome.CHANGED):
        _change(seat, verdict)
    _add(seat, preview.of(Outcome.NEW))
    counts = preview.counts
    done = Imported(counts[Outcome.NEW], counts[Outcome.CHANGED], counts[Outcome.FAULTY])
    record_event(
        event=Event.IMPORTED,
        object_type="workspace",
        object_id=seat.workspace.slug,
        actor=seat.person,
        details={"created": done.created, "updated": done.updated, "left_out": done.left_out},
    )
    draft.delete()
    return done


def _refuse_faulty(preview: Preview, name: str, skip_faulty: bool) -> None:
    faulty = preview.of(Outcome.FAULTY)
    faults: list[Fault] = [*preview.faults, *(fault for verdict in faulty for fault in verdict.entry.faults)]
    if preview.faults or (faulty and not skip_faulty):
        raise DocumentError(name, faults)


def _change(seat: Seat, verdict: Verdict) -> None:
    client = verdict.client
    if client is None:
        return
    changed = {each.field: verdict.entry.said[each.field] for each in verdict.differences}
    named = {key: value for key, value in changed.items() if key in OF_ENTERPRISE}
    kept = {key: value for key, value in changed.items() if key not in OF_ENTERPRISE}
    if named:
        Enterprise.objects.filter(pk=client.enterprise_id, owner__isnull=True).update(**named)
    if kept:
        Client.objects.filter(pk=client.pk).update(**kept)
    record(ClientEvent.EDITED, seat, client, fields=sorted(changed))


def _add(seat: Seat, verdicts: Iterable[Verdict]) -> None:
    for verdict in verdicts:
        said = dict(verdict.entry.said)
        enterprise = Enterprise.objects.create(name=said.pop("name"), credit_code=said.pop("credit_code", ""))
        Grant.objects.create(enterprise=enterprise, workspace=seat.workspace, level=GrantLevel.EDIT)
        said.setdefault("language", seat.workspace.language)
        client = Client.objects.create(workspace=seat.workspace, enterprise=enterprise, **said)
        record(ClientEvent.ADDED, seat, client)
