"""What may be chosen where a part refers to another one."""

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Kind, Node
from assessment.scoring.texts import Text, localise
from recommendations.studio.measure.words import WORDS_OF_VALUES

LONGEST = 70
STATUSES = ("scored", "unscored", "not_enough_answers", "not_assessed")
INDENT = "\u2007\u2007"


def said(text: Text | None) -> str:
    """This function will return a text in the language of the page, short enough for a list."""
    words = localise(text or {}, get_language() or "")
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def question_choices(document: BankDocument, *, scored: bool = False) -> list[tuple[str, list[tuple[str, str]]]]:
    """This function will return the questions by section, or only those that can be scored."""
    return [
        (
            said(section.title),
            [
                (each.key, f"{each.key} · {said(each.short or each.text)}")
                for each in section.questions
                if not scored or each.kind is not Kind.TEXT
            ],
        )
        for section in document.sections
        if not (scored and section.profile)
    ]


def profile_questions(document: BankDocument, kind: Kind) -> list[tuple[str, str]]:
    """This function will return the questions of the profile that are answered in one way."""
    asked = [question for _, section, question in walk.questions(document) if section.profile]
    return [(each.key, f"{each.key} · {said(each.short or each.text)}") for each in asked if each.kind is kind]


def node_choices(document: BankDocument) -> list[tuple[str, str]]:
    return list(_nodes(document.tree, 0))


def _nodes(node: Node, depth: int) -> Iterator[tuple[str, str]]:
    yield node.key, f"{INDENT * depth}{said(node.title)}"
    for child in node.children:
        yield from _nodes(child, depth + 1)


def ladder_choices(document: BankDocument) -> list[tuple[str, str]]:
    """This function will return the ladders; none chosen means the levels of the bank."""
    return [("", _("the levels of the bank")), *[(ladder.key, ladder.key) for ladder in document.ladders]]


def item_choices(document: BankDocument) -> list[tuple[str, str]]:
    return [
        (f"{framework.key}:{item.key}", f"{framework.key} · {said(item.title)}")
        for framework in document.frameworks
        for item in framework.items
    ]


def status_choices(document: BankDocument) -> list[tuple[str, str]]:
    return [(status, str(WORDS_OF_VALUES["status", status])) for status in STATUSES]


def level_choices(document: BankDocument) -> list[tuple[str, str]]:
    """This function will return every level of the bank and its ladders once, by key."""
    levels = [*document.levels, *[level for ladder in document.ladders for level in ladder.levels]]
    return list({level.key: f"{level.key} · {said(level.title)}" for level in levels}.items())
