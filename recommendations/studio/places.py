"""From the address of a part ("sections.equipment.questions.EQ04.text.en") to the page where it is edited."""

from django.urls import reverse

PAGES_OF_PARTS = {
    "consistency": "studio:consistency-edit",
    "reference_lines": "studio:reference-line-edit",
    "frameworks": "studio:framework-edit",
    "readings": "studio:reading-edit",
    "examples": "studio:example-edit",
    "actions": "studio:action-edit",
    "rules": "studio:rule-edit",
}
CONDITIONS = ("visible_if", "gate", "when", "suits")
KEYED = ("questions", "options", "rows", "levels", "measures", "answers", "baseline", "expect", "items", "cells")


def page_of(bank_slug: str, place: str, *, in_playbook: bool = False) -> str:
    """This function will return the address of the page that edits what stands at `place`, with the field as fragment.

    A condition is one field, whatever part of it is meant.
    """
    names = _up_to_condition(place.split("."))
    page, left = _playbook_page(bank_slug, names) if in_playbook else _bank_page(bank_slug, names)
    return f"{page}#at-{'-'.join(left)}" if left else page


def _up_to_condition(names: list[str]) -> list[str]:
    """A key may be called as a condition is, so only what stands behind the keys counts."""
    for number, name in enumerate(names):
        if number > 1 and name in CONDITIONS and names[number - 1] not in KEYED:
            return names[: number + 1]
    return names


def _bank_page(bank: str, names: list[str]) -> tuple[str, list[str]]:
    match names:
        case ["sections", _, "questions", question, *rest]:
            return _url("studio:question-edit", bank, question_key=question), rest
        case ["sections", section, *rest]:
            return _url("studio:section-edit", bank, section_key=section), rest
        case ["sections"]:
            return _url("studio:outline", bank), []
        case ["nodes", node, *rest]:
            return _url("studio:node-edit", bank, node_key=node), rest
        case ["nodes" | "tree", *_]:
            return _url("studio:scoring", bank), []
        case ["levels", level, *rest]:
            return _url("studio:level-edit", bank, ladder_key="levels", level_key=level), rest
        case ["ladders", ladder, "levels", level, *rest]:
            return _url("studio:level-edit", bank, ladder_key=ladder, level_key=level), rest
        case ["levels" | "ladders", *_]:
            return _url("studio:scoring", bank), []
        case [part, key, *rest] if part in PAGES_OF_PARTS:
            return _url(PAGES_OF_PARTS[part], bank, part_key=key), rest
        case [part] if part in PAGES_OF_PARTS:
            return _url("studio:scoring", bank), []
    return _url("studio:head-edit", bank), names if names != [""] else []


def _playbook_page(bank: str, names: list[str]) -> tuple[str, list[str]]:
    match names:
        case ["actions", action, *rest]:
            return _url("studio:action-edit", bank, action_key=action), rest
        case ["rules", rule, *rest]:
            return _url("studio:rule-edit", bank, rule_key=rule), rest
        case ["actions" | "rules"]:
            return _url("studio:advice", bank), []
    return _url("studio:advice-head-edit", bank), names if names != [""] else []


def _url(name: str, bank: str, **arguments: str) -> str:
    return reverse(name, kwargs={"bank_slug": bank, **arguments})
