"""HTML that is rendered once and filled many times: only what depends on the answers is put in per request.

A template prints slots instead of values. The finished HTML is cut at the slots; filling joins strings. A slot is
written with a mark that is drawn anew in each process, so no text from a bank can look like one.
"""

import re
import secrets
from collections.abc import Mapping

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

MARK = secrets.token_hex(12)
SLOT = re.compile(f"{MARK}<([^<>]+)>")


def slot(name: str) -> SafeString:
    """This function will return what a template prints where `fill` shall put the value called `name`.

    `name` comes from our code and from keys of the bank, which have neither < nor >.
    """
    return mark_safe(f"{MARK}<{name}>")


class Fragment:
    """HTML cut at its slots."""

    __slots__ = ("_parts", "_places")

    def __init__(self, html: str) -> None:
        pieces = SLOT.split(html)
        self._parts = ["" if place % 2 else piece for place, piece in enumerate(pieces)]
        places: dict[str, list[int]] = {}
        for place in range(1, len(pieces), 2):
            places.setdefault(pieces[place], []).append(place)
        self._places = places

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(self._places)

    def fill(self, values: Mapping[str, str]) -> SafeString:
        """This function will return the HTML with `values` in their slots; slots without a value stay empty.

        Values are escaped unless they are marked as HTML. A value for a slot that is not there raises KeyError.
        """
        parts = self._parts.copy()
        for name, value in values.items():
            text = value if type(value) is SafeString else conditional_escape(value)
            for place in self._places[name]:
                parts[place] = text
        return mark_safe("".join(parts))
