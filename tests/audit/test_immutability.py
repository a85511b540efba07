"""The database refuses what must not change, on SQLite and PostgreSQL alike."""

from collections.abc import Iterator
from enum import StrEnum

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, migrations, models, transaction
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from assessment.audit.actions import record_event
from assessment.audit.immutability import ForbidChange
from assessment.audit.models import AuditEvent


class Event(StrEnum):
    RELEASED = "bank.released"


@pytest.fixture
def event(db: None) -> AuditEvent:
    return record_event(event=Event.RELEASED, object_type="bank.release", object_id="1.0")


def test_event_cannot_be_updated(event: AuditEvent) -> None:
    with pytest.raises(IntegrityError, match="rows of audit_auditevent are kept as they are: update refused"):
        with transaction.atomic():
            AuditEvent.objects.update(object_id="2.0")
    assert AuditEvent.objects.get().object_id == "1.0"


def test_event_cannot_be_deleted(event: AuditEvent) -> None:
    with pytest.raises(IntegrityError, match="rows of audit_auditevent are kept as they are: delete refused"):
        with transaction.atomic():
            event.delete()
    assert AuditEvent.objects.count() == 1


NOTES = migrations.CreateModel(
    "Note",
    [
        ("id", models.BigAutoField(primary_key=True)),
        ("text", models.CharField(max_length=20)),
        ("seen", models.BooleanField(default=False)),
    ],
)


@pytest.fixture
def notes(transactional_db: None) -> Iterator[ProjectState]:
    """A table of its own, outside any transaction: SQLite alters tables only there."""
    state = applied(NOTES, ProjectState())
    yield state
    with connection.schema_editor() as editor:
        editor.delete_model(state.apps.get_model("audit", "Note"))


def applied(operation: Operation, before: ProjectState) -> ProjectState:
    after = before.clone()
    operation.state_forwards("audit", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("audit", editor, before, after)
    return after


def test_named_columns_may_change(notes: ProjectState) -> None:
    state = applied(ForbidChange("Note", delete=False, unless_columns=["seen"]), notes)
    note_model = state.apps.get_model("audit", "Note")
    note = note_model.objects.create(text="first")
    note.seen = True
    note.save()
    with pytest.raises(IntegrityError, match="update refused"):
        note_model.objects.update(text="second")
    assert list(note_model.objects.values_list("text", "seen")) == [("first", True)]
    note.delete()
    assert note_model.objects.count() == 0


def test_misspelt_column_is_refused(notes: ProjectState) -> None:
    with pytest.raises(ValueError, match=r"audit\.Note has no field sene"):
        applied(ForbidChange("Note", unless_columns=["sene"]), notes)


def test_reversing_allows_change_again(notes: ProjectState) -> None:
    forbid = ForbidChange("Note")
    state = applied(forbid, notes)
    with connection.schema_editor() as editor:
        forbid.database_backwards("audit", editor, state, state)
    note_model = state.apps.get_model("audit", "Note")
    note_model.objects.create(text="first").delete()
    assert note_model.objects.count() == 0
    assert forbid.describe() == "Forbid to update and delete rows of Note"


@pytest.mark.django_db(transaction=True)
def test_database_with_permanent_rows_can_be_emptied_by_the_tests() -> None:
    record_event(event=Event.RELEASED, object_type="bank.release", object_id="1.0")
    call_command("flush", interactive=False)
    assert AuditEvent.objects.count() == 0
    record_event(event=Event.RELEASED, object_type="bank.release", object_id="1.0")
    with pytest.raises(IntegrityError, match="delete refused"):
        AuditEvent.objects.all().delete()
