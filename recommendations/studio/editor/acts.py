"""Buttons that only change what stands in a form: another line, one less, one line up or down."""

import re
from dataclasses import dataclass

from django.http import QueryDict

from recommendations.studio.editor.row_forms import MOST_ROWS, SETS

SAVE = "save"
SAVE_THEN_RULE = "save_then_rule"
ADDED = "added"  # the only sign of a line that is new and empty: lines of which nothing came are not made
_ACT = re.compile(r"(add|remove|up|down):([a-z]+)(?::(\d{1,3}))?")
_FIELD = re.compile(r"([a-z]+)-(\d{1,4})-(.+)")


@dataclass(frozen=True, slots=True)
class Act:
    """`focus` is the line that the person is in afterwards, -1 = none."""

    name: str
    rows: str = ""
    index: int = -1

    @property
    def is_save(self) -> bool:
        return self.name in (SAVE, SAVE_THEN_RULE)


def act_of(sent: QueryDict) -> Act:
    """This function will return what the pressed button asks for; anything unknown only shows the form again."""
    name = sent.get("act", SAVE)
    found = _ACT.fullmatch(name)
    if found is None or found[2] not in SETS:
        return Act(name)
    return Act(found[1], found[2], int(found[3]) if found[3] else -1)


def with_lines(sent: QueryDict, act: Act) -> tuple[QueryDict, int]:
    """This function will return what was typed with the lines as the act wants them, and the line to go on in, or -1."""
    if not act.rows:
        return sent, -1
    lines = _lines(sent, act.rows)
    order = list(range(len(lines)))
    index, last = act.index, len(lines) - 1
    focus = index
    if act.name == "add" and len(lines) <= MOST_ROWS:
        order, focus = [*order, len(lines)], len(lines)
    elif act.name == "remove" and 0 <= index <= last:
        del order[index]
        focus = min(index, last - 1)
    elif act.name in ("up", "down"):
        focus = index - 1 if act.name == "up" else index + 1
        if 0 <= index <= last and 0 <= focus <= last:
            order[index], order[focus] = order[focus], order[index]
        else:
            focus = index
    return _in_order(sent, act.rows, lines, order), focus


def _lines(sent: QueryDict, rows: str) -> list[dict[str, list[str]]]:
    found: dict[int, dict[str, list[str]]] = {}
    for name in sent:
        match = _FIELD.fullmatch(name)
        if match and match[1] == rows:
            found.setdefault(int(match[2]), {})[match[3]] = sent.getlist(name)
    return [found[index] for index in sorted(found)]


def _in_order(sent: QueryDict, rows: str, lines: list[dict[str, list[str]]], order: list[int]) -> QueryDict:
    changed = sent.copy()
    for name in sent:
        match = _FIELD.fullmatch(name)
        if match and match[1] == rows:
            del changed[name]
    for place, index in enumerate(order):
        for name, values in (lines[index] if index < len(lines) else {ADDED: ["1"]}).items():
            changed.setlist(f"{rows}-{place}-{name}", values)
    changed[f"{rows}-TOTAL_FORMS"], changed[f"{rows}-INITIAL_FORMS"] = str(len(order)), "0"
    return changed
