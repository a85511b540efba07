"""A plan as a workbook: one sheet to work with, one that says what it rests on. No text is a formula."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Cell, Column, Number, Sheet, write_sheets
from recommendations.plan.item_rows import ItemRow, promised_number
from recommendations.plan.workbook_basis import Line


def write_workbook(rows: Sequence[ItemRow], basis: Sequence[Line], title: str) -> bytes:
    """This function will return a plan as the bytes of an XLSX workbook, in the active language.

    Equal plans give equal bytes. Days are days and amounts are numbers; everything that people wrote is text.
    """
    sheets = [
        Sheet(gettext("Plan"), _columns(), [_item(row) for row in rows]),
        Sheet(
            gettext("What it rests on"),
            _basis_columns(),
            [(line.about, line.points, line.text) for line in basis],
            is_list=True,
        ),
    ]
    return write_sheets(sheets, {"title": title})


def _columns() -> list[Column]:
    return [
        Column(pgettext("plan", "What"), 42),
        Column(pgettext("plan", "Status"), 14),
        Column(gettext("Who does it"), 18),
        Column(pgettext("plan", "Quarter"), 9),
        Column(pgettext("plan", "Due"), 12),
        Column(gettext("Done on"), 12),
        Column(gettext("Budget, yuan"), 14),
        Column(gettext("Spent, yuan"), 14),
        Column(gettext("Chosen service"), 36),
        Column(gettext("Points promised"), 12),
        Column(pgettext("plan", "Note"), 40),
        Column(gettext("Why not"), 40),
    ]


def _item(row: ItemRow) -> Sequence[Cell]:
    item, promised = row.item, promised_number(row.item)
    return (
        row.title,
        row.status_label,
        item.responsible,
        item.quarter,
        item.due_on,
        item.done_on,
        _yuan(item.budget),
        _yuan(item.spent),
        ", ".join(part for part in (row.offering, row.provider) if part),
        None if promised is None else Number(Decimal(str(promised)), 1),
        item.note,
        item.declined_because,
    )


def _yuan(amount: int | None) -> Number | None:
    return None if amount is None else Number(Decimal(amount))


def _basis_columns() -> list[Column]:
    return [
        Column(pgettext("plan", "About"), 34),
        Column(pgettext("plan", "Points"), 20),
        Column(gettext("What is assumed, and where it comes from"), 90),
    ]
