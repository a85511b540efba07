"""Rows under titled columns: a sheet where there are any."""

from collections.abc import Iterable, Iterator

from assessment.accounts.sheets import Cell, Column, Sheet

Row = tuple[Cell, ...]


def table(name: str, columns: list[Column], rows: Iterable[Row]) -> Iterator[Sheet]:
    """This function will yield the sheet of a table, nothing for one without rows: what is left out has no sheet."""
    found = list(rows)
    if found:
        yield Sheet(name, columns, found)
