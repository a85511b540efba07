"""JSON read with the same strictness as YAML: no repeated keys, no NaN, nothing that cannot be stored."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath, place_of, shown, with_remedy
from assessment.bank.scalars import resolve, unstorable_in
from assessment.bank.yaml_text import DEEPEST, MOST_FAULTS, Abandoned

FULL_WIDTH = re.compile("[“”‘’：，｛｝［］]")


@dataclass(frozen=True, slots=True)
class _Pairs:
    """An object as it was written; a dict would have forgotten the repeated keys."""

    pairs: list[tuple[str, Any]]


@dataclass(frozen=True, slots=True)
class _Number:
    written: str


@dataclass(slots=True)
class JsonReader:
    """Builds `data` from one JSON text. JSON's own parser knows no places, so faults carry key paths only."""

    data: Any = None
    faults: list[Fault] = field(default_factory=list)

    def read(self, text: str) -> None:
        """This function will read `text`; afterwards `faults` is empty if and only if `data` may be used."""
        try:
            raw = json.loads(
                text, object_pairs_hook=_Pairs, parse_float=_Number, parse_int=_Number, parse_constant=_Number
            )
            self.data = self._plain(raw, ())
        except json.JSONDecodeError as error:
            self._refuse_syntax(text, error)
        except RecursionError:
            self._too_deep(())
        except Abandoned:
            pass

    def _refuse_syntax(self, text: str, error: json.JSONDecodeError) -> None:
        message = _("is not valid JSON: %(why)s") % {"why": error.msg}
        line = text.split("\n")[error.lineno - 1]
        remedy = _("write ordinary quotes, colons, commas and braces") if FULL_WIDTH.search(line) else ""
        place = place_of((), (error.lineno, error.colno))
        self.faults.append(Fault(place, with_remedy(message, remedy)))

    def _plain(self, raw: Any, path: KeyPath) -> Any:
        if len(self.faults) >= MOST_FAULTS:
            raise Abandoned
        if isinstance(raw, _Pairs | list) and len(path) >= DEEPEST:
            self._too_deep(path)
            raise Abandoned
        if isinstance(raw, _Pairs):
            return self._mapping(raw, path)
        if isinstance(raw, list):
            return [self._plain(item, (*path, index)) for index, item in enumerate(raw)]
        if isinstance(raw, _Number):
            return self._number(raw.written, path)
        if isinstance(raw, str):
            self._refuse_unstorable(raw, path)
        return raw

    def _mapping(self, raw: _Pairs, path: KeyPath) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        for key, value in raw.pairs:
            self._refuse_unstorable(key, (*path, key))
            if key in plain:
                self._fault((*path, key), _("the key %(key)s appears twice") % {"key": shown(key)})
            else:
                plain[key] = self._plain(value, (*path, key))
        return plain

    def _number(self, written: str, path: KeyPath) -> Any:
        try:
            value = resolve(written)
        except ValueError as error:
            self._fault(path, str(error))
            return None
        if isinstance(value, str):
            self._fault(path, _("is not a number that can be used: %(value)s") % {"value": shown(written)})
        return value

    def _refuse_unstorable(self, text: str, path: KeyPath) -> None:
        if message := unstorable_in(text):
            self._fault(path, message)

    def _too_deep(self, path: KeyPath) -> None:
        self._fault(path, _("is nested more than %(count)d levels deep") % {"count": DEEPEST})

    def _fault(self, path: KeyPath, message: str) -> None:
        self.faults.append(Fault(place_of(path), message))
