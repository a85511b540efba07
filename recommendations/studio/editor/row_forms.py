"""The lines of a question that there may be several of: options, rows, steps, bands, links, weights."""

import re
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from assessment.scoring.document import Alignment
from recommendations.studio.editor.fields import KeyField, NumberField, RedrawnForm
from recommendations.studio.forms import TextsField

MOST_ROWS = 60
UNSCORED = "-"
RESERVED = ("unknown", "not_applicable")
ALIGNMENTS = {
    Alignment.EXACT: gettext_lazy("asks the same"),
    Alignment.CLOSE: gettext_lazy("asks nearly the same"),
    Alignment.PARTIAL: gettext_lazy("asks a part of it"),
}


class BaseRowForm(RedrawnForm):
    """A line in which nothing but its key, or what was chosen for it beforehand, stands counts as not written.

    `redrawn`: only shown again as it was typed, not checked.
    """

    filled_by: tuple[str, ...] = ()

    def __init__(self, *args: Any, locales: Sequence[str] = (), redrawn: bool = False, **options: Any) -> None:
        options["use_required_attribute"] = False
        super().__init__(*args, **options)
        self.locales, self.redrawn = locales, redrawn

    def has_changed(self) -> bool:
        names = [self.add_prefix(name) for name in self.filled_by]
        return any(str(value).strip() for key, value in self.data.items() if key in names or _is_text_of(key, names))


def _is_text_of(key: str, names: list[str]) -> bool:
    return any(key.startswith(f"{name}_") for name in names)


class OptionForm(BaseRowForm):
    filled_by = ("label", "credit", "points", "exclusive")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["key"] = KeyField(label=_("Key"))
        self.fields["label"] = TextsField(locales=self.locales, required=True, label=_("What is chosen"))
        self.fields["credit"] = NumberField(min_value=0, max_value=1, label=_("Credit, 0 to 1"))
        self.fields["points"] = NumberField(min_value=0, label=_("Points"))
        self.fields["exclusive"] = forms.BooleanField(required=False, label=_("stands alone"))

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if key in RESERVED:
            raise forms.ValidationError(_("“%(key)s” is kept for another answer. Choose another key.") % {"key": key})
        return key


class RowForm(BaseRowForm):
    filled_by = ("label", "weight")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["key"] = KeyField(label=_("Key"))
        self.fields["label"] = TextsField(locales=self.locales, required=True, label=_("What the row asks about"))
        self.fields["weight"] = NumberField(min_value=0, max_value=1_000_000, label=_("Weight"))


class StepForm(BaseRowForm):
    filled_by = ("points", "credit")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["points"] = NumberField(required=True, label=_("From this many points"))
        self.fields["credit"] = NumberField(required=True, min_value=0, max_value=1, label=_("Credit, 0 to 1"))


class BandForm(BaseRowForm):
    filled_by = ("upto", "credit", "label")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["upto"] = NumberField(required=True, label=_("Up to and including"))
        self.fields["credit"] = NumberField(required=True, min_value=0, max_value=1, label=_("Credit, 0 to 1"))
        self.fields["label"] = TextsField(locales=self.locales, label=_("What the range is called"))


class CrosswalkForm(BaseRowForm):
    filled_by = ("ref",)

    def __init__(self, *args: Any, references: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ref"] = forms.ChoiceField(choices=[("", "–"), *references], label=_("Published item"))
        self.fields["alignment"] = forms.ChoiceField(
            choices=[(each.value, ALIGNMENTS[each]) for each in Alignment], label=_("How close")
        )
        _as_selects(self, "ref", "alignment")


class FeedForm(BaseRowForm):
    """A node that the question counts in, and its weight there. `asks`: whether it counts must be said."""

    filled_by = ("node",)

    def __init__(self, *args: Any, nodes: Sequence[tuple[str, str]] = (), asks: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        none = (
            [("", _("Please choose")), (UNSCORED, _("does not count (not scored)"))]
            if asks
            else [("", _("none: not scored"))]
        )
        self.asks = asks
        self.fields["node"] = forms.ChoiceField(
            choices=[*none, *nodes],
            required=asks,
            label=_("Counts in"),
            error_messages={"required": _("Say what the question counts in, or that it does not count.")},
        )
        self.fields["weight"] = NumberField(required=True, min_value=0, max_value=1_000_000, label=_("with the weight"))
        _as_selects(self, "node")
        self.fields["weight"].required = not (asks and self.data.get(self.add_prefix("node")) == UNSCORED)

    def has_changed(self) -> bool:
        """A line of a new question is never passed over, unless it says that the question does not count."""
        if self.asks:
            return self.data.get(self.add_prefix("node")) != UNSCORED
        return super().has_changed()


def _as_selects(form: forms.Form, *names: str) -> None:
    for name in names:
        form.fields[name].widget.attrs["class"] = "form-select"


class BaseRows(forms.BaseFormSet):
    """Lines that may not share what tells them apart."""

    apart = ""
    default_error_messages = forms.BaseFormSet.default_error_messages | {
        "too_many_forms": ngettext_lazy("At most %(num)d line is read.", "At most %(num)d lines are read.", "num")
    }

    def full_clean(self) -> None:
        if self.form_kwargs.get("redrawn"):
            vars(self).update(_errors=[], _non_form_errors=self.error_class())
        else:
            super().full_clean()

    def total_form_count(self) -> int:
        """Lines of which nothing came are not made, whatever number was sent."""
        count: int = super().total_form_count()
        if not self.is_bound:
            return count
        sent = re.compile(rf"{re.escape(str(self.prefix))}-(\d{{1,4}})-")
        numbers = [int(found[1]) for name in self.data if (found := sent.match(name))]
        return min(count, max(numbers, default=-1) + 1)

    def is_valid(self) -> bool:
        return not self.form_kwargs.get("redrawn") and super().is_valid()

    @property
    def written(self) -> list[dict[str, Any]]:
        """What was typed into the lines as far as it can be read; lines without anything are left out."""
        if not self.is_bound:
            return []
        self.full_clean()
        return [form.cleaned_data for form in self.forms if form.has_changed() and hasattr(form, "cleaned_data")]

    def clean(self) -> None:
        seen: set[str] = set()
        for form in self.forms:
            value = form.cleaned_data.get(self.apart) if form.has_changed() else None
            if value in seen:
                form.add_error(self.apart, _("This stands here twice."))
            seen |= {value} if value else set()


def rows_of(form: type[BaseRowForm], tells_apart: str) -> type[BaseRows]:
    """This function will return the set of lines of one sort, sixty at most."""
    rows = type(f"{form.__name__}Set", (BaseRows,), {"apart": tells_apart})
    made = forms.formset_factory(
        form, formset=rows, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS + 1, validate_max=True
    )
    return cast(type[BaseRows], made)


SETS = {
    "options": rows_of(OptionForm, "key"),
    "rows": rows_of(RowForm, "key"),
    "steps": rows_of(StepForm, "points"),
    "bands": rows_of(BandForm, "upto"),
    "crosswalk": rows_of(CrosswalkForm, "ref"),
    "feeds": rows_of(FeedForm, "node"),
}
