"""Questions and sections taken out of a bank with all that belongs to them, or put in a second time."""

import copy
from typing import Any

from assessment.bank.editing.flat import Data
from recommendations.studio.editor.keys import copied_key, next_key, next_question_key
from recommendations.studio.editor.parts import keys_of, question_at, questions_of, section_at, sections_of
from recommendations.studio.uses_in_conditions import OF_QUESTIONS


def is_last(data: Data, key: str) -> bool:
    """This function will return whether a question is the only one of its section."""
    section, _question = question_at(data, key)
    return len(section["questions"]) == 1


def remove_question(data: Data, key: str) -> None:
    """This function will take out a question, its measures, and the answers to it in worked examples."""
    section, question = question_at(data, key)
    section["questions"].remove(question)
    _forget(data, {key})


def remove_section(data: Data, key: str) -> None:
    """This function will take out a section with its questions likewise."""
    section = section_at(data, key)
    sections_of(data).remove(section)
    _forget(data, set(keys_of(section["questions"])))


def _forget(data: Data, keys: set[str]) -> None:
    for node in data["nodes"]:
        if "measures" in node:
            node["measures"] = [each for each in node["measures"] if each["question"] not in keys]
    for example in data.get("examples", []):
        for part in ("answers", "baseline"):
            if part in example:
                example[part] = {key: answer for key, answer in example[part].items() if key not in keys}


def copy_question(data: Data, key: str) -> str:
    """This function will put a copy of a question behind it, counted where it is counted, and return its key."""
    section, question = question_at(data, key)
    new = next_question_key(data, section["key"])
    copied = copy.deepcopy(question) | {"key": new}
    section["questions"].insert(section["questions"].index(question) + 1, copied)
    _measure_alike(data, {key: new})
    return new


def copy_section(data: Data, key: str) -> str:
    """This function will put a copy of a section behind it and return its key.

    Its questions have new keys; what they ask of each other they ask of the copies.
    """
    section = section_at(data, key)
    new = copied_key(keys_of(sections_of(data)), key)
    taken = keys_of(list(questions_of(data)))
    keys: dict[str, str] = {}
    for old in keys_of(section["questions"]):
        keys[old] = _free_key([*taken, *keys.values()], old)
    copied = copy.deepcopy(section) | {"key": new}
    copied.pop("profile", None)
    copied["questions"] = [
        _renamed(question, keys) | {"key": keys[question["key"]]} for question in copied["questions"]
    ]
    sections_of(data).insert(sections_of(data).index(section) + 1, copied)
    _measure_alike(data, keys)
    return new


def _free_key(taken: list[str], key: str) -> str:
    return next_key(taken, [key], key) if key[-1].isdigit() else copied_key(taken, key)


def _measure_alike(data: Data, keys: dict[str, str]) -> None:
    for node in data["nodes"]:
        for measure in list(node.get("measures", [])):
            if measure["question"] in keys:
                node["measures"].append(copy.deepcopy(measure) | {"question": keys[measure["question"]]})


def _renamed(part: Any, keys: dict[str, str]) -> Any:
    """The same with the facts of conditions turned to the new questions."""
    if isinstance(part, dict):
        return {name: _fact(value, keys) if name == "fact" else _renamed(value, keys) for name, value in part.items()}
    return [_renamed(each, keys) for each in part] if isinstance(part, list) else part


def _fact(name: Any, keys: dict[str, str]) -> Any:
    family, _dot, key = str(name).partition(".")
    return f"{family}.{keys[key]}" if family in OF_QUESTIONS and key in keys else name
