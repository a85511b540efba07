"""A condition as it stands in the builder: lines in groups, finished or not, and back to the data of the document."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assessment.scoring.conditions import Operator
from recommendations.studio.conditions.comparisons import DENIABLE, DENIED

Data = dict[str, Any]


class Joint(StrEnum):
    """How the parts of a group go together; `not_all` is the denial of all."""

    ALL = "all"
    ANY = "any"
    NONE = "none"
    NOT_ALL = "not_all"


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison. `texts` stand in its fields, `value` is what they say; None = nothing yet, or nothing is needed."""

    fact: str = ""
    how: str = ""
    texts: tuple[str, ...] | None = None
    value: Any = None

    @property
    def is_blank(self) -> bool:
        return not self.fact


@dataclass(frozen=True, slots=True)
class Group:
    """`wrapped`: a group of one part that the document writes as a group all the same."""

    joint: Joint = Joint.ALL
    parts: tuple["Part", ...] = ()
    wrapped: bool = False


Part = Line | Group
ROOT = "0"


def lines_of(part: Part, path: str = ROOT) -> Iterator[tuple[str, Line]]:
    """This function will yield every line with its path, in reading order."""
    if isinstance(part, Line):
        yield path, part
        return
    for index, each in enumerate(part.parts):
        yield from lines_of(each, f"{path}-{index}")


def group_of(data: Data | None) -> Group:
    """This function will return the sketch of a condition; None = always, a group without parts."""
    if data is None:
        return Group()
    part = _part(data)
    return Group(parts=(part,)) if isinstance(part, Line) else part


def _part(data: Data) -> Part:
    if "not" in data:
        return _denied(data["not"])
    for joint in (Joint.ALL, Joint.ANY):
        if joint.value in data:
            return _group(joint, data[joint.value])
    return Line(data["fact"], data["op"], None, data.get("value"))


def _group(joint: Joint, parts: list[Data]) -> Group:
    return Group(joint, tuple(_part(each) for each in parts), wrapped=len(parts) == 1)


def _denied(data: Data) -> Part:
    if "any" in data:
        return _group(Joint.NONE, data["any"])
    if "all" in data:
        return _group(Joint.NOT_ALL, data["all"])
    inner = _part(data)
    if isinstance(inner, Line) and "not" not in data and inner.how in {operator.value for operator in DENIABLE}:
        return Line(inner.fact, DENIED + inner.how, None, inner.value)
    return Group(Joint.NONE, (inner,))


def data_of(group: Group) -> Data | None:
    """This function will return the data of a sketch without its blank lines and empty groups; None = always."""
    data = _data(group)
    if data is not None and len(data.get(group.joint, ())) == 1 and not group.wrapped:
        only: Data = data[group.joint][0]
        return only
    return data


def _data(part: Part) -> Data | None:
    if isinstance(part, Line):
        return None if part.is_blank else _test(part)
    parts = [data for data in map(_data, part.parts) if data is not None]
    if not parts:
        return None
    match part.joint:
        case Joint.NONE if len(parts) == 1 and not part.wrapped:
            return {"not": parts[0]}
        case Joint.NONE:
            return {"not": {"any": parts}}
        case Joint.NOT_ALL:
            return {"not": {"all": parts}}
    return {part.joint.value: parts}


def _test(line: Line) -> Data:
    how = line.how.removeprefix(DENIED)
    test = {"fact": line.fact, "op": how}
    if line.value is not None or how != Operator.KNOWN:
        test["value"] = line.value
    return {"not": test} if line.how.startswith(DENIED) else test
