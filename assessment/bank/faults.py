"""What is wrong with a document that somebody wrote, and where."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

KeyPath = tuple[str | int, ...]
Placing = Callable[[KeyPath], str]

_PLAIN_KEY = re.compile(r"[\w-]+")
_STEPS = re.compile(r'\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([\w-]+)')
_SHOWN_LENGTH = 60
MOST_SHOWN = 200
LONGEST_PATH = 24


class AbsentColumn(str):
    """The place of what would stand in a column that a sheet does not have."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` is a key path with its line and column, or the cell of a workbook; "" means the whole document."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class DocumentError(ValueError):
    """A document that cannot be used. Lists every fault that was found, in the order of the document."""

    def __init__(self, name: str, faults: Iterable[Fault]) -> None:
        self.name = name
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{name}: {fault}" for fault in self._shown()))

    def _shown(self) -> list[Fault]:
        """A file of another kind may be wrong in every cell; nobody reads ten thousand lines."""
        left_out = len(self.faults) - MOST_SHOWN
        if left_out <= 0:
            return list(self.faults)
        rest = Fault("", _("and %(count)d more faults") % {"count": left_out})
        return [*self.faults[:MOST_SHOWN], rest]


def key_path(path: KeyPath) -> str:
    """This function will return `path` as people write it: `sections[2].questions[4].options[1].credit`."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        elif _PLAIN_KEY.fullmatch(part):
            written += f".{part}" if written else part
        else:
            written += f"[{shown(part)}]"
    return written


def path_of(written: str) -> KeyPath:
    """This function will return the path that `key_path` wrote."""
    steps = _STEPS.findall(written)
    return tuple(int(number) if number else json.loads(quoted) if quoted else name for number, quoted, name in steps)


def nowhere(path: KeyPath) -> str:
    """This function will return what is known of the place of `path` where nobody has noted it: nothing."""
    return ""


def place_of(path: KeyPath, mark: tuple[int, int] | None = None) -> str:
    """This function will return the place of a fault; `mark` is (line, column), both counted from 1."""
    position = f"{mark[0]}:{mark[1]}" if mark else ""
    return " ".join(part for part in (position, _shortened(path)) if part)


def _shortened(path: KeyPath) -> str:
    """Whoever reads where it is needs no more than the beginning and the end of it."""
    if len(path) <= LONGEST_PATH:
        return key_path(path)
    return f"{key_path(path[: LONGEST_PATH // 2])}…{key_path(path[-3:])}"


def shown(value: object) -> str:
    """This function will return a short and harmless rendering of `value` for a message."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(character if character.isprintable() else "�" for character in text)
    return text if len(text) <= _SHOWN_LENGTH else f"{text[: _SHOWN_LENGTH - 1]}…"


def with_remedy(message: str, remedy: str) -> str:
    """This function will return what is wrong and, where it is known, how to mend it."""
    return f"{message}; {remedy}" if remedy else message
