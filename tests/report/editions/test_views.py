"""Which views an assessment can be reported in: of an interview there may be no answers of the enterprise's own."""

from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.access import Seat
from assessment.accounts.models import Client
from assessment.responses.models import Perspective, Result
from recommendations.report.content.edition_schema import View
from recommendations.report.editions.options import EditionOptions, views_of
from recommendations.report.models import BatchItem
from recommendations.report.queue.drawing import _as_it_can_be
from recommendations.report.queue.orders import Wanted, order_reports


@pytest.mark.parametrize(
    ("perspectives", "views"),
    [
        ({Perspective.SELF}, (View.OWN,)),
        ({Perspective.VERIFIED}, (View.VERIFIED,)),
        ({Perspective.SELF, Perspective.VERIFIED}, (View.BOTH, View.VERIFIED, View.OWN)),
    ],
)
def test_views_follow_the_results(perspectives: set[str], views: tuple[View, ...]) -> None:
    assert views_of(perspectives) == views


@pytest.fixture
def interviewed(verified: Result, monkeypatch: pytest.MonkeyPatch) -> Result:
    """As if nobody had answered for the enterprise: results stay, so only what is found of them is narrowed."""
    found = "recommendations.report.editions.page.results_of", "recommendations.report.editions.views.results_of"
    for name in found:
        monkeypatch.setattr(name, lambda _assessment: {Perspective.VERIFIED.value: verified})
    return verified


@pytest.mark.parametrize("view", ["own", "both"])
def test_view_that_an_interview_lacks_is_refused_in_words(
    view: str, interviewed: Result, client_file: Client, seat: Seat
) -> None:
    browser = Browser()
    browser.force_login(seat.person)
    kwargs: dict[str, Any] = {"workspace_slug": seat.workspace.slug, "client_id": client_file.public_id}
    address = reverse("report:edition", kwargs=kwargs | {"public_id": interviewed.assessment.public_id})
    reply = browser.post(address, {"languages": ["en"], "view": view, "sections": ["summary"]})
    assert reply.status_code == 422
    assert 'value="own"' not in reply.content.decode()


@pytest.mark.parametrize("wanted", [View.VERIFIED, View.BOTH])
def test_order_takes_the_view_that_there_is(wanted: View, result: Result, client_file: Client, seat: Seat) -> None:
    order = [Wanted(client_file, result.assessment)]
    order_reports(seat=seat, wanted=order, options=EditionOptions(view=wanted))
    assert _as_it_can_be(EditionOptions(view=wanted), BatchItem.objects.get()).view is View.OWN
