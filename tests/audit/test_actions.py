from enum import StrEnum

from django.test import Client

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.audit.models import AuditEvent


class Event(StrEnum):
    RELEASED = "bank.released"


def test_record_event_keeps_who_what_and_which(editor: User) -> None:
    record_event(event=Event.RELEASED, object_type="bank.release", object_id=7, actor=editor, details={"minor": 1})
    assert AuditEvent.objects.values_list("event", "object_type", "object_id", "actor", "details").get() == (
        "bank.released",
        "bank.release",
        "7",
        editor.pk,
        {"minor": 1},
    )


def test_record_can_be_read_but_not_changed_in_the_administration(client: Client, administrator: User) -> None:
    event = record_event(event=Event.RELEASED, object_type="bank.release", object_id="1.0")
    client.force_login(administrator)
    page = client.get(f"/admin/audit/auditevent/{event.pk}/change/").content.decode()
    assert ("bank.released" in page, 'name="_save"' in page) == (True, False)
    assert client.get("/admin/audit/auditevent/add/").status_code == 403
    assert client.get(f"/admin/audit/auditevent/{event.pk}/delete/").status_code == 403
