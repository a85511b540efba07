"""What the page says before a question or a section is removed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessment.bank.editing.applying import value_at
from assessment.bank.editing.flat import Data
from assessment.scoring.texts import localise
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import playbook_draft
from recommendations.studio.editor.parts import keys_of, question_at, section_at, sections_of
from recommendations.studio.editor.removing import is_last
from recommendations.studio.editor.usage import Usage, going_along, in_the_way
from recommendations.studio.places import page_of


@dataclass(frozen=True, slots=True)
class UsedAt:
    """A place in words, and the page where it is changed."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Removal:
    """`refusal` says why it cannot be, besides the places `in_the_way`; "" where nothing else is against it."""

    title: str
    count: int
    back: str
    along: tuple[UsedAt, ...]
    in_the_way: tuple[UsedAt, ...]
    refusal: str

    @property
    def is_possible(self) -> bool:
        return not self.in_the_way and not self.refusal


def question_removal(workshop: Workshop, data: Data, key: str, locale: str) -> Removal:
    """This function will return what removing a question takes along and what stands in its way."""
    _section, question = question_at(data, key)
    refusal = _("It is the only question of its section. Remove the section instead.") if is_last(data, key) else ""
    title = localise(question.get("short") or question["text"], locale)
    return _removal(workshop, data, [key], title, f"q-{key}", refusal, locale)


def section_removal(workshop: Workshop, data: Data, key: str, locale: str) -> Removal:
    """This function will return the same of a section with all its questions."""
    section = section_at(data, key)
    refusal = _("It is the last section; a bank has one at least.") if len(sections_of(data)) == 1 else ""
    title = localise(section["title"], locale)
    return _removal(workshop, data, keys_of(section["questions"]), title, f"s-{key}", refusal, locale)


def _removal(
    workshop: Workshop, data: Data, keys: list[str], title: str, back: str, refusal: str, locale: str
) -> Removal:
    playbook = playbook_draft(workshop).data if workshop.playbook else None
    slug, removed = workshop.bank.slug, frozenset(keys)

    def used_at(usages: Iterable[Usage]) -> tuple[UsedAt, ...]:
        return tuple(
            UsedAt(
                _in_words((playbook or {}) if usage.in_playbook else data, usage, locale),
                page_of(slug, usage.place, in_playbook=usage.in_playbook),
            )
            for usage in usages
        )

    along, against = going_along(data, removed), in_the_way(data, playbook, removed)
    return Removal(title, len(keys), back, used_at(along), used_at(against), refusal)


def _in_words(data: Data, usage: Usage, locale: str) -> str:
    names = usage.place.split(".")
    words = {
        "nodes": _("Weight in “%(what)s”"),
        "examples": _("Answer of the worked example “%(what)s”"),
        "sections": _("Condition for asking “%(what)s”"),
        "levels": _("Condition of the level “%(what)s”"),
        "ladders": _("Condition of a level of “%(what)s”"),
        "consistency": _("Contradiction “%(what)s”"),
        "size": _("Size of the enterprise: %(what)s"),
        "rules": _("Rule “%(what)s”"),
        "actions": _("Whom the action “%(what)s” suits"),
    }
    return words.get(names[0], "%(what)s") % {"what": _name(data, names, locale)}


def _name(data: Data, names: list[str], locale: str) -> str:
    """What the part is called; a rule and a contradiction have no title but their key."""
    here = tuple(names[:4] if names[0] == "sections" else names[:2])
    part = value_at(data, here)
    if not isinstance(part, dict):
        return names[-1]
    text = part.get("short") or part.get("text") or part.get("title") or part.get("message")
    return localise(text, locale) if text else names[1]
