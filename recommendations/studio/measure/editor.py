"""One part of a bank in one form: its own fields, and the lists inside it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import QueryDict

from assessment.bank.editing.flat import Data
from assessment.bank.faults import Fault
from recommendations.studio.bases import out_of_date_form
from recommendations.studio.forms import BaseRevisionForm
from recommendations.studio.measure.parts import Context, PartForm
from recommendations.studio.measure.rows import Rows, rows_of, with_more_rows

ADD_ROW = "add_row"


@dataclass(frozen=True)
class Shape:
    """Of which forms a part is made: its own, and one for the rows of each of its lists."""

    form: type[PartForm]
    rows: dict[str, type[PartForm]] = field(default_factory=dict)


class Editor:
    """`part` is the flat data that the form begins from, None = a new one. `sent` is what came back, None = nothing."""

    def __init__(
        self,
        shape: Shape,
        context: Context,
        part: Data | None,
        base: int,
        sent: QueryDict | None = None,
        *,
        is_stale: bool = False,
    ) -> None:
        self.adds_row = sent is not None and sent.get(ADD_ROW, "") in shape.rows
        if sent is not None and self.adds_row:
            sent = with_more_rows(sent, str(sent.get(ADD_ROW)))
        self.part, self.is_new, self.is_stale = part, part is None, is_stale
        self.revision = _Revision(sent, initial={"base": base})
        self.form = shape.form(sent, context=context, part=part)
        self.rows: dict[str, Rows] = {
            name: rows_of(form, sent, name, self.form.row_parts(name), context) for name, form in shape.rows.items()
        }
        self.faults: list[Fault] = []

    @property
    def lists(self) -> list[tuple[str, Rows]]:
        """The lists inside the part by name, for the page."""
        return list(self.rows.items())

    @property
    def asks_again(self) -> bool:
        """Whether a button was pressed that only shows the same page again."""
        return self.adds_row or self.form.wants_rerender

    @cached_property
    def is_valid(self) -> bool:
        """This function will return whether everything that was sent can be read."""
        checked = [self.revision.is_valid(), self.form.is_valid(), *[rows.is_valid() for rows in self.rows.values()]]
        return all(checked) and not self.asks_again and not self.is_stale

    def made(self) -> Data:
        """This function will return the part as the form says it."""
        part = self.form.made()
        for name, rows in self.rows.items():
            part = self.form.with_rows(part, name, rows.made())
        return part

    def refuse(self, faults: tuple[Fault, ...], place: tuple[str, ...]) -> None:
        """This function will put what cannot be kept beside the fields it is about, the rest above the form."""
        for fault in faults:
            names = fault.place.split(".")
            inside = names[len(place) :] if tuple(names[: len(place)]) == place else []
            if inside and inside[0] in self.form.fields:
                self.form.add_error(inside[0], fault.message)
            else:
                self.faults.append(fault)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What the summary above the form lists: the fragment of the field and what is wrong there."""
        if self.asks_again:
            return []
        if self.is_stale:
            return [("", out_of_date_form())]
        found = [("", str(fault)) for fault in self.faults]
        found += [(f"#at-{name}", f"{self.form.fields[name].label}: {text}") for name, text in _errors(self.form)]
        for name, rows in self.rows.items():
            found += [(f"#at-{name}", str(text)) for text in rows.non_form_errors()]
            for form in rows.forms:
                found += [(f"#at-{form.prefix}", f"{form.fields[at].label}: {text}") for at, text in _errors(form)]
        return found


class _Revision(BaseRevisionForm):
    pass


def _errors(form: Any) -> list[tuple[str, str]]:
    if not form.is_bound:
        return []
    return [(name, str(text)) for name, texts in form.errors.items() if name in form.fields for text in texts]
