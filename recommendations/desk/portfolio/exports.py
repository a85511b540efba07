"""A portfolio as a file: one row for each client, and the heat map beside it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from django.utils.timezone import localdate
from django.utils.translation import gettext, pgettext

from assessment.scoring.document import Display
from assessment.scoring.figures import displayed
from recommendations.desk.portfolio.figures import HeatRow
from recommendations.desk.portfolio.page import Line, Portfolio
from recommendations.desk.portfolio.readings import Mark
from recommendations.desk.tables import Cell, FileFormat, Sheet, as_csv, as_workbook


def portfolio_file(portfolio: Portfolio, format_: FileFormat) -> bytes:
    """This function will return the clients as CSV, or as a workbook with the heat map on its second sheet."""
    clients = Sheet(gettext("Clients"), _heads(portfolio), [_cells(portfolio, line) for line in portfolio.lines])
    if format_ is FileFormat.CSV:
        return as_csv(clients.heads, clients.rows)
    return as_workbook([clients, Sheet(gettext("Heat map"), _heat_heads(portfolio), _heat_cells(portfolio))])


def _heads(portfolio: Portfolio) -> list[str]:
    return [
        gettext("Client"),
        gettext("Own reference"),
        gettext("Consultant"),
        gettext("Sector"),
        gettext("Size class"),
        gettext("Region"),
        gettext("Level"),
        gettext("Score"),
        gettext("Lowest possible"),
        gettext("Highest possible"),
        *(part.title for part in portfolio.frame.parts),
        gettext("Submitted"),
        gettext("Verified"),
        gettext("Open assessments"),
        gettext("Next round due"),
    ]


def _cells(portfolio: Portfolio, line: Line) -> list[Cell]:
    client, frame = line.client, portfolio.frame
    consultant = client.consultant.get_short_name() if client.consultant else None
    after: list[Cell] = [line.open_count, client.next_round_on]
    reading = line.reading
    head: list[Cell] = [client.enterprise.name, client.reference or None, consultant]
    if reading is None:
        return [*head, *[None] * (7 + len(frame.parts)), None, None, *after]
    whole, display = reading.whole, frame.display
    return [
        *head,
        frame.sectors.get(reading.sector),
        frame.sizes.get(reading.size),
        frame.regions.get(reading.region),
        frame.whole.levels.get(whole.level),
        *(_figure(number, display) for number in (whole.score, reading.low, reading.high)),
        *(_score(reading.parts.get(part.key), display) for part in frame.parts),
        localdate(reading.submitted_at),
        pgettext("portfolio", "yes") if reading.is_verified else pgettext("portfolio", "no"),
        *after,
    ]


def _score(mark: Mark | None, display: Display) -> Decimal | None:
    return _figure(mark.score, display) if mark else None


def _figure(number: Fraction | None, display: Display) -> Decimal | None:
    return None if number is None else displayed(number, display)


def _heat_heads(portfolio: Portfolio) -> list[str]:
    titles = [gettext("Overall"), *(part.title for part in portfolio.frame.parts)]
    counted = [gettext("%(title)s: how many") % {"title": title} for title in titles]
    return [gettext("Sector"), gettext("Clients"), *titles, *counted]


def _heat_cells(portfolio: Portfolio) -> Iterator[list[Cell]]:
    for row in portfolio.heat:
        yield _heat_row(row, row.title or gettext("not named"), portfolio.frame.display)
    yield _heat_row(portfolio.heat_of_all, gettext("All"), portfolio.frame.display)


def _heat_row(row: HeatRow, title: str, display: Display) -> list[Cell]:
    return [title, row.n, *(_figure(cell.value, display) for cell in row.cells), *(cell.n for cell in row.cells)]
