"""The first sheet of an exported workbook: what each column means, in the words of the schema."""

from collections.abc import Iterable, Iterator

from assessment.bank.xlsx.columns import Column, Kind
from assessment.bank.xlsx.sheets import SHEETS, Sheet

HEADERS = ("sheet", "column", "needed", "what stands in it", "what it means")

HINTS = (
    "The first line of a sheet names its columns; their order is free. Every other line is one thing; empty lines do not"
    " count. An empty cell is not given: the default applies.",
    "Sheets and columns that are not needed may be left out. Whatever begins with # is for notes and is not read; this"
    " guide is not read either.",
    "A text has one column for each language, such as “text en” and “text zh-hans”; without a language it is in the"
    " bank's first one. A text that must be empty, or begin or end with a space, stands in double quotes.",
    "Keys are what the sheets refer to each other by: a letter first, then letters, digits, _ and -.",
    "Write values only: no formulas, no merged cells, no dates. 60 % may stand for 0.6 in shares and weights.",
    "Conditions are written as {fact: answer.q1, op: is, value: partly}, joined by {all: […]}, {any: […]}, {not: …}.",
    "To check the workbook: manage.py bank check FILE.xlsx",
)
_WHAT = {
    Kind.WORDS: "a key or text",
    Kind.TRUTH: "TRUE or FALSE",
    Kind.NUMBER: "a number",
    Kind.LIST: "keys, with commas between them",
    Kind.PAIRS: "key: value, key: value",
    Kind.LINKS: "FRAMEWORK:ITEM and exact, close or partial, with commas between them",
    Kind.STRUCTURE: "a condition",
    Kind.DAY: "a day, such as 2026-11-23",
    Kind.VALUE: "an option, [several options], a number, {row: option}, unknown or not_applicable",
}


def guide_rows(sheets: Iterable[Sheet] = SHEETS) -> Iterator[tuple[str, ...]]:
    """This function will yield the lines of the guide to `sheets`, each with a text for each of HEADERS."""
    for hint in HINTS:
        yield "", "", "", "", hint
    for sheet in sheets:
        yield sheet.name, "", "", "one key a line" if sheet.is_form else "one line for each", sheet.about
        for column in sheet.columns:
            yield (
                sheet.name,
                column_name(column),
                "yes" if column.is_required else "",
                what_stands_in(column),
                column.about,
            )


def column_name(column: Column) -> str:
    return f"{column.name} LANGUAGE" if column.is_text else column.name


def what_stands_in(column: Column) -> str:
    """This function will return in a few words what may be written in `column`."""
    if column.is_text:
        return "a text"
    return f"one of: {', '.join(column.choices)}" if column.kind is Kind.CHOICE else _WHAT[column.kind]
