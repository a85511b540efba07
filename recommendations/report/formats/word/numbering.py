"""How lists are numbered: one way for all bullets, one for all numbers, and a new count for each numbered list."""

from recommendations.report.formats.word.markup import element, root, value
from recommendations.report.formats.word.measures import twips
from recommendations.report.formats.word.writer import FIRST_LIST

BULLETS, NUMBERS = 1, 2
PLACES = ((1, "bullet", "•", "ListBullet"), (2, "decimal", "%1.", "ListNumber"))


def numbering_xml(list_count: int) -> str:
    """This function will return the part that numbers `list_count` lists, and those of the two styles."""
    kinds = (_kind(*place) for place in PLACES)
    plain = (element("num", value("abstractNumId", kind), numId=kind) for kind in (BULLETS, NUMBERS))
    begun = element("lvlOverride", value("startOverride", 1), ilvl=0)
    counts = (
        element("num", value("abstractNumId", NUMBERS), begun, numId=FIRST_LIST + number)
        for number in range(list_count)
    )
    return root("numbering", *kinds, *plain, *counts)


def _kind(number: int, form: str, sign: str, style: str) -> str:
    place = element("pPr", element("ind", left=twips(6), hanging=twips(5)))
    level = element(
        "lvl",
        value("start", 1),
        value("numFmt", form),
        value("pStyle", style),
        value("lvlText", sign),
        value("lvlJc", "left"),
        place,
        ilvl=0,
    )
    return element("abstractNum", value("multiLevelType", "singleLevel"), level, abstractNumId=number)
