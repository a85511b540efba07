"""Tables as workbooks: the type of every cell, what no workbook can hold, and the same bytes each time."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from assessment.accounts.sheets import Cell, Column, Number, Share, Sheet, number_format, writable, write_sheets

COLUMNS = [Column("What", 10), Column("=How", 12)]


def read(cell: Cell, **more: bool) -> tuple[object, str, str]:
    data = write_sheets([Sheet("One", COLUMNS, [("a", cell)], **more)])
    found = load_workbook(BytesIO(data))["One"]["B2"]
    return found.value, found.data_type, found.number_format


@pytest.mark.parametrize(
    ("cell", "value", "kind", "shown"),
    [
        ("=1+1", "=1+1", "s", "@"),
        ("", None, "n", "@"),
        (None, None, "n", "General"),
        (7, 7, "n", "General"),
        (Decimal("1.25"), 1.25, "n", "General"),
        (Number(Decimal("1250.5"), 1), 1250.5, "n", "#,##0.0"),
        (Number(Decimal("-2.5"), 1, is_gain=True), -2.5, "n", "+#,##0.0;−#,##0.0;+#,##0.0"),
        (Number(Decimal(86), unit=' "old" people\x00'), 86, "n", '#,##0" ”old” people\ufffd"'),
        (Number(Decimal(50_000), currency="CNY "), 50_000, "n", "[$CNY ]#,##0"),
        (Share(Decimal("0.95")), 0.95, "n", "0 %"),
        (Share(Decimal("0.577"), "0.0%"), 0.577, "n", "0.0%"),
        (date(2026, 11, 22), datetime(2026, 11, 22), "d", "yyyy-mm-dd"),
    ],
)
def test_each_cell_has_its_type(cell: Cell, value: object, kind: str, shown: str) -> None:
    assert read(cell) == (value, kind, shown)


def test_moments_are_those_of_the_installation() -> None:
    value, kind, shown = read(datetime(2026, 11, 22, 6, 5, tzinfo=UTC))
    assert (kind, shown) == ("d", "yyyy-mm-dd hh:mm")
    assert isinstance(value, datetime) and value.minute == 5


def test_whole_numbers_have_no_point() -> None:
    assert (number_format(Number(Decimal(3))), number_format(Number(Decimal(3), 2))) == ("#,##0", "#,##0.00")


def test_heads_are_text_and_stay_in_sight() -> None:
    sheet = load_workbook(BytesIO(write_sheets([Sheet("One", COLUMNS, [("a", 1)])])))["One"]
    assert (sheet["B1"].value, sheet["B1"].data_type) == ("=How", "s")
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B2", "A1:B2", "$1:$1")


@pytest.mark.parametrize("is_list", [True, False])
def test_what_has_no_rows_or_is_a_list_has_no_filter(is_list: bool) -> None:
    rows = [("a", 1)] if is_list else []
    sheet = load_workbook(BytesIO(write_sheets([Sheet("", COLUMNS, rows, is_list=is_list)])))["Sheet1"]
    assert sheet.auto_filter.ref is None


def test_text_is_cut_and_cleaned_where_no_workbook_could_hold_it() -> None:
    assert writable("a\x00\x1f\ud800\ufffe\tb\n") == "a\ufffd\ufffd\ufffd\ufffd\tb\n"
    assert writable("长" * 32_767) == "长" * 32_767
    assert writable("x" * 32_768) == "x" * 32_766 + "…"
    assert writable(3) == 3


def test_equal_tables_give_equal_bytes() -> None:
    first, second = (write_sheets([Sheet("One", COLUMNS, [("a", 1)])], {"title": "T\x00"}) for _time in range(2))
    assert first == second
