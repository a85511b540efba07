"""The portfolio of a workspace: its clients, counted and set side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import cached_property

from assessment.accounts.access import Seat
from assessment.accounts.models import Client
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from recommendations.desk.banks import BankChoice
from recommendations.desk.portfolio.clients import Opened, asked_banks, open_assessments, opened_clients, results_with
from recommendations.desk.portfolio.due import Due, due_list
from recommendations.desk.portfolio.figures import (
    HeatRow,
    Quarter,
    Spread,
    heat_row,
    heat_rows,
    ladders,
    part_marks,
    quarters,
    spread,
)
from recommendations.desk.portfolio.frame import Frame, frame_of
from recommendations.desk.portfolio.readings import Reading, latest, readings_of
from recommendations.desk.portfolio.wishes import PortfolioForm


@dataclass(frozen=True, slots=True)
class Line:
    """A client that is wished for, with its last result in the time that is wished for."""

    client: Client
    reading: Reading | None
    open_count: int


class Portfolio:
    """Clients with one bank, as the form wishes. `trend` has every submission of these clients in that time."""

    def __init__(self, seat: Seat, bank: BankChoice, opened: Opened, query: QueryDict, locale: str) -> None:
        self.bank, self.shut_count = bank, opened.shut_count
        release = current_release(bank.slug)
        assert release is not None  # these clients were asked with it
        self.frame: Frame = frame_of(document_of(release.pk), locale)
        every = readings_of(results_with(seat.workspace, bank.slug))
        self.form = PortfolioForm(query, clients=opened.clients, readings=every, frame=self.frame)
        in_time = [reading for reading in every if self.form.in_time(reading)]
        last, being = latest(in_time), open_assessments(seat.workspace, bank.slug)
        self.lines: list[Line] = [
            Line(client, last.get(client.enterprise_id), being.get(client.enterprise_id, 0))
            for client in opened.clients
            if self.form.wants(client, last.get(client.enterprise_id))
        ]
        wanted = {line.client.enterprise_id for line in self.lines}
        self._course = [reading for reading in in_time if reading.enterprise_id in wanted]
        self.due: list[Due] = due_list(seat.workspace, [line.client for line in self.lines], timezone.localdate())

    @cached_property
    def readings(self) -> list[Reading]:
        return [line.reading for line in self.lines if line.reading is not None]

    @property
    def open_count(self) -> int:
        return sum(line.open_count for line in self.lines)

    @property
    def overdue_count(self) -> int:
        """Clients of which something is overdue."""
        return len({due.client.pk for due in self.due if due.is_overdue})

    @property
    def whole(self) -> Spread:
        return spread(self.frame.whole, [reading.whole for reading in self.readings], self.frame)

    @property
    def parts(self) -> list[list[Spread]]:
        frame = self.frame
        return ladders([(part, spread(part, part_marks(self.readings, part), frame)) for part in frame.parts])

    @cached_property
    def heat(self) -> list[HeatRow]:
        return heat_rows(self.readings, self.frame)

    @property
    def heat_of_all(self) -> HeatRow:
        return heat_row("", self.readings, self.frame)

    @cached_property
    def quarters(self) -> Sequence[Quarter]:
        return quarters(self._course, self.frame)


def portfolio_of(seat: Seat, query: QueryDict, locale: str) -> tuple[Portfolio | None, tuple[BankChoice, ...], Opened]:
    """This function will return the portfolio of a workspace with the bank that is asked for, and the banks there are.

    None where none of its clients was ever asked. The number of queries does not grow with the clients.
    """
    opened, banks = opened_clients(seat.workspace), asked_banks(seat.workspace, locale)
    wished = next((bank for bank in banks if bank.slug == query.get("bank")), banks[0] if banks else None)
    return (Portfolio(seat, wished, opened, query, locale) if wished else None), banks, opened
