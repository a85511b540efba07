"""How to read the report."""

from django.utils.translation import gettext

from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Paragraph,
    Style,
    Words,
    between,
    flat,
    hue_mark,
    is_empty,
    strong,
)
from recommendations.report.formats.word.chapters.words import chapter
from recommendations.report.reading_words import points_words


def reading(content: ReportContent) -> list[Block]:
    if not content.shows["reading"]:
        return []
    names = between("   ", [(hue_mark(part.hue), part.figure.title) for part in content.barriers])
    terms: list[tuple[str, Words]] = [
        *_scores(content),
        *_actions(content),
        *_figures(content),
        (gettext("Colours"), names),
    ]
    return [
        *chapter(gettext("Orientation"), gettext("How to read this report"), "reading"),
        *[Paragraph((strong(term), "\t", *flat(words)), Style.FACT) for term, words in terms if not is_empty(words)],
    ]


def _scores(content: ReportContent) -> list[tuple[str, Words]]:
    lighter = gettext(
        "What is not known or not answered counts nothing. The lighter part of a bar shows how far the score could rise once it is known."
    )
    target = gettext("What a part is to reach, in points of its scale. What goes beyond it gives no credit.")
    return [
        (gettext("Score"), content.words.score),
        (gettext("Range"), lighter),
        (gettext("Level"), content.words.level if content.ladder.rungs else ""),
        (gettext("Target"), target if content.has_targets else ""),
        (gettext("Points open"), points_words(content)),
    ]


def _actions(content: ReportContent) -> list[tuple[str, Words]]:
    effect = gettext(
        "Found by scoring your answers again with the answers that the action would change. Effects of several actions overlap and must not be added up."
    )
    cost = gettext("Bands that experience suggests, before any subsidy. They are no quotation.")
    said: list[tuple[str, Words]] = [(gettext("Effect of an action"), effect), (gettext("Cost and time"), cost)]
    return said if content.actions else []


def _figures(content: ReportContent) -> list[tuple[str, Words]]:
    published = gettext(
        "Always with their scope, date and source. They describe other enterprises, often larger ones, and grade nobody."
    )
    return [(gettext("Published figures"), published)] if content.has_references else []
