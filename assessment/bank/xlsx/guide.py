"""The first sheet of an exported workbook: what each column means, in the words of the schema or their translation."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_noop as _
from django.utils.translation import pgettext_lazy as lazy_in

from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.sheets import SHEETS, Sheet

HEADERS = (
    lazy_in("guide", "sheet"),
    lazy_in("guide", "column"),
    lazy_in("guide", "needed"),
    lazy_in("guide", "what stands in it"),
    lazy_in("guide", "what it means"),
)

HINTS = (
    _(
        "The first line of a sheet names its columns; their order is free. Every other line is one thing; empty lines do not"
        " count. An empty cell is not given: the default applies."
    ),
    _(
        "Sheets and columns that are not needed may be left out. Whatever begins with # is for notes and is not read; this"
        " guide is not read either."
    ),
    _(
        "A text has one column for each language, such as “text en” and “text zh-hans”; without a language it is in the"
        " bank's first one. A text that must be empty, or begin or end with a space, stands in double quotes."
    ),
    _("Keys are what the sheets refer to each other by: a letter first, then letters, digits, _ and -."),
    _("Write values only: no formulas, no merged cells, no dates. 60 % may stand for 0.6 in shares and weights."),
    _(
        "Conditions are written as {fact: answer.q1, op: is, value: partly}, joined by {all: […]}, {any: […]}, {not: …}."
    ),
    _("To check the workbook: manage.py bank check FILE.xlsx"),
)
_WHAT = {
    Kind.WORDS: lazy_in("guide", "a key or text"),
    Kind.TRUTH: lazy_in("guide", "TRUE or FALSE"),
    Kind.NUMBER: lazy_in("guide", "a number"),
    Kind.LIST: lazy_in("guide", "keys, with commas between them"),
    Kind.PAIRS: lazy_in("guide", "key: value, key: value"),
    Kind.LINKS: lazy_in("guide", "FRAMEWORK:ITEM and exact, close or partial, with commas between them"),
    Kind.STRUCTURE: lazy_in("guide", "a condition"),
    Kind.DAY: lazy_in("guide", "a day, such as 2026-11-23"),
    Kind.VALUE: lazy_in("guide", "an option, [several options], a number, {row: option}, unknown or not_applicable"),
}


def headers() -> tuple[str, ...]:
    """This function will return the heads of the columns of the guide, in the language of whoever asks."""
    return tuple(str(header) for header in HEADERS)


def guide_rows(sheets: Iterable[Sheet] = SHEETS) -> Iterator[tuple[str, ...]]:
    """This function will yield the lines of the guide to `sheets`, each with a text for each of the headers."""
    for hint in HINTS:
        yield "", "", "", "", gettext(hint)
    for sheet in sheets:
        lines = pgettext("guide", "one key a line") if sheet.is_form else pgettext("guide", "one line for each")
        yield sheet.name, "", "", lines, gettext(sheet.about)
        for column in sheet.columns:
            needed = pgettext("guide", "yes") if column.is_required else ""
            yield sheet.name, column_name(column), needed, what_stands_in(column), about(column)


def about(column: Column) -> str:
    """This function will return what a column means, in the language of whoever asks where that is written."""
    return gettext(column.about) if column.about else ""


def column_name(column: Column) -> str:
    return f"{column.name} LANGUAGE" if column.is_text else column.name


def what_stands_in(column: Column) -> str:
    """This function will return in a few words what may be written in `column`."""
    if column.is_text:
        return pgettext("guide", "a text")
    if column.kind is Kind.CHOICE:
        return pgettext("guide", "one of: %(choices)s") % {"choices": ", ".join(column.choices)}
    return str(_WHAT[column.kind])
