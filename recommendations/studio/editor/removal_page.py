"""What the page says before a question or a section is removed."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.scoring.texts import localise
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import Draft, playbook_draft
from recommendations.studio.editor.parts import keys_of, question_at, section_at, sections_of
from recommendations.studio.editor.removing import is_last
from recommendations.studio.places import page_of
from recommendations.studio.uses import Use, uses_of

GOES_ALONG = ("nodes.", "examples.")
"""Measures and the answers of worked examples are taken out with a question; whatever else names it stands in the way."""


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


def question_removal(workshop: Workshop, draft: Draft, key: str, locale: str) -> Removal:
    """This function will return what removing a question takes along and what stands in its way."""
    _section, question = question_at(draft.data, key)
    last = is_last(draft.data, key)
    refusal = _("It is the only question of its section. Remove the section instead.") if last else ""
    title = localise(question.get("short") or question["text"], locale)
    return _removal(workshop, draft, [key], title, f"q-{key}", refusal)


def section_removal(workshop: Workshop, draft: Draft, key: str, locale: str) -> Removal:
    """This function will return the same of a section with all its questions."""
    section = section_at(draft.data, key)
    last = len(sections_of(draft.data)) == 1
    refusal = _("It is the last section; a bank has one at least.") if last else ""
    return _removal(
        workshop, draft, keys_of(section["questions"]), localise(section["title"], locale), f"s-{key}", refusal
    )


def uses_of_all(workshop: Workshop, draft: Draft, family: str, keys: Iterable[str]) -> list[Use]:
    """This function will return what refers to any of the parts, in bank and playbook, each place once."""
    playbook = playbook_draft(workshop).document if workshop.playbook else None
    return list(dict.fromkeys(use for key in keys for use in uses_of(draft.document, playbook, family, key)))


def used_at(workshop: Workshop, uses: Iterable[Use]) -> tuple[UsedAt, ...]:
    """This function will return places with the pages where they are changed."""
    slug = workshop.bank.slug
    return tuple(UsedAt(use.words, page_of(slug, use.place, in_playbook=use.in_playbook)) for use in uses)


def goes_along(use: Use) -> bool:
    return not use.in_playbook and use.place.startswith(GOES_ALONG)


def _removal(workshop: Workshop, draft: Draft, keys: list[str], title: str, back: str, refusal: str) -> Removal:
    found = uses_of_all(workshop, draft, "question", keys)
    inside = tuple(f".questions.{key}." for key in keys)
    along = [use for use in found if goes_along(use)]
    against = [use for use in found if not goes_along(use) and not _is_inside(use, inside)]
    return Removal(title, len(keys), back, _along(workshop, along), used_at(workshop, against), refusal)


def _along(workshop: Workshop, uses: list[Use]) -> tuple[UsedAt, ...]:
    """Worked examples lose an answer and stay themselves: they are counted."""
    counted = [use for use in uses if not use.place.startswith("examples.")]
    examples = [use for use in uses if use.place.startswith("examples.")]
    keys = {use.place.split(".")[1] for use in examples}
    found = used_at(workshop, counted)
    if not examples:
        return found
    words = ngettext("Its answer in %(count)d worked example", "Its answers in %(count)d worked examples", len(keys))
    [page, *_others] = [each.url for each in used_at(workshop, examples)]
    page = page if len(keys) == 1 else f"{reverse('studio:scoring', args=[workshop.bank.slug])}?show=examples"
    return (*found, UsedAt(words % {"count": len(keys)}, page))


def _is_inside(use: Use, inside: tuple[str, ...]) -> bool:
    """What a removed question asks of another removed one goes with it."""
    return not use.in_playbook and any(each in use.place for each in inside)
