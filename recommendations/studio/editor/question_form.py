"""The fields of a question that there is one of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from assessment.scoring.answers import plain
from assessment.scoring.document import BankDocument, Kind, ReferenceLine
from assessment.scoring.texts import localise
from recommendations.studio.conditions.fields import BuildsConditions, ConditionField, ConditionSubject
from recommendations.studio.editor.fields import KeyField, NumberField, RedrawnForm
from recommendations.studio.editor.kinds import NAMES
from recommendations.studio.forms import BaseRevisionForm, TextsField

CREDIT, POINTS, NOTHING, LINEAR, BANDS = "credit", "points", "nothing", "linear", "bands"
TEXTS = ("text", "short", "help", "example", "evidence")
FLAGS = ("core", "required", "allow_unknown", "allow_not_applicable", "multiple")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The bank around a question. `taken` are the keys that a new one may not have, None for one that is there."""

    document: BankDocument
    section_key: str
    question_key: str
    locale: str
    taken: frozenset[str] | None = None

    @property
    def is_new(self) -> bool:
        return self.taken is not None

    @property
    def locales(self) -> Sequence[str]:
        return self.document.locales

    @property
    def is_profile(self) -> bool:
        return any(each.key == self.section_key and each.profile for each in self.document.sections)


class QuestionForm(RedrawnForm, BuildsConditions, BaseRevisionForm):
    """`redrawn`: only shown again as it was typed, not checked."""

    def __init__(self, *args: Any, around: Surroundings, redrawn: bool = False, **options: Any) -> None:
        options["use_required_attribute"] = False
        super().__init__(*args, **options)
        self.around, self.redrawn = around, redrawn
        self._add_words()
        self._add_choices()
        self._add_numbers()

    def _add_words(self) -> None:
        locales = self.around.locales
        if self.around.is_new:
            self.fields["key"] = KeyField(label=_("Key"))
        self.fields["text"] = TextsField(locales=locales, rows=2, required=True, label=_("Question"))
        if self.around.is_new and not self.is_bound:  # whoever adds a question begins with what it asks
            self.fields["text"].widget.widgets[0].attrs["autofocus"] = True
        self.fields["short"] = TextsField(locales=locales, label=_("Short name"))
        self.fields["help"] = TextsField(locales=locales, rows=3, label=_("What counts?"))
        self.fields["example"] = TextsField(locales=locales, rows=2, label=_("Example"))
        self.fields["evidence"] = TextsField(locales=locales, rows=2, label=_("Where to look it up"))
        self.fields["unit"] = TextsField(locales=locales, label=_("Unit"))
        self.fields["numerator"] = TextsField(locales=locales, label=_("What is counted as the part"))
        self.fields["denominator"] = TextsField(locales=locales, label=_("What is counted as the whole"))

    def _add_choices(self) -> None:
        around = self.around
        self.fields["kind"] = _select([(kind.value, NAMES[kind]) for kind in Kind], _("Kind of answer"))
        self.fields["core"] = _tick(_("asked in the quick scan too"))
        self.fields["required"] = _tick(_("must be answered"))
        self.fields["allow_unknown"] = _tick(_("“I don’t know” may be answered"))
        self.fields["allow_not_applicable"] = _tick(_("“Does not apply” may be answered"))
        self.fields["multiple"] = _tick(_("several options may be ticked in each row"))
        self.fields["worth"] = _select(
            [(CREDIT, _("by credit, 0 to 1")), (POINTS, _("by points")), (NOTHING, _("not at all"))],
            _("Options are scored"),
        )
        self.fields["counted"] = _select(
            [(LINEAR, _("in proportion")), (BANDS, _("by ranges")), (NOTHING, _("not at all"))], _("Numbers are scored")
        )
        readings = [(each.key, localise(each.title, around.locale)) for each in around.document.readings]
        self.fields["reading"] = _select([("", _("none")), *readings], _("Second reading"), required=False)
        lines = [(each.key, _figure(each, around.locale)) for each in around.document.reference_lines]
        self.fields["reference_lines"] = forms.MultipleChoiceField(
            choices=lines,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label=_("Published figures shown with it"),
        )
        subject = ConditionSubject.visibility(
            around.document, "" if around.is_new else around.question_key, section_key=around.section_key
        )
        self.fields["visible_if"] = ConditionField(subject=subject, label=_("Asked only if"))

    def _add_numbers(self) -> None:
        self.fields["minimum"] = NumberField(label=_("Least number"))
        self.fields["maximum"] = NumberField(label=_("Greatest number"))
        self.fields["zero_at"] = NumberField(label=_("Worth nothing at"))
        self.fields["full_at"] = NumberField(label=_("Worth all at"))
        self.fields["full_points"] = NumberField(min_value=0, label=_("Points for full credit"))
        self.fields["decimals"] = forms.IntegerField(
            min_value=0, max_value=6, required=False, label=_("Decimal digits"), widget=_digits()
        )

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if key in (self.around.taken or ()):
            raise forms.ValidationError(_("Another question has this key."))
        return key

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("kind") in (Kind.NUMBER, Kind.PERCENT):
            self._check_range(cleaned)
            self._check_line(cleaned)
        if cleaned.get("kind") == Kind.PERCENT and bool(cleaned.get("numerator")) != bool(cleaned.get("denominator")):
            self.add_error("denominator", _("Name both counts, or none."))
        return cleaned

    def _check_range(self, cleaned: dict[str, Any]) -> None:
        low, high = cleaned.get("minimum"), cleaned.get("maximum")
        if low is not None and high is not None and float(low) >= float(high):
            self.add_error("maximum", _("The greatest number must be more than the least."))
        for name in ("minimum", "maximum"):
            if cleaned.get("kind") == Kind.PERCENT and name in cleaned and cleaned[name] is None:
                self.add_error(name, _("A percentage needs this. Usually it is 0 and 100."))

    def _check_line(self, cleaned: dict[str, Any]) -> None:
        if cleaned.get("counted") != LINEAR:
            return
        for name in ("zero_at", "full_at"):
            if name in cleaned and cleaned[name] is None:
                self.add_error(name, _("Say which number is worth nothing and which is worth all."))
        if cleaned.get("zero_at") is not None and cleaned.get("zero_at") == cleaned.get("full_at"):
            self.add_error("full_at", _("The two numbers must differ."))


def _select(choices: list[tuple[str, Any]], label: str, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(
        choices=choices, label=label, required=required, widget=forms.Select(attrs={"class": "form-select"})
    )


def _tick(label: str) -> forms.BooleanField:
    return forms.BooleanField(required=False, label=label)


def _digits() -> forms.Widget:
    return forms.TextInput(attrs={"class": "form-control ed-number", "inputmode": "numeric", "autocomplete": "off"})


def _figure(line: ReferenceLine, locale: str) -> str:
    """Several figures share a title; their value, scope and time tell them apart."""
    title, scope = localise(line.title, locale), localise(line.scope, locale)
    return f"{title}: {plain(line.value)}{line.unit} ({scope}, {line.period})"
