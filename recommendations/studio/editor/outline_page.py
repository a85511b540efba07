"""The outline of a bank: its sections with their questions, as one page shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from assessment.bank.editing.flat import Data
from assessment.responses.bank_words import marked
from assessment.scoring.document import Kind
from recommendations.studio.editor.kinds import NAMES
from recommendations.studio.editor.parts import sections_of


@dataclass(frozen=True, slots=True)
class Feed:
    """A barrier, or another part of the tree right below its root, to which a question counts."""

    key: str
    title: SafeString


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """`words` is everything that can be searched for."""

    key: str
    words: str
    text: SafeString
    kind: str | Promise
    is_core: bool
    is_required: bool
    is_conditional: bool
    feeds: tuple[Feed, ...]


@dataclass(frozen=True, slots=True)
class SectionLine:
    key: str
    title: SafeString
    is_profile: bool
    count: int
    questions: tuple[QuestionLine, ...]


def outline_of(data: Data, locale: str, search: str = "") -> list[SectionLine]:
    """This function will return the sections with the questions in which `search` stands, or with all of them.

    Sections in which nothing is found are left out. Searched are keys and texts in every language.
    """
    feeds = feeds_by_question(data, locale)
    lines = [_section(section, feeds, locale, search.strip().lower()) for section in sections_of(data)]
    return [line for line in lines if line.questions or not search.strip()]


def _section(section: Data, feeds: dict[str, tuple[Feed, ...]], locale: str, search: str) -> SectionLine:
    found = [each for each in section["questions"] if not search or any(search in text for text in _searched(each))]
    return SectionLine(
        key=section["key"],
        title=marked(section["title"], locale),
        is_profile=section.get("profile", False),
        count=len(section["questions"]),
        questions=tuple(_question(question, feeds, locale) for question in found),
    )


def _question(question: Data, feeds: dict[str, tuple[Feed, ...]], locale: str) -> QuestionLine:
    return QuestionLine(
        key=question["key"],
        words=" ".join(_searched(question)),
        text=marked(question.get("short") or question["text"], locale),
        kind=NAMES[Kind(question["kind"])],
        is_core=question.get("core", False),
        is_required=question.get("required", False),
        is_conditional="visible_if" in question,
        feeds=feeds.get(question["key"], ()),
    )


def _searched(question: Data) -> Iterator[str]:
    yield question["key"].lower()
    for name in ("text", "short", "help"):
        yield from (text.lower() for text in question.get(name, {}).values())


def feeds_by_question(data: Data, locale: str) -> dict[str, tuple[Feed, ...]]:
    """This function will return what each measured question feeds, in the order of the tree, each once."""
    tops = _tops(data)
    found: dict[str, dict[str, Feed]] = {}
    for node in data["nodes"]:
        top = tops[node["key"]]
        for measure in node.get("measures", []):
            feed = Feed(top["key"], marked(top["title"], locale))
            found.setdefault(measure["question"], {})[top["key"]] = feed
    return {key: tuple(feeds.values()) for key, feeds in found.items()}


def _tops(data: Data) -> dict[str, Data]:
    """For each node the one right below the root that it belongs to; the root for itself."""
    tops: dict[str, Data] = {}
    root = next((node["key"] for node in data["nodes"] if "parent" not in node), "")
    for node in data["nodes"]:
        parent = node.get("parent", root)
        tops[node["key"]] = node if parent == root else tops.get(parent, node)
    return tops
