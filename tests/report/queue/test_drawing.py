"""The queue: whoever takes an item, dies, fails or comes too late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessment.accounts.models import WorkspaceRole
from assessment.audit.models import AuditEvent
from recommendations.report.editions.options import EditionOptions
from recommendations.report.models import Batch, BatchItem, BatchState
from recommendations.report.queue import drawing
from recommendations.report.queue.drawing import draw_all, draw_next
from recommendations.report.queue.orders import (
    NothingOrdered,
    TooManyReports,
    Wanted,
    cancel_batch,
    order_reports,
    resume_batch,
)
from recommendations.report.queue.queries import batch_count
from recommendations.report.renderer.outcomes import Outcome, RendererDied
from tests.report.workspaces import Office

BOTH = EditionOptions(languages=("en", "zh-hans"))


def order(office: Office, times: int = 1, options: EditionOptions = BOTH) -> Batch:
    return order_reports(seat=office.seat, wanted=[Wanted(office.client, office.assessment)] * times, options=options)


def states(batch: Batch) -> list[str]:
    return list(BatchItem.objects.filter(batch=batch).order_by("number").values_list("state", flat=True))


def failures(batch: Batch) -> list[str]:
    return list(BatchItem.objects.filter(batch=batch).order_by("number").values_list("failure", flat=True))


def test_order_is_drawn_report_by_report(office: Office, drawn: list[str]) -> None:
    batch = order(office)
    assert (states(batch), draw_all(), states(batch)) == (["waiting"] * 2, 2, ["done"] * 2)
    assert drawn == ["en", "zh-hans"]
    assert [item.report.number for item in batch.items.all() if item.report] == ["FF-1", "FF-2"]
    assert draw_next() is False


def test_nothing_and_too_much_are_not_ordered(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recommendations.report.queue.orders.MOST_REPORTS", 3)
    with pytest.raises(NothingOrdered):
        order(office, times=0)
    with pytest.raises(TooManyReports):
        order(office, times=2)
    assert Batch.objects.count() == 0


def test_a_small_order_passes_a_large_one(office: Office, drawn: list[str]) -> None:
    large, small = order(office, times=3), order(office)
    for _number in range(4):
        draw_next()
    assert (states(large)[:3], states(small)) == (["done", "done", "waiting"], ["done", "done"])


def test_stopped_order_rests_and_goes_on(office: Office, drawn: list[str]) -> None:
    batch = order(office)
    draw_next()
    cancel_batch(batch=batch, seat=office.seat)
    assert (draw_all(), states(batch)) == (0, ["done", "waiting"])
    assert resume_batch(batch=batch, seat=office.seat) == 1
    assert (draw_all(), states(batch)) == (1, ["done", "done"])
    told = AuditEvent.objects.filter(object_type="report.batch").order_by("pk").values_list("event", flat=True)
    assert list(told) == ["report.batch_ordered", "report.batch_cancelled", "report.batch_resumed"]


def test_item_of_a_process_that_died_is_taken_by_another(office: Office, drawn: list[str]) -> None:
    batch = order(office, options=EditionOptions())
    dead = drawing._take()
    assert dead is not None
    assert (draw_next(), states(batch)) == (False, ["drawing"])  # held: the other may still be at work
    BatchItem.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    assert (draw_next(), states(batch)) == (True, ["done"])
    drawing._finish(dead, failure="too late")  # it was not dead, only slow
    assert (states(batch), failures(batch)) == (["done"], [""])


def test_item_that_ends_every_process_is_given_up(office: Office, drawn: list[str]) -> None:
    batch = order(office, options=EditionOptions())
    for _number in range(3):
        assert drawing._take() is not None
        BatchItem.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    assert (draw_next(), states(batch), drawn) == (True, ["failed"], [])
    assert failures(batch) == [drawing.GIVEN_UP]


def test_two_processes_never_draw_the_same(office: Office) -> None:
    order(office)
    taken = [drawing._take() for _number in range(3)]
    assert [item.number if item else None for item in taken] == [1, 2, None]


def test_failing_renderer_is_tried_three_times_and_others_go_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_more: object) -> None:
        raise RendererDied(Outcome.DIED)

    batch = order(office)
    monkeypatch.setattr(drawing, "create_edition", fail)
    assert draw_all() == 6
    assert (states(batch), failures(batch)) == (["failed"] * 2, [drawing.NOT_DRAWN] * 2)
    count = batch_count(batch)
    assert (count.total, count.failed, count.is_moving) == (2, 2, False)
    assert resume_batch(batch=batch, seat=office.seat) == 2


@pytest.mark.parametrize("ended", ["withdrawn", "expired", "view only"])
def test_rights_are_asked_again_when_it_is_drawn(ended: str, office: Office, drawn: list[str]) -> None:
    batch = order(office)
    match ended:
        case "withdrawn":
            office.grant.withdrawn_at = timezone.now()
        case "expired":
            office.grant.expires_at = timezone.now() - timedelta(seconds=1)
        case _:
            office.grant.level = "view"
    office.grant.save()
    assert (draw_all(), states(batch), drawn) == (2, ["failed"] * 2, [])
    assert failures(batch) == [drawing.NO_ACCESS] * 2


def test_order_of_somebody_who_left_is_not_drawn(office: Office, drawn: list[str]) -> None:
    batch = order(office, options=EditionOptions())
    office.seat.workspace.memberships.update(role=WorkspaceRole.VIEWER)
    draw_all()
    assert (failures(batch), drawn) == ([drawing.NO_ORDERER], [])


def test_stored_options_that_are_no_longer_known_are_said(office: Office, drawn: list[str]) -> None:
    batch = order(office, options=EditionOptions())
    Batch.objects.update(options={"sections": ["horoscope"]})
    draw_all()
    assert (states(batch), failures(batch)) == ([BatchState.FAILED], [drawing.BAD_OPTIONS])
