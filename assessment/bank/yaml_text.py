"""YAML read event by event into plain data, so that nothing is built from what the format should not hold.

PyYAML's own loaders keep the last of two equal keys, follow aliases (a few hundred bytes unfold to gigabytes), build
objects from tags, and read `no` as false, `010` as eight and `2024-01-01` as a date.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml
from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath, place_of, shown, with_remedy
from assessment.bank.scalars import Scalar, resolve, unstorable_in
from assessment.bank.syntax_remedies import syntax_remedy

Mark = tuple[int, int]
Marks = dict[KeyPath, Mark]

MOST_FAULTS = 100
DEEPEST = 80
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Abandoned(Exception):
    """Reading on makes no sense; the faults say why."""


@dataclass(slots=True)
class _Frame:
    """One open mapping or list. `key` is the key whose value comes next; `dropped` values are read and forgotten."""

    container: dict[str, Any] | list[Any]
    path: KeyPath
    key: str | None = None
    dropped: bool = False

    @property
    def next_path(self) -> KeyPath:
        if isinstance(self.container, list):
            return (*self.path, len(self.container))
        return self.path if self.key is None else (*self.path, self.key)


@dataclass(slots=True)
class YamlReader:
    """Builds `data` from the events of one YAML text; `marks` says where each value stands."""

    data: Any = None
    marks: Marks = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    documents: int = 0

    def read(self, text: str) -> None:
        """This function will read `text`; afterwards `faults` is empty if and only if `data` may be used."""
        try:
            for event in yaml.parse(text, Loader=LOADER):
                self._take(event)
        except yaml.YAMLError as error:
            self._refuse_syntax(text, error)
        except Abandoned:
            pass
        if not self.documents and not self.faults:
            self._fault(None, _("the file is empty"))

    def place(self, path: KeyPath) -> str:
        """This function will return where `path` stands. What is missing is missing in what stands around it."""
        return place_of(path, self._mark_of(path))

    def spot(self, path: KeyPath) -> str:
        """This function will return line and column of `path`, or of what stands around it."""
        return place_of((), self._mark_of(path))

    def _mark_of(self, path: KeyPath) -> Mark | None:
        around = path
        while around and around not in self.marks:
            around = around[:-1]
        return self.marks.get(around)

    def _refuse_syntax(self, text: str, error: yaml.YAMLError) -> None:
        mark = _mark(getattr(error, "problem_mark", None))
        began = _mark(getattr(error, "context_mark", None)) or mark
        why = getattr(error, "problem", None) or str(error).splitlines()[0]
        remedy = syntax_remedy(text, began[0], mark[0]) if mark and began else ""
        self._fault(mark, with_remedy(self.unreadable(why), remedy))

    def unreadable(self, why: str) -> str:
        """This function will return that the text cannot be read, with what the parser says of it."""
        return _("is not valid YAML: %(why)s") % {"why": why}

    def _take(self, event: yaml.Event) -> None:
        if len(self.faults) >= MOST_FAULTS:
            raise Abandoned
        mark = _mark(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._count_document(mark)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event, mark)
        elif isinstance(event, yaml.ScalarEvent):
            self._refuse_decorations(event, mark)
            self._scalar(event, mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_decorations(event, mark)
            self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.frames.pop()

    def _count_document(self, mark: Mark | None) -> None:
        self.documents += 1
        if self.documents > 1:
            self._fault(mark, _("a second document begins here; a file holds one"))
            raise Abandoned

    def _alias(self, event: yaml.AliasEvent, mark: Mark | None) -> None:
        self._fault(
            mark,
            _("aliases (*%(name)s) are not allowed: write the value out, or a text in quotes") % {"name": event.anchor},
        )
        if self._expects_key():
            self._key(f"*{event.anchor}", mark)
        else:
            self._put(None, mark)

    def _refuse_decorations(self, event: Any, mark: Mark | None) -> None:
        if event.anchor is not None:
            self._fault(
                mark,
                _("anchors (&%(name)s) are not allowed: put a text that begins with & in quotes")
                % {"name": event.anchor},
            )
        if event.tag is not None:
            self._fault(
                mark,
                _("tags (%(name)s) are not allowed: put a text that begins with ! in quotes") % {"name": event.tag},
            )

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark | None) -> None:
        if self._expects_key():
            self._key(event.value, mark)
        else:
            self._put(self._value_of(event, mark), mark)

    def _value_of(self, event: yaml.ScalarEvent, mark: Mark | None) -> Scalar:
        if message := unstorable_in(event.value):
            self._fault(mark, message)
            return None
        if not event.implicit[0]:
            return str(event.value)
        try:
            return resolve(event.value)
        except ValueError as error:
            self._fault(mark, str(error))
            return None

    def _expects_key(self) -> bool:
        return bool(self.frames) and isinstance(self.frames[-1].container, dict) and self.frames[-1].key is None

    def _key(self, key: str, mark: Mark | None) -> None:
        frame = self.frames[-1]
        frame.key = key
        if message := unstorable_in(key):
            self._fault(mark, message)
        if key in frame.container:
            self._fault(mark, _("the key %(key)s appears twice") % {"key": shown(key)})
            frame.dropped = True

    def _put(self, value: Any, mark: Mark | None) -> None:
        if not self.frames:
            self.data = value
            return
        frame = self.frames[-1]
        if mark is not None:
            self.marks.setdefault(frame.next_path, mark)
        if isinstance(frame.container, list):
            frame.container.append(value)
        elif frame.key is not None:
            if not frame.dropped:
                frame.container[frame.key] = value
            frame.key, frame.dropped = None, False

    def _open(self, container: dict[str, Any] | list[Any], mark: Mark | None) -> None:
        if self._expects_key():
            self._fault(mark, _("a key must be one word or text"))
            raise Abandoned
        if len(self.frames) >= DEEPEST:
            self._fault(mark, _("is nested more than %(count)d levels deep") % {"count": DEEPEST})
            raise Abandoned
        path = self.frames[-1].next_path if self.frames else ()
        self._put(container, mark)
        self.frames.append(_Frame(container, path))

    def _fault(self, mark: Mark | None, message: str) -> None:
        path = self.frames[-1].next_path if self.frames else ()
        self.faults.append(Fault(place_of(path, mark), message))


def _mark(mark: Any) -> Mark | None:
    return None if mark is None else (mark.line + 1, mark.column + 1)
