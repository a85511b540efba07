"""The portfolio as a file: typed cells, text that is never a formula, the same figures as on the page."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.accounts.models import User
from tests.desk.portfolio.conftest import World

pytestmark = pytest.mark.django_db

Show = Callable[..., object]
FORMULA = "=HYPERLINK(1)"


def book(response: object) -> object:
    return load_workbook(BytesIO(response.content))


def test_workbook_has_typed_cells(world: World, show: Show, consultant: User) -> None:
    world.add(FORMULA, "all_highest", reference="+7", consultant=consultant, next_round_on=date(2027, 2, 1))
    world.add("Fresh")
    response = show(format="xlsx")
    assert response["Content-Disposition"].startswith('attachment; filename="portfolio.xlsx"')
    sheets = book(response)
    assert sheets.sheetnames == ["Clients", "Heat map"]
    rows = list(sheets["Clients"].iter_rows())
    first = {head.value: cell for head, cell in zip(rows[0], rows[1], strict=True)}
    assert (first["Client"].value, first["Client"].data_type, first["Own reference"].data_type) == (FORMULA, "s", "s")
    assert (first["Score"].value, first["Score"].data_type) == (100, "n")
    assert (first["Submitted"].value, first["Next round due"].value) == (datetime(2026, 10, 5), datetime(2027, 2, 1))
    assert (first["Consultant"].value, first["Verified"].value, first["Open assessments"].value) == (
        "Consultant",
        "no",
        0,
    )
    assert [cell.value for cell in rows[2]][:4] == ["Fresh", None, None, None]
    assert len({len(row) for row in rows}) == 1


def test_heat_map_is_the_second_sheet(world: World, show: Show) -> None:
    world.add("A", "all_lowest")
    world.add("B", "all_highest")
    rows = [[cell.value for cell in row] for row in book(show(format="xlsx"))["Heat map"].iter_rows()]
    assert rows[-1] == ["All", 2, *[50] * 5, *[2] * 5]
    assert rows[0][:3] == ["Sector", "Clients", "Overall"]


def test_csv_is_guarded(world: World, show: Show) -> None:
    world.add(FORMULA, "all_highest")
    content = show(format="csv").content
    assert content.startswith(b"\xef\xbb\xbf")
    assert f"'{FORMULA}," in content.decode("utf-8-sig")
    assert ",100.0," in content.decode("utf-8-sig")


def test_file_keeps_to_the_wishes(world: World, show: Show) -> None:
    world.add("A", "all_lowest")
    world.add("Fresh")
    lines = show(format="csv", until="2026-12-31").content.decode("utf-8-sig").strip().splitlines()
    assert [line.split(",")[0] for line in lines] == ["Client", "A"]


def test_unknown_format_is_no_page(world: World, show: Show) -> None:
    assert show(format="exe").status_code == 404
