"""Cells of a table that must not be taken as they stand."""

from io import BytesIO

from openpyxl import load_workbook

from recommendations.catalogue.imports.actions import import_offerings
from recommendations.catalogue.imports.preview import preview_of
from recommendations.catalogue.models import Offering
from tests.catalogue.import_tables import faults, known, line, outcomes, xlsx_of

__all__ = ["known"]


def test_number_out_of_all_bounds_is_named_with_its_cell() -> None:
    place = "offerings!K2 (price minimum)"
    assert faults(preview_of(xlsx_of(line(price_of_minimum=1e30)), "table")) == [
        f"{place}: holds 1e+30; a number here has at most 15 digits"
    ]


def test_no_line_of_a_merged_range_is_taken() -> None:
    book = load_workbook(BytesIO(xlsx_of(line(), line(key="kat"), line(key="kot"))))
    book["offerings"].merge_cells("K2:K3")
    stream = BytesIO()
    book.save(stream)
    content = stream.getvalue()
    assert outcomes(preview_of(content, "table")) == [(2, "faulty", "kit"), (3, "faulty", "kat"), (4, "new", "kot")]
    import_offerings(content=content, name="table", skip_faulty=True)
    assert sorted(Offering.objects.values_list("key", flat=True)) == ["kot", "one", "two"]
