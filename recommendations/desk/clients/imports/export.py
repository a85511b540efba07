"""The clients of a workspace as a table: what comes out can be changed and taken in again."""

from collections.abc import Iterator
from datetime import datetime

from django.http import QueryDict
from django.utils.timezone import localdate

from assessment.accounts.access import Seat
from recommendations.desk.clients.list_page import chosen_rows
from recommendations.desk.clients.rows import ClientRow, client_rows, fill_in
from recommendations.desk.clients.wishes import WishForm
from recommendations.desk.tables import Cell


def export_rows(seat: Seat, query: QueryDict, locale: str) -> Iterator[list[Cell]]:
    """This function will yield the cells of each client that is wished for. A fixed number of queries."""
    form = WishForm(query, workspace=seat.workspace, locale=locale)
    rows = chosen_rows(client_rows(seat.workspace), form, locale)
    fill_in(rows, locale)
    for row in rows:
        yield [*_own_cells(row), *_told_cells(row)]


def _own_cells(row: ClientRow) -> list[Cell]:
    """In the order of the table's fields; of an enterprise that lets nobody in, only the workspace's own."""
    client = row.client
    return [
        client.shown_name,
        client.enterprise.credit_code if row.level else "",
        client.reference,
        client.contact_name,
        client.contact_email,
        client.contact_phone,
        client.language,
        client.consultant.email if client.consultant else "",
        client.next_round_on.isoformat() if client.next_round_on else "",
    ]


def _told_cells(row: ClientRow) -> list[Cell]:
    if not row.level:
        return [str(row.standing.label), "", "", "", ""]
    status = str(row.standing.label) + (f" {row.percent} %" if row.percent is not None else "")
    outcome, submitted = row.outcome, [each.submitted_at for each in row.courses if each.submitted_at]
    level, score = (outcome.level, outcome.score) if outcome else ("", "")
    return [status, level, score, _day(max(submitted, default=None)), _day(row.last_activity)]


def _day(moment: datetime | None) -> str:
    return localdate(moment).isoformat() if moment else ""
