"""Where a question is used: what goes with it when it is removed, and what stands in the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.differences import CONDITIONS, Place, keyed
from assessment.bank.editing.flat import Data
from recommendations.rules.slots import SlotKind, slots_of

ANSWERING = ("answer", "profile", "unknown", "contribution")
"""Families of facts that ask about one question."""


@dataclass(frozen=True, slots=True)
class Usage:
    """`place` as in addresses of parts: "levels.managed.gate"."""

    place: str
    in_playbook: bool = False


def going_along(bank: Data, keys: frozenset[str]) -> list[Usage]:
    """This function will return what is removed together with the questions: measures and answers of worked examples."""
    measures = [
        Usage(f"nodes.{node['key']}.measures.{measure['question']}")
        for node in bank["nodes"]
        for measure in node.get("measures", [])
        if measure["question"] in keys
    ]
    examples = [
        Usage(f"examples.{example['key']}.{part}.{key}")
        for example in bank.get("examples", [])
        for part in ("answers", "baseline")
        for key in example.get(part, {})
        if key in keys
    ]
    return [*measures, *examples]


def in_the_way(bank: Data, playbook: Data | None, keys: frozenset[str]) -> list[Usage]:
    """This function will return what refers to the questions and would point to nothing without them.

    What stands inside the questions themselves goes with them and is left out.
    """
    found = [*_conditions(bank, keys), *_checks(bank, keys), *_size(bank, keys)]
    inside = tuple(
        f"sections.{section['key']}.questions.{question['key']}."
        for section in bank["sections"]
        for question in section["questions"]
        if question["key"] in keys
    )
    places = [place for place in dict.fromkeys(found) if not f"{place}.".startswith(inside)]
    rules = [] if playbook is None else dict.fromkeys([*_conditions(playbook, keys), *_reasons(playbook, keys)])
    return [*(Usage(place) for place in places), *(Usage(place, in_playbook=True) for place in rules)]


def _conditions(data: Data, keys: frozenset[str]) -> Iterator[str]:
    for place, condition in conditions_in(data):
        if any(_asks_about(fact, keys) for fact in facts_in(condition)):
            yield ".".join(place)


def _asks_about(fact: str, keys: frozenset[str]) -> bool:
    family, _dot, key = fact.partition(".")
    return family in ANSWERING and key in keys


def conditions_in(value: Any, place: Place = ()) -> Iterator[tuple[Place, Data]]:
    """This function will yield every condition of flat data with its place."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in CONDITIONS and isinstance(part, dict):
                yield (*place, name), part
            else:
                yield from conditions_in(part, (*place, name))
    elif isinstance(value, list):
        for name, part in (keyed(value) or {}).items():
            yield from conditions_in(part, (*place, name))


def facts_in(condition: Any) -> Iterator[str]:
    """This function will yield the name of every fact that a condition asks for."""
    if isinstance(condition, dict):
        if isinstance(condition.get("fact"), str):
            yield condition["fact"]
        for part in condition.values():
            yield from facts_in(part)
    elif isinstance(condition, list):
        for part in condition:
            yield from facts_in(part)


def _checks(bank: Data, keys: frozenset[str]) -> Iterator[str]:
    for check in bank.get("consistency", []):
        if not keys.isdisjoint(check["questions"]):
            yield f"consistency.{check['key']}.questions"


def _size(bank: Data, keys: frozenset[str]) -> Iterator[str]:
    for name in ("employees", "revenue", "sector"):
        if bank.get("size", {}).get(name) in keys:
            yield f"size.{name}"


def _reasons(playbook: Data, keys: frozenset[str]) -> Iterator[str]:
    for rule in playbook["rules"]:
        slots = [slot for text in rule["because"].values() for slot in slots_of(text)]
        if any(slot.kind is SlotKind.ANSWER and slot.key in keys for slot in slots):
            yield f"rules.{rule['key']}.because"
