"""The place of a finding as a person would say it: the name of the part, and the field in it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from assessment.scoring import walk
from assessment.scoring.texts import Text, localise
from recommendations.studio.forms import language_name
from recommendations.studio.trial.copies import Copies
from recommendations.studio.trial.field_words import field_word

JOINT = " › "
LONGEST = 60


class PlaceWords:
    """Names the places of one pair of working copies in one language."""

    def __init__(self, copies: Copies, locale: str) -> None:
        self._copies, self._locale = copies, locale
        self._bank = dict(self._named_in_bank())
        self._playbook = dict(self._named_in_playbook())

    def of(self, place: str, *, in_playbook: bool = False) -> str:
        """This function will return where `place` is, the most particular part by its title: "EQ04: Share of … › credit"."""
        named = self._playbook if in_playbook else self._bank
        names = place.split(".")
        for length in range(len(names), 0, -1):
            title = named.get(".".join(names[:length]))
            if title is not None:
                return JOINT.join([title, *map(self._field, names[length:])])
        return JOINT.join(map(self._field, names)) if place else _("The document as a whole")

    def _field(self, name: str) -> str:
        return language_name(name) if name in self._copies.bank.locales else field_word(name)

    def _named_in_bank(self) -> Iterator[tuple[str, str]]:
        bank = self._copies.bank
        for section in bank.sections:
            yield f"sections.{section.key}", self._name(section.key, section.title)
        for place, _section, question in walk.questions(bank):
            yield place, self._name(question.key, question.short or question.text)
        for place, node in walk.nodes(bank):
            yield place, self._name(node.key, node.title)
        for part in ("levels", "consistency", "reference_lines", "frameworks", "readings", "examples"):
            for item in getattr(bank, part):
                yield f"{part}.{item.key}", self._name(item.key, getattr(item, "title", {}))
        for ladder in bank.ladders:
            for level in ladder.levels:
                yield f"ladders.{ladder.key}.levels.{level.key}", self._name(level.key, level.title)

    def _named_in_playbook(self) -> Iterator[tuple[str, str]]:
        playbook = self._copies.playbook
        if playbook is None:
            return
        for action in playbook.actions:
            yield f"actions.{action.key}", self._name(action.key, action.title)
        for rule in playbook.rules:
            yield f"rules.{rule.key}", rule.key

    def _name(self, key: str, title: Text) -> str:
        said = localise(title, self._locale)
        said = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
        return _("%(key)s: %(title)s") % {"key": key, "title": said} if said else key
