"""A section in flat data, and what its form makes of it."""

from typing import Any

from assessment.bank.editing.flat import Data
from assessment.scoring.document import Kind
from assessment.scoring.texts import localise
from recommendations.studio.drafts import Draft
from recommendations.studio.editor.defaults import begun
from recommendations.studio.editor.keys import next_key, next_section_key
from recommendations.studio.editor.parts import keys_of, questions_of, sections_of

NAMES = ("title", "intro", "node", "profile")


def all_nodes(data: Data, locale: str) -> list[tuple[str, str]]:
    """This function will return every node but the root, by key with its title."""
    return [(node["key"], localise(node["title"], locale)) for node in data["nodes"] if "parent" in node]


def section_initial(section: Data, base: int) -> dict[str, Any]:
    """This function will return what the form of a section shows before anybody has typed."""
    return {name: section.get(name) for name in NAMES} | {"base": base}


def new_section_initial(draft: Draft) -> dict[str, Any]:
    """This function will return what the form of a new section shows."""
    return {"key": next_section_key(draft.data), "base": draft.base}


def write_section(section: Data, typed: dict[str, Any]) -> None:
    """This function will put the cleaned fields of the form into a section."""
    for name in NAMES:
        section.pop(name, None)
        if typed[name]:
            section[name] = typed[name]


def add_section(draft: Draft, typed: dict[str, Any]) -> str:
    """This function will add a section with its first question, answered by yes or no, and return that question's key."""
    taken = keys_of(list(questions_of(draft.data)))
    key = next_key(taken, [], f"{typed['key'][:50]}_1")
    is_scored = not typed["profile"]
    question = begun(Kind.YES_NO, key, draft.locales, is_scored=is_scored) | {"text": typed["text"]}
    section: Data = {"key": typed["key"], "questions": [question]}
    write_section(section, typed)
    sections_of(draft.data).insert(0 if typed["profile"] else len(sections_of(draft.data)), section)
    return key
