"""The door to orders: those of the seat's own workspace."""

from uuid import UUID

from django.http import Http404

from assessment.accounts.access import Seat
from recommendations.report.models import Batch


def batch_for(seat: Seat, batch_id: UUID) -> Batch:
    """This function will return an order of the workspace; any other does not exist (404)."""
    batch = Batch.objects.filter(workspace=seat.workspace, public_id=batch_id).select_related("ordered_by").first()
    if batch is None:
        raise Http404
    return batch
