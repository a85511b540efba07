"""One move of the outline, as its form asks for it, and how it is told."""

from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.editing.flat import Data
from assessment.scoring.texts import localise
from recommendations.studio.editor.arranging import (
    CannotMove,
    LastQuestion,
    move_question,
    move_section,
    place_question,
    place_section,
    position_of,
)
from recommendations.studio.editor.parts import keys_of, question_at, section_at, sections_of

END = 9999


def move(data: Data, asked: dict[str, Any]) -> None:
    """This function will make the move of a cleaned `MoveForm` in flat data.

    Raises CannotMove, or Http404 for what is not there.
    """
    key, index = asked["key"], asked["index"]
    match asked["move"]:
        case "up" | "down" as way:
            move_question(data, key, -1 if way == "up" else 1)
        case "into":
            place_question(data, key, asked["section"], END if index is None else index)
        case "section_to":
            place_section(data, key, END if index is None else index)
        case way:
            move_section(data, key, -1 if way == "section_up" else 1)


def told(data: Data, asked: dict[str, Any], locale: str) -> str:
    """This function will return a sentence that says where the moved part stands now."""
    if asked["move"].startswith("section"):
        keys = keys_of(sections_of(data))
        return _("“%(what)s” is now section %(place)d of %(count)d.") % {
            "what": localise(section_at(data, asked["key"])["title"], locale),
            "place": keys.index(asked["key"]) + 1,
            "count": len(keys),
        }
    section, place, count = position_of(data, asked["key"])
    question = question_at(data, asked["key"])[1]
    return _("“%(what)s” is now question %(place)d of %(count)d in “%(section)s”.") % {
        "what": localise(question.get("short") or question["text"], locale),
        "place": place,
        "count": count,
        "section": localise(section["title"], locale),
    }


def why_not(refusal: CannotMove) -> str:
    """This function will return why a move is not made."""
    if isinstance(refusal, LastQuestion):
        return _("This is the only question of its section. Remove the section instead, or put another one in first.")
    return _("It stands at the end already.")
