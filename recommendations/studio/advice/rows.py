"""Rows of a list on a form, to be added, moved and taken out by buttons that work without JavaScript.

Each row has a number of its own in the names of its fields; hidden fields `NAME-order` say in which order the rows
stand, so that moving a row changes no field. A button posts `act=NAME:VERB:NUMBER`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

MOST_ROWS = 200
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
ACT = "act"


class RowForm(forms.Form):
    """One row; one that is left empty counts as none."""

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{**options, "empty_permitted": True})

    def hush(self) -> None:
        """This function will keep the row from complaining: the page is drawn again, nothing was handed in."""
        self._errors = ErrorDict()

    @property
    def number(self) -> str:
        return str(self.prefix).rpartition("-")[2]


Maker = Callable[..., RowForm]


class Rows:
    """`make` takes `prefix` and either `data` or `initial`. Iterating gives the forms in order."""

    def __init__(
        self, name: str, make: Maker, initial: Sequence[Mapping[str, Any]], data: QueryDict | None = None
    ) -> None:
        self.name = name
        self._make = make
        if data is None:
            self.forms = [make(prefix=f"{name}-{n}", initial=row) for n, row in enumerate(initial)]
            return
        numbers = [number for number in data.getlist(f"{name}-order") if _NUMBER.fullmatch(number)]
        rows = list(dict.fromkeys(numbers))[:MOST_ROWS]
        self.forms = [make(prefix=f"{name}-{number}", data=data) for number in rows]

    def __iter__(self) -> Any:
        return iter(self.forms)

    def act(self, verb: str, number: str) -> None:
        """This function will add an empty row at the end, or move or take out the row with that number."""
        place = next((n for n, form in enumerate(self.forms) if form.number == number), None)
        if verb == "add" and len(self.forms) < MOST_ROWS:
            self.add()
        elif place is not None and verb in ("up", "down", "remove"):
            form = self.forms.pop(place)
            if verb != "remove":
                self.forms.insert(max(place + (1 if verb == "down" else -1), 0), form)

    def add(self) -> None:
        taken = {int(form.number) for form in self.forms}
        number = next(n for n in range(MOST_ROWS + 1) if n not in taken)
        self.forms.append(self._make(prefix=f"{self.name}-{number}", initial={}))

    def hush(self) -> None:
        for form in self.forms:
            form.hush()

    def is_valid(self) -> bool:
        return not [form for form in self.forms if form.is_bound and not form.is_valid()]

    @property
    def cleaned(self) -> list[dict[str, Any]]:
        """What the rows say that are not empty, once they are valid."""
        return [form.cleaned_data for form in self.forms if form.is_bound and form.has_changed()]
