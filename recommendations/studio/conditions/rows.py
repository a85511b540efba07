"""A sketch as the template shows it: groups and lines with the names, labels, choices and marks of their controls."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.scoring.answers import plain
from assessment.scoring.fact_catalogue import Fact
from assessment.scoring.texts import localise
from recommendations.studio.conditions.changing import DEEPEST_NEW_GROUP
from recommendations.studio.conditions.comparisons import label, offered
from recommendations.studio.conditions.faults import scale
from recommendations.studio.conditions.names import Names
from recommendations.studio.conditions.operands import FIELDS, WRITTEN, Control, control_of, texts_of
from recommendations.studio.conditions.reach import Reach, reach_of
from recommendations.studio.conditions.sketch import ROOT, Group, Joint, Line, Part, lines_of
from recommendations.studio.conditions.subjects import ConditionSubject

Row = dict[str, Any]
Choice = dict[str, Any]


@dataclass(frozen=True)
class Rows:
    """`faults` by path; `focus` is a control, `opened` the line whose fact is being chosen anew."""

    subject: ConditionSubject
    faults: Mapping[str, str]
    focus: str = ""
    opened: str = ""

    def of(self, group: Group) -> Row:
        """This function will return the outermost group for the template, with everything in it."""
        numbers = {path: number for number, (path, _line) in enumerate(lines_of(group), start=1)}
        return self._group(group, ROOT, numbers)

    @cached_property
    def _names(self) -> Names:
        return Names(self.subject.document, self.subject.facts, self.subject.language)

    def _part(self, part: Part, path: str, numbers: Mapping[str, int]) -> Row:
        return self._group(part, path, numbers) if isinstance(part, Group) else self._line(part, path, numbers[path])

    def _group(self, group: Group, path: str, numbers: Mapping[str, int]) -> Row:
        parts = [self._part(part, f"{path}-{index}", numbers) for index, part in enumerate(group.parts)]
        is_plain = group.joint in {Joint.ALL, Joint.ANY} and len(parts) < 2
        return {
            "is_group": True,
            "path": path,
            "is_root": path == ROOT,
            "number": "" if path == ROOT else ".".join(str(int(step) + 1) for step in path.split("-")[1:]),
            "joint": group.joint.value,
            "joints": [_choice(joint.value, said, group.joint) for joint, said in _joints().items()],
            "shows_joint": path != ROOT or not is_plain,
            "wrapped": group.wrapped,
            "parts": parts,
            "may_nest": path.count("-") < DEEPEST_NEW_GROUP,
            "focus": self._focus(path),
        }

    def _line(self, line: Line, path: str, number: int) -> Row:
        fact = self.subject.facts.get(line.fact)
        control = control_of(fact, line.how)
        kept = texts_of(line.value, fact, control)
        texts = line.texts if line.texts is not None else (kept or ())
        is_misfit = line.value is not None and kept is None
        is_open = line.is_blank or path == self.opened
        return {
            "is_group": False,
            "path": path,
            "number": number,
            "fact": line.fact,
            "title": self._title(line.fact, fact),
            "is_gone": not line.is_blank and fact is None,
            "is_open": is_open,
            "headings": list(self._headings(line.fact)) if is_open else [],
            "how": line.how,
            "hows": [_choice(how, label(how, fact), line.how) for how in self._hows(fact, line.how)],
            "control": control.value,
            "misfit": _shown(line.value) if is_misfit else "",
            "fields": _fields(control, texts, fact),
            "choices": self._choices(control, texts, fact),
            "unit": _unit(fact, self.subject.language),
            "scale": scale(fact) if fact is not None and control in {Control.NUMBER, Control.NUMBERS} else "",
            "was": json.dumps({"fact": line.fact, "how": line.how, "value": line.value}, ensure_ascii=False),
            "fault": self.faults.get(path, ""),
            "focus": self._focus(path),
        }

    def _focus(self, path: str) -> str:
        owner, _colon, what = self.focus.partition(":")
        return what if owner == path else ""

    def _title(self, name: str, fact: Fact | None) -> str:
        return self._names.title(fact) if fact is not None else name

    def _hows(self, fact: Fact | None, how: str) -> list[str]:
        return [how] if fact is None else offered(fact, how)

    def _headings(self, chosen: str) -> Iterator[Row]:
        for heading in self._names.headings():
            facts = [self.subject.facts[name] for name in heading.facts]
            within = [fact for fact in facts if reach_of(fact, self.subject.standing) is Reach.WITHIN]
            if within:
                choices = [_choice(fact.name, self._names.title(fact), chosen) for fact in within]
                yield {"title": heading.title, "choices": choices}

    def _choices(self, control: Control, texts: tuple[str, ...], fact: Fact | None) -> list[list[Choice]]:
        """The options of every select, or of the one list of boxes; what is chosen and gone is among them, marked."""
        if fact is None or control not in {Control.ONE, Control.MANY, Control.LEVEL, Control.LEVELS}:
            return []
        slots = [texts] if control is Control.MANY else [(text,) for text in _padded(control, texts)]
        return [self._options(fact, slot) for slot in slots]

    def _options(self, fact: Fact, chosen: tuple[str, ...]) -> list[Choice]:
        known = [
            {"value": key, "label": localise(text, self.subject.language) or key, "is_chosen": key in chosen}
            for key, text in fact.options.items()
        ]
        gone = [text for text in chosen if text and text not in fact.options]
        return known + [{"value": text, "label": _gone(text), "is_chosen": True} for text in gone]


def _joints() -> Mapping[Joint, str]:
    return {
        Joint.ALL: pgettext("condition", "All of these are true"),
        Joint.ANY: pgettext("condition", "At least one of these is true"),
        Joint.NONE: pgettext("condition", "None of these is true"),
        Joint.NOT_ALL: pgettext("condition", "Not all of these are true"),
    }


def _choice(value: str, said: str, chosen: str) -> Choice:
    return {"value": value, "label": said, "is_chosen": value == chosen}


def _gone(text: str) -> str:
    return _("no longer exists: %(name)s") % {"name": text}


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _padded(control: Control, texts: tuple[str, ...]) -> tuple[str, ...]:
    return (*texts, "", "")[: FIELDS[control]]


def _unit(fact: Fact | None, locale: str) -> str:
    if fact is None:
        return ""
    return "%" if fact.is_share else localise(fact.unit, locale)


def _fields(control: Control, texts: tuple[str, ...], fact: Fact | None) -> list[Row]:
    """Fields for numbers. Bounds and steps that what is written there does not keep are left to the server."""
    if fact is None or control not in {Control.NUMBER, Control.NUMBERS}:
        return []
    return [_number_field(text, fact) for text in _padded(control, texts)]


def _number_field(text: str, fact: Fact) -> Row:
    factor = 100 if fact.is_share else 1
    number = _decimal(text)
    low = None if fact.minimum is None else fact.minimum * factor
    high = None if fact.maximum is None else fact.maximum * factor
    step = Decimal(1).scaleb(-fact.decimals)
    is_on_grid = number is None or (number - (low or 0)) % step == 0
    return {
        "value": text,
        "type": "number" if number is not None or not text else "text",
        "minimum": plain(low) if low is not None and (number is None or number >= low) else "",
        "maximum": plain(high) if high is not None and (number is None or number <= high) else "",
        "step": plain(step) if fact.question is not None and not fact.is_share and is_on_grid else "any",
    }


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if WRITTEN.fullmatch(text) else None
