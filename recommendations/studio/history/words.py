"""Differences in words: from what tells two documents apart to lines that name parts and fields as people know them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from django.utils.translation import gettext as _

from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.differences import CONDITIONS, Difference, Kind, differences
from assessment.bank.editing.flat import Data
from assessment.scoring.texts import Text
from recommendations.studio.forms import language_name
from recommendations.studio.history.effects import Effect, effect_of
from recommendations.studio.history.lines import Line
from recommendations.studio.history.moves import (
    MOST_MOVES_NAMED,
    carried_nodes,
    following,
    moved_keys,
    moved_questions,
    note_of_order,
)
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.schema import Found, Part, default_of, find, item_model
from recommendations.studio.history.shares import owner_of, share_at
from recommendations.studio.history.text_values import in_language, locales_of
from recommendations.studio.history.value_words import ANSWERS, Explain, Values, field_words, without_shared


@dataclass(frozen=True)
class Speaker:
    """Speaks about the differences of one bank or playbook.

    `names` know the documents on both sides; `explain_old` and `explain_new` turn conditions of either into sentences.
    `before` and `after` are the whole documents, None where only the differences are known: then no shares are said.
    """

    craft: Craft[Any, Any]
    names: Names
    explain_old: Explain
    explain_new: Explain
    before: Data | None = None
    after: Data | None = None

    def lines(self, found: Iterable[Difference]) -> list[Line]:
        """This function will return the lines of differences that belong together, in their order."""
        listed = list(found)
        moved = moved_questions(listed)
        lines: list[Line] = []
        for each in listed:
            pair = moved.get(each.place[-1]) if each.kind in (Kind.ADDED, Kind.REMOVED) else None
            if pair is None or each not in pair:
                lines += self._lines_of(each, listed)
            elif each is pair[1]:
                lines += self._moved_question(*pair)
        return lines

    def _lines_of(self, each: Difference, listed: list[Difference]) -> Iterator[Line]:
        found = find(self.craft.schema, each.place)
        if each.kind is Kind.ORDER:
            yield from self._order(each, found, listed)
        elif each.kind is not Kind.CHANGED:
            what = _("was added") if each.kind is Kind.ADDED else _("was removed")
            yield self._event(each, found, self._subject(each, found), what)
        elif found.annotation in (Text, list[Text]) or self._is_named_text(found):
            yield from self._texts(each, found)
        else:
            yield self._value(each, found)

    def _subject(self, each: Difference, found: Found) -> str:
        item = each.after if each.after is not None else each.before
        return self.names.subject(found, item if not found.field and isinstance(item, dict) else None)

    def _event(self, each: Difference, found: Found, subject: str, what: str, **more: Any) -> Line:
        more = {"back": (each.reversed(),), "place": ".".join(each.place), "effect": effect_of(found)} | more
        return Line(subject, what, in_playbook=self._in_playbook, is_event=True, **more)

    @property
    def _in_playbook(self) -> bool:
        return self.craft.word == "playbook"

    def _order(self, each: Difference, found: Found, listed: list[Difference]) -> Iterator[Line]:
        moved = [key for key in moved_keys(each.before, each.after) if key not in self._carried(each, listed)]
        model = item_model(found.annotation)
        more = {"effect": effect_of(found, is_order=True), "note": note_of_order(found.field)}
        if len(moved) > MOST_MOVES_NAMED or model is None:
            what = _("has “%(field)s” in another order") % {"field": field_words(found.part.model, found.field)}
            yield self._event(each, found, self.names.subject(found), what, **more)
            return
        for key in moved:
            part = Part(model, key, (*each.place, key))
            subject = self.names.subject(Found((*found.parts, part), "", None, ()))
            what = self._moved_before(each, model, key)
            yield self._event(each, found, subject, what, place=".".join(part.place), **more)

    def _carried(self, each: Difference, listed: list[Difference]) -> set[str]:
        if each.place != ("nodes",):
            return set()
        parents = {node["key"]: node.get("parent", "") for node in self.names.documents[0].get("nodes", [])}
        return carried_nodes(listed, parents)

    def _moved_before(self, each: Difference, model: Any, key: str) -> str:
        behind = following(each.after, key)
        if not behind:
            return _("was moved to the end")
        part = self.names.part(Part(model, behind, (*each.place, behind)))
        return _("was moved before %(part)s") % {"part": part}

    def _moved_question(self, removed: Difference, added: Difference) -> Iterator[Line]:
        found = find(self.craft.schema, added.place)
        sections = {"old": removed.place[1], "new": added.place[1]}
        titles = {name: self.names.of_key("sections", key) for name, key in sections.items()}
        back = (
            Difference(added.place, Kind.REMOVED, before=added.after, follows=added.follows),
            Difference(removed.place, Kind.ADDED, after=added.after, follows=removed.follows),
        )
        what = _("was moved from section “%(old)s” to “%(new)s”") % titles
        yield self._event(added, found, self.names.subject(found, added.after), what, back=back, effect=Effect.ORDER)
        inner = differences(removed.before, added.after, added.place)
        for each in inner:
            yield from self._lines_of(each, inner)

    def _is_named_text(self, found: Found) -> bool:
        mapping = get_origin(found.annotation) is dict and get_args(found.annotation)[1] == Text
        return mapping and bool(found.rest)

    def _texts(self, each: Difference, found: Found) -> Iterator[Line]:
        what, subject = self._what(found), self.names.subject(found)
        named = found.annotation not in (Text, list[Text])
        locales = found.rest[1 if named else 0 :]
        for locale in locales or locales_of(each.before, each.after):
            old, new = ((value if locales else in_language(value, locale)) or "" for value in (each.before, each.after))
            if old != new:
                yield Line(
                    subject,
                    _("%(field)s, %(language)s") % {"field": what, "language": language_name(locale)},
                    ".".join(each.place if locales else (*each.place, locale)),
                    effect_of(found),
                    (each.reversed(),),
                    old,
                    new,
                    in_playbook=self._in_playbook,
                    is_text=True,
                    language=locale,
                )

    def _what(self, found: Found) -> str:
        what = field_words(found.part.model, found.field)
        rest = found.rest if found.annotation not in (Text, list[Text]) else ()
        is_text = get_origin(found.annotation) is dict and get_args(found.annotation)[1] == Text
        for number, key in enumerate(rest[:1] if is_text else rest):
            said = self._values(self.explain_new).key(key, found.field) if number == 0 else self._inner(found, key)
            what = _("%(field)s, “%(key)s”") % {"field": what, "key": said}
        return what

    def _inner(self, found: Found, key: str) -> str:
        model = item_model(get_args(found.annotation)[1]) if get_origin(found.annotation) is dict else None
        return key if model is None else field_words(model, key)

    def _value(self, each: Difference, found: Found) -> Line:
        before, after = without_shared(each.before, each.after)
        return Line(
            self.names.subject(found),
            self._what(found),
            ".".join(each.place),
            effect_of(found),
            (each.reversed(),),
            self._said(before, found, self.explain_old),
            self._said(after, found, self.explain_new),
            self._share(each),
            in_playbook=self._in_playbook,
            is_condition=found.field in CONDITIONS,
        )

    def _said(self, value: Any, found: Found, explain: Explain) -> str:
        values = self._values(explain)
        if get_origin(found.annotation) is not dict or not found.rest:
            value = default_of(found.part.model, found.field) if value is None else value
            return values.said(value, found.annotation, found.field)
        if found.field in ANSWERS:
            return values.answer(value, found.rest[0])
        return values.said(value, get_args(found.annotation)[1], found.rest[-1])

    def _values(self, explain: Explain) -> Values:
        return Values(self.names, explain)

    def _share(self, each: Difference) -> str:
        if self.before is None or self.after is None:
            return ""
        old, new = (share_at(side, each.place) for side in (self.before, self.after))
        owner = owner_of(self.after, each.place)
        if not (old and new and owner) or old == new:
            return ""
        return _("(its share of “%(owner)s”: %(old)s → %(new)s)") % {
            "owner": self.names.of_key("nodes", owner),
            "old": old,
            "new": new,
        }
