"""Which sheet of a workbook a part of a bank or a playbook stands on, whatever the format of the file."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy as lazy_in

from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.differences import Place
from assessment.bank.xlsx.sheets import SHEETS as BANK_SHEETS
from recommendations.playbook.xlsx.sheets import CATEGORIES
from recommendations.playbook.xlsx.sheets import SHEETS as PLAYBOOK_SHEETS

TITLES: dict[str, str | Promise] = {
    "bank": lazy_in("sheet", "Head of the bank"),
    "sections": lazy_in("sheet", "Sections"),
    "questions": lazy_in("sheet", "Questions"),
    "options": lazy_in("sheet", "Options"),
    "rows": lazy_in("sheet", "Rows of tables"),
    "bands": lazy_in("sheet", "Ranges of numbers"),
    "steps": lazy_in("sheet", "Steps of credit"),
    "readings": lazy_in("sheet", "Readings"),
    "tree": lazy_in("sheet", "Measure"),
    "measures": lazy_in("sheet", "Counted questions"),
    "cells": lazy_in("sheet", "Tables of levels"),
    "levels": lazy_in("sheet", "Levels"),
    "consistency": lazy_in("sheet", "Consistency checks"),
    "reference_lines": lazy_in("sheet", "Published figures"),
    "frameworks": lazy_in("sheet", "Frameworks"),
    "framework_items": lazy_in("sheet", "Items of frameworks"),
    "size": lazy_in("sheet", "Size classes"),
    "examples": lazy_in("sheet", "Worked examples"),
    "example_answers": lazy_in("sheet", "Answers of the examples"),
    "example_expectations": lazy_in("sheet", "Expected scores"),
    "playbook": lazy_in("sheet", "Head of the playbook"),
    "sources": lazy_in("sheet", "Sources"),
    "efforts": lazy_in("sheet", "Efforts"),
    "cost_bands": lazy_in("sheet", "Cost bands"),
    "priority_bands": lazy_in("sheet", "Priority bands"),
    "actions": lazy_in("sheet", "Actions"),
    "action_steps": lazy_in("sheet", "Steps of actions"),
    "raises": lazy_in("sheet", "What actions improve"),
    "rules": lazy_in("sheet", "Rules"),
    "categories": lazy_in("sheet", "Categories of the catalogue"),
}
COUNTED = {
    "sections": TITLES["sections"],
    "questions": TITLES["questions"],
    "options": TITLES["options"],
    "nodes": lazy_in("sheet", "Parts of the measure"),
    "levels": TITLES["levels"],
    "examples": TITLES["examples"],
    "actions": TITLES["actions"],
    "rules": TITLES["rules"],
}
IN_ORDER = [sheet.name for sheet in (*BANK_SHEETS, *PLAYBOOK_SHEETS, CATEGORIES)]
_SCALES = frozenset({"options", "rows", "bands", "steps"})
_OF_NODES = frozenset({"measures", "cells"})
_IN_EXAMPLES = {"answers": "example_answers", "baseline": "example_answers", "expect": "example_expectations"}
_AS_THEY_ARE = frozenset(TITLES) - {"bank", "playbook"}


def sheet_of(word: str, place: Place) -> str:
    """This function will return the name of the sheet for a place in a bank or playbook, told by `word`."""
    return _bank_sheet(place) if word == BANK.word else _playbook_sheet(place)


def thing_of(place: Place) -> Place:
    """This function will return the address of the question, action, node … that a place belongs to."""
    return place[:4] if place[:1] == ("sections",) and "questions" in place[2:3] else place[:2]


def _bank_sheet(place: Place) -> str:
    match place:
        case ("sections", _, "questions", _, scale, *_) if scale in _SCALES:
            return scale
        case ("sections", _, "questions", *_):
            return "questions"
        case ("nodes", _, part, *_) if part in _OF_NODES:
            return part
        case ("nodes" | "tree", *_):
            return "tree"
        case ("ladders", *_):
            return "levels"
        case ("frameworks", _, "items", *_):
            return "framework_items"
        case ("examples", _, part, *_) if part in _IN_EXAMPLES:
            return _IN_EXAMPLES[part]
        case (part, *_) if part in _AS_THEY_ARE:
            return part
    return "bank"


def _playbook_sheet(place: Place) -> str:
    match place:
        case ("actions", _, "steps", *_):
            return "action_steps"
        case ("actions", _, "raises", *_):
            return "raises"
        case (part, *_) if part in _AS_THEY_ARE:
            return part
    return "playbook"
