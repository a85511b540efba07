"""The door to tables of clients that are looked at before they are taken."""

from uuid import UUID

from django.http import Http404

from assessment.accounts.access import Seat
from recommendations.catalogue.models import ImportDraft


def table_for(seat: Seat, table_id: UUID) -> ImportDraft:
    """This function will return a table that this person uploaded; nobody else's can be seen (404)."""
    draft = ImportDraft.objects.filter(public_id=table_id, uploaded_by=seat.person).first()
    if draft is None:
        raise Http404
    return draft
