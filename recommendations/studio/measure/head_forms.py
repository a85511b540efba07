"""The forms of a bank's head: what it is, its languages, and how the size of an enterprise is found."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.bank.editing.flat import Data
from assessment.scoring.document import BankDocument, Display, Kind, Size, SizeRule
from assessment.scoring.texts import LOCALE_PATTERN
from recommendations.studio.forms import BaseRevisionForm, TextsField
from recommendations.studio.measure.choices import profile_questions, said
from recommendations.studio.measure.lines import OF_ROWS, Line, line_of
from recommendations.studio.measure.numbers import ExactField
from recommendations.studio.measure.parts import KeyField, PartForm

SIZE = "size_"


class HeadForm(PartForm):
    """Of the bank itself; `display` stands in fields of its own."""

    model = BankDocument
    names = ("title", "description", "notice", "method", "minimum_coverage", "not_applicable", "seconds_per_question")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        display = (self.part or {}).get("display", {})
        shown = DisplayForm(context=self.context, part=display)
        for name in shown.names:
            self.fields[name] = shown.fields[name]
            self.initial[name] = shown.initial[name]

    def made(self) -> Data:
        return super().made() | {"display": {name: self.cleaned_data[name] for name in DisplayForm.names}}


class DisplayForm(PartForm):
    model = Display
    names = ("decimals", "rounding")


class LanguageForm(BaseRevisionForm):
    """A language to add, by its code."""

    locale = forms.RegexField(
        LOCALE_PATTERN,
        max_length=20,
        label=_("Code of the language"),
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
        error_messages={"invalid": _("Write the code in small letters, such as en, zh-hans or pt-br.")},
    )


class SizeForm(PartForm):
    """Which questions decide the size, and where the thresholds come from."""

    model = Size
    names: tuple[str, ...] = ("employees", "revenue", "sector", "smallest", "source")
    choices = {
        "employees": lambda document: profile_questions(document, Kind.NUMBER),
        "revenue": lambda document: profile_questions(document, Kind.NUMBER),
        "sector": lambda document: profile_questions(document, Kind.SINGLE),
        "smallest": lambda document: size_choices(document),
    }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.context.document.size:
            del self.fields["smallest"]
            self.names = tuple(name for name in self.names if name != "smallest")

    def _first_rule(self, part: Data) -> Data:
        """There is one rule at least, for all sectors: whoever has just named the classes fills it in next."""
        return {"sectors": [], "classes": [{"size": part["smallest"]}]}

    def row_parts(self, name: str) -> list[Data]:
        if name == "rules":
            return super().row_parts(name)
        return [{"key": key, "label": label} for key, label in (self.part or {}).get("labels", {}).items()]

    def with_rows(self, part: Data, name: str, made: list[Data]) -> Data:
        if name == "rules":
            return part | {"rules": made or [self._first_rule(part)]}
        labels = {row["key"]: row["label"] for row in made}
        return part | {"labels": labels} | ({} if "smallest" in part else {"smallest": next(iter(labels), "")})


class SizeLabelForm(PartForm):
    """A class and what it is called."""

    is_ordered = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.part is None:
            self.fields["key"] = KeyField(taken=frozenset(dict(size_choices(self.context.document))), label=_("Key"))
        self.fields["label"] = TextsField(
            locales=self.context.locales, label=_("Name"), required=True, initial=(self.part or {}).get("label")
        )

    def made(self) -> Data:
        before = (self.part or {}).get("label", {})
        further = {locale: text for locale, text in before.items() if locale not in self.context.locales}
        key = self.part["key"] if self.part else self.cleaned_data["key"]
        return {"key": key, "label": further | self.cleaned_data["label"]}


class SizeRuleForm(PartForm):
    """Thresholds for some sectors, or for all others; a class that has none is left out."""

    model = SizeRule
    names = ("sectors",)
    apart = (*OF_ROWS, SIZE)
    choices = {"sectors": lambda document: sector_choices(document)}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        written = {each["size"]: each for each in (self.part or {}).get("classes", [])}
        for key, title in size_choices(self.context.document):
            used = forms.CheckboxInput(attrs={"class": "form-check-input"})
            self.fields[f"{SIZE}use_{key}"] = forms.BooleanField(
                label=title, required=False, initial=key in written, widget=used
            )
            for name, label in (("employees", _("Employees, at least")), ("revenue", _("Revenue, at least"))):
                self.fields[f"{SIZE}{name}_{key}"] = ExactField(label=label, initial=written.get(key, {}).get(name))

    @property
    def summary(self) -> str:
        """The sectors that the rule is for, in a few words."""
        if self.part is None:
            return ""
        titles = dict(sector_choices(self.context.document))
        return ", ".join(titles.get(key, key) for key in self.part["sectors"]) or str(_("All other sectors"))

    @property
    def classes(self) -> list[list[Line]]:
        """The fields of each class, ready to be shown: whether it counts here, employees, revenue."""
        return [
            [line_of(self, f"{SIZE}{name}_{key}", self.anchor) for name in ("use", "employees", "revenue")]
            for key, _title in size_choices(self.context.document)
        ]

    def made(self) -> Data:
        written = [each["size"] for each in (self.part or {}).get("classes", [])]
        known = [key for key, _title in size_choices(self.context.document)]
        order = [*written, *[key for key in known if key not in written]]
        classes = [self._class(key) for key in order if self.cleaned_data.get(f"{SIZE}use_{key}")]
        return {"sectors": self.cleaned_data["sectors"], "classes": classes}

    def _class(self, key: str) -> Data:
        values = {name: self.cleaned_data[f"{SIZE}{name}_{key}"] for name in ("employees", "revenue")}
        return {"size": key} | {name: value for name, value in values.items() if value is not None}


def size_choices(document: BankDocument) -> list[tuple[str, str]]:
    """This function will return the size classes of a bank by key."""
    return [] if document.size is None else [(key, said(label)) for key, label in document.size.labels.items()]


def sector_choices(document: BankDocument) -> list[tuple[str, str]]:
    """This function will return the options of the question that asks for the sector."""
    if document.size is None:
        return []
    asked = [question for section in document.sections for question in section.questions]
    return [
        (option.key, said(option.label))
        for question in asked
        if question.key == document.size.sector
        for option in question.options
    ]
