"""Reading the controls of a builder back into a sketch. Whatever arrives makes one; what it lacks is said later.

Controls are named "<field>:<path>:<what>": `joint` and `wrapped` of a group; `fact`, `how`, `value` and `was` of a line,
where `was` is the line as it was shown. Paths are positions: "0" is the outermost group, "0-2" its third part.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.scoring.fact_catalogue import Fact
from recommendations.studio.conditions.changing import Act, Changed, changed
from recommendations.studio.conditions.comparisons import fits, offered
from recommendations.studio.conditions.operands import adapted, control_of, texts_of, value_of
from recommendations.studio.conditions.sketch import ROOT, Group, Joint, Line, Part

Facts = Mapping[str, Fact]
PATH = r"(0(?:-\d{1,3})*)"
CONTROL = re.compile(rf":{PATH}:(?:joint|fact|was)", re.ASCII)
ACT = re.compile(rf"(line|group|remove|change|show):{PATH}", re.ASCII)
JOINTS = frozenset(joint.value for joint in Joint)
MOST_PARTS = 300
DEEPEST = 24  # files are read to twenty levels in all
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Sketch:
    """What arrived. `came`: at all. `is_building`: by a button of the builder, so nothing is to be faulted yet."""

    changed: Changed
    came: bool = True
    is_building: bool = False
    is_too_long: bool = False

    @property
    def group(self) -> Group:
        return self.changed.group


def read_sketch(data: Mapping[str, Any], name: str, facts: Facts) -> Sketch:
    """This function will return what was posted under the field `name`."""
    paths = _paths(data, name)
    if len(paths) > MOST_PARTS or any(path.count("-") > DEEPEST for path in paths):
        return Sketch(Changed(Group()), is_too_long=True)
    group = _Reader(data, name, facts, paths).group(ROOT)
    act = ACT.fullmatch(str(data.get(act_name(name), "")))
    after = changed(group, Act(act[1], act[2])) if act else Changed(group)
    return Sketch(after, came=ROOT in paths, is_building=act_name(name) in data)


def act_name(name: str) -> str:
    """This function will return the name of the buttons of a builder."""
    return f"{name}:act"


def _paths(data: Mapping[str, Any], name: str) -> dict[str, list[str]]:
    """Every path that arrived, with the paths of its parts in order."""
    found = {match[1] for key in data if key.startswith(f"{name}:") and (match := CONTROL.fullmatch(key[len(name) :]))}
    below: dict[str, list[str]] = {path: [] for path in found}
    for path in sorted(found, key=lambda each: [int(step) for step in each.split("-")]):
        owner = path.rpartition("-")[0]
        if owner in below:
            below[owner].append(path)
    return below


class _Reader:
    def __init__(self, data: Mapping[str, Any], name: str, facts: Facts, below: Mapping[str, list[str]]) -> None:
        self._data = data
        self._name = name
        self._facts = facts
        self._below = below

    def group(self, path: str) -> Group:
        joint = self._text(path, "joint")
        parts = tuple(self._part(each) for each in self._below.get(path, ()))
        known = Joint(joint) if joint in JOINTS else Joint.ALL
        return Group(known, parts, wrapped=bool(self._text(path, "wrapped")))

    def _part(self, path: str) -> Part:
        return self.group(path) if f"{self._name}:{path}:joint" in self._data else self._line(path)

    def _line(self, path: str) -> Line:
        name, how = self._text(path, "fact"), self._text(path, "how")
        was, fact = _was(self._text(path, "was")), self._facts.get(name)
        if was.fact != name:
            return _begun(name, how, fact)
        if fact is None:
            return Line(name, how, None, was.value)
        return _continued(was, how, fact, self._texts(path))

    def _text(self, path: str, what: str) -> str:
        return str(self._data.get(f"{self._name}:{path}:{what}", ""))[:LONGEST]

    def _texts(self, path: str) -> tuple[str, ...]:
        return tuple(_list(self._data, f"{self._name}:{path}:value"))


def _begun(name: str, how: str, fact: Fact | None) -> Line:
    """A line whose fact was just chosen: nothing is left of what the one before was compared with."""
    if fact is not None and not fits(how, fact):
        how = offered(fact, "")[0]
    return Line(name, how, adapted((), control_of(fact, how)))


def _continued(was: Line, how: str, fact: Fact, texts: tuple[str, ...]) -> Line:
    """A line about the same fact. What does not fit its fields is kept as it was until something else is chosen."""
    control = control_of(fact, how)
    if how != was.how:
        taken = adapted(texts, control)
        return Line(was.fact, how, taken, value_of(taken, fact, control, None))
    if not any(texts) and was.value is not None and texts_of(was.value, fact, control) is None:
        return Line(was.fact, how, None, was.value)
    return Line(was.fact, how, texts, value_of(texts, fact, control, was.value))


def _list(data: Mapping[str, Any], name: str) -> Sequence[str]:
    """Query dictionaries hold lists; plain ones, from whoever fills a form in a program, may."""
    values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
    return [str(value) for value in ([values] if isinstance(values, str) else values)]


def _was(text: str) -> Line:
    """What no page and no document can hold, such as half a character or an endless number, was never shown."""
    try:
        was = json.loads(text)
        json.dumps(was, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return Line()
    if not isinstance(was, dict) or not _is_operand(was.get("value")):
        return Line()
    return Line(str(was.get("fact", "")), str(was.get("how", "")), None, was.get("value"))


def _is_operand(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return value is None or all(isinstance(item, int | float | str) and not isinstance(item, bool) for item in items)
