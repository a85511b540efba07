"""Lines counted and put together by the kind of part that they change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy, pgettext_lazy

from recommendations.studio.history.effects import Effect
from recommendations.studio.history.lines import Line


class Group(StrEnum):
    HEAD = "head"
    SECTIONS = "sections"
    QUESTIONS = "questions"
    MEASURE = "measure"
    LEVELS = "levels"
    CHECKS = "checks"
    FIGURES = "figures"
    EXAMPLES = "examples"
    ADVICE = "advice"
    ACTIONS = "actions"
    RULES = "rules"


TITLES: dict[Group, Any] = {
    Group.HEAD: gettext_lazy("Head of the bank"),
    Group.SECTIONS: pgettext_lazy("studio", "Sections"),
    Group.QUESTIONS: pgettext_lazy("studio", "Questions"),
    Group.MEASURE: pgettext_lazy("studio", "Measure"),
    Group.LEVELS: pgettext_lazy("studio", "Levels"),
    Group.CHECKS: gettext_lazy("Consistency checks"),
    Group.FIGURES: gettext_lazy("Figures and frameworks"),
    Group.EXAMPLES: gettext_lazy("Worked examples"),
    Group.ADVICE: gettext_lazy("Head of the advice"),
    Group.ACTIONS: pgettext_lazy("studio", "Actions"),
    Group.RULES: pgettext_lazy("studio", "Rules"),
}
GROUPS_OF_THE_BANK = {
    "sections": Group.SECTIONS,
    "nodes": Group.MEASURE,
    "readings": Group.MEASURE,
    "levels": Group.LEVELS,
    "ladders": Group.LEVELS,
    "consistency": Group.CHECKS,
    "reference_lines": Group.FIGURES,
    "frameworks": Group.FIGURES,
    "size": Group.FIGURES,
    "examples": Group.EXAMPLES,
}
GROUPS_OF_THE_PLAYBOOK = {"actions": Group.ACTIONS, "rules": Group.RULES}


@dataclass
class Grouped:
    """The lines of one kind of part. `words` and `other` count parts, not lines."""

    group: Group
    lines: list[Line] = field(default_factory=list)

    @property
    def title(self) -> str:
        return str(TITLES[self.group])

    @property
    def other(self) -> int:
        return len(self._parts(True))

    @property
    def words(self) -> int:
        return len(self._parts(False) - self._parts(True))

    def _parts(self, is_major: bool) -> set[str]:
        return {part_of(line) for line in self.lines if line.is_major is is_major}


def group_of(line: Line) -> Group:
    """This function will return the kind of part that a line is about."""
    names = line.place.split(".")
    if line.in_playbook:
        return GROUPS_OF_THE_PLAYBOOK.get(names[0], Group.ADVICE)
    if names[0] == "sections" and len(names) > 3 and names[2] == "questions":
        return Group.QUESTIONS
    return GROUPS_OF_THE_BANK.get(names[0], Group.HEAD)


def part_of(line: Line) -> str:
    """This function will return the address of the part that a line is about: of the question, the node, the rule."""
    names = line.place.split(".")
    return ".".join(names[: 4 if group_of(line) is Group.QUESTIONS else 2])


def grouped(lines: Iterable[Line]) -> list[Grouped]:
    """This function will return the lines by kind of part, in a fixed order, without empty groups."""
    groups = {group: Grouped(group) for group in Group}
    for line in lines:
        groups[group_of(line)].lines.append(line)
    return [each for each in groups.values() if each.lines]


def with_effect(lines: Sequence[Line], effect: str) -> list[Line]:
    """This function will return the lines with one effect; all for anything else."""
    return [line for line in lines if line.effect == effect] if effect in set(Effect) else list(lines)
