"""What the forms of the playbook have in common: rows, buttons that only draw the page again, and what went wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.bank.faults import DocumentError
from recommendations.studio.advice.papers import Papers
from recommendations.studio.advice.rows import ACT, Rows
from recommendations.studio.conditions.fields import BuildsConditions
from recommendations.studio.forms import BaseRevisionForm

Choices = list[tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Problem:
    """`anchor` is the id of the field, "" where the whole form is meant."""

    anchor: str
    label: str
    message: str


class RowedForm(BuildsConditions, forms.Form):
    """`rows` are its lists by name, `sent` what was posted. A POST with one of their buttons draws the page again and hands nothing in."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.sent = data
        self.rows: dict[str, Rows] = {}

    def press(self) -> bool:
        """This function will carry out the button of a list that was pressed, if one was, and say whether it was."""
        if not self.is_bound:
            return False
        name, _colon, rest = str(self.data.get(ACT, "")).partition(":")
        verb, _colon, number = rest.partition(":")
        if name in self.rows:
            self.rows[name].act(verb, number)
        return bool(name)

    def hush(self) -> None:
        """This function will keep the form from complaining: nothing was handed in yet."""
        self._errors = ErrorDict()
        for rows in self.rows.values():
            rows.hush()

    def is_valid(self) -> bool:
        rows = [each.is_valid() for each in self.rows.values()]
        return super().is_valid() and all(rows)

    @property
    def problems(self) -> Iterator[Problem]:
        """Every complaint, in the order of the page."""
        for message in self.non_field_errors():
            yield Problem("", "", str(message))
        yield from _problems(self, self.fields)
        for rows in self.rows.values():
            for number, row in enumerate(rows, 1):
                for problem in _problems(row, row.fields):
                    label = _("%(field)s, row %(number)d") % {"field": problem.label, "number": number}
                    yield Problem(problem.anchor, label, problem.message)


class PlaybookForm(RowedForm, BaseRevisionForm):
    """A form of the playbook, filled in beside its `papers`."""

    def __init__(self, papers: Papers, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.papers = papers

    def take_faults(self, error: DocumentError, prefix: str) -> None:
        """This function will show what the schema refuses at the fields, or on top where there is none for it."""
        for fault in error.faults:
            field = fault.place.removeprefix(prefix).strip(".").partition(".")[0].partition("[")[0]
            is_field = field in self.fields
            self.add_error(field if is_field else None, fault.message if is_field else str(fault))


def _problems(form: forms.Form, names: Iterable[str]) -> Iterator[Problem]:
    for name in names:
        field = form[name]
        for message in field.errors:
            yield Problem(field.id_for_label or f"at-{field.html_name}", str(field.label), str(message))


def offered(choices: Choices, present: Iterable[str]) -> Choices:
    """This function will return the choices, and behind them what is chosen but not there any more, marked so."""
    known = {key for key, _label in choices}
    gone = [key for key in dict.fromkeys(present) if key and key not in known]
    return [*choices, *((key, _("%(key)s (not there any more)") % {"key": key}) for key in gone)]


def select(label: str, choices: Choices, **options: Any) -> forms.ChoiceField:
    """This function will return a field with one choice out of a list."""
    widget = forms.Select(attrs={"class": "form-select"})
    return forms.ChoiceField(label=label, choices=choices, widget=widget, **options)


def ticks(label: str, choices: Choices, **options: Any) -> forms.MultipleChoiceField:
    """This function will return a field with any number of choices out of a list."""
    widget = forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})
    return forms.MultipleChoiceField(label=label, choices=choices, widget=widget, required=False, **options)


def whole(label: str, low: int, high: int, **options: Any) -> forms.IntegerField:
    """This function will return a field for a whole number within bounds."""
    widget = forms.NumberInput(attrs={"class": "form-control advice-number", "min": low, "max": high})
    return forms.IntegerField(label=label, min_value=low, max_value=high, widget=widget, **options)


def line(label: str, longest: int, **options: Any) -> forms.CharField:
    """This function will return a field for a short text that is the same in all languages."""
    widget = forms.TextInput(attrs={"class": "form-control"})
    return forms.CharField(label=label, max_length=longest, widget=widget, **options)
