"""The forms of the advice desk. Every change says why, and on top of which number it was made."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.accounts.names import validate_visible
from assessment.responses.forms import bare_helper, validate_storable
from recommendations.plan.amounts import DAYS, WholeField
from recommendations.plan.models import OverlayKind
from recommendations.plan.overlay.folding import Change
from recommendations.plan.overlay.wording import Written
from recommendations.plan.plan_forms import MOST_YUAN, TEXT_LENGTH, TITLE_LENGTH, TOO_LARGE, Lines

KEY_LENGTH = 60
MOST_STEPS = 12
MOST_DAYS = 999
MOST_SERVICES = 3
MOST_CATEGORIES = 5
MOST_CHANGES = 2_147_483_647
PRESSED = (OverlayKind.HIDE, OverlayKind.SHOW, OverlayKind.REMOVE)


class ReasonForm(forms.Form):
    """`base` is the number of the last change that its writer saw."""

    base = forms.IntegerField(min_value=0, max_value=MOST_CHANGES, widget=forms.HiddenInput)
    reason = Lines(
        label=_("Why?"),
        max_length=TEXT_LENGTH,
        validators=[validate_storable],
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("It is kept with your name."),
        error_messages={"required": _("Say why: each change of the advice keeps its reason.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()

    def sent_again(self, base: int) -> list[tuple[str, str]]:
        """This function will return the fields of a valid form as they were sent, to be sent on top of `base`."""
        sent = [(name, value) for name in self.fields if name != "base" for value in self._sent(name)]
        return [("base", str(base)), *sent]

    def _sent(self, name: str) -> list[str]:
        return [str(value) for value in self.data.getlist(name)]  # type: ignore[attr-defined]


class PressForm(ReasonForm):
    """What takes one press: leave out, show again, take out what was added."""

    kind = forms.ChoiceField(choices=[(kind.value, kind.label) for kind in PRESSED])
    key = forms.CharField(max_length=KEY_LENGTH, validators=[validate_storable])

    def change(self) -> Change:
        """This function will return the change that a valid form asks for."""
        given = self.cleaned_data
        return Change(OverlayKind(given["kind"]), given["key"], reason=given["reason"])


class MoveForm(ReasonForm):
    """`move` is "key,before,way": what is moved before what (nothing: to the end), by which button."""

    move = forms.RegexField(r"^[A-Za-z0-9_-]{1,60},[A-Za-z0-9_-]{0,60},(up|down|first|drag)$")

    def change(self) -> Change:
        """This function will return the change that a valid form asks for."""
        key, before, _way = self.cleaned_data["move"].split(",")
        return Change(OverlayKind.MOVE, key, {"before": before}, reason=self.cleaned_data["reason"])

    def moved(self) -> str:
        """This function will return "key,way", by which the focus finds its way back to the button."""
        key, _before, way = self.cleaned_data["move"].split(",")
        return f"{key},{way}"


class WordsForm(ReasonForm):
    """Title, why and steps in each language of the report; what stays as the engine says it is not kept as own."""

    def __init__(self, *args: Any, languages: Sequence[Written], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        for language in languages:
            self.fields |= _fields_in(language)
        self.order_fields([*(name for name in self.fields if name not in ("base", "reason")), "reason", "base"])

    def blocks(self) -> list[tuple[Written, list[forms.BoundField]]]:
        """This function will return the fields of each language, to be printed together."""
        return [(each, [self[f"{part}_{each.code}"] for part in ("title", "why", "steps")]) for each in self.languages]

    def words(self) -> dict[str, dict[str, Any]]:
        """This function will return what a valid form says differently from what stands in `languages`, by part."""
        words: dict[str, dict[str, Any]] = {}
        for each in self.languages:
            given = {part: self.cleaned_data[f"{part}_{each.code}"] for part in ("title", "why", "steps")}
            for part, value in given.items():
                if value and value != getattr(each, part):
                    words.setdefault(part, {})[each.code] = list(value) if part == "steps" else value
        return words


class OwnForm(WordsForm):
    """All of something that the consultant adds: nothing of it comes from the engine."""

    cost_from = WholeField(label=_("Cost from, in yuan"), required=False, min_value=0, max_value=MOST_YUAN)
    cost_to = WholeField(label=_("Cost to, in yuan"), required=False, min_value=0, max_value=MOST_YUAN)
    days = WholeField(form=DAYS, label=_("Own working days"), required=False, min_value=0, max_value=MOST_DAYS)
    barrier = forms.ChoiceField(label=_("Which part does it help?"), required=False)
    categories = forms.MultipleChoiceField(
        label=_("Which services can help?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, barriers: Sequence[tuple[str, str]], categories: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in ("cost_from", "cost_to"):
            messages = self.fields[name].error_messages
            messages |= {"invalid": _("Enter whole yuan, such as 18000 or 1.8万."), "max_value": TOO_LARGE}
        self._choose("barrier", [("", _("No part of its own")), *barriers])
        self._choose("categories", categories)

    def _choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_categories(self) -> list[str]:
        chosen = list(self.cleaned_data["categories"])
        if len(chosen) > MOST_CATEGORIES:
            raise ValidationError(_("Choose five kinds of help at most."))
        return chosen

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        titles = [f"title_{each.code}" for each in self.languages]
        if not any(given.get(name) for name in titles) and not any(name in self.errors for name in titles):
            self.add_error(titles[0], _("Say in a few words what is to be done."))
        low, high = given.get("cost_from"), given.get("cost_to")
        if high is not None and (low is None or low > high):
            self.add_error("cost_from", _("Enter a lower end that is not above the upper one."))
        return given

    def content(self) -> dict[str, Any]:
        """This function will return all that a valid form says."""
        facts = {name: self.cleaned_data[name] for name in ("cost_from", "cost_to", "days", "barrier", "categories")}
        return self.words() | facts


class ServicesForm(ReasonForm):
    offerings = forms.MultipleChoiceField(label=_("Services"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, offers: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["offerings"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(offers.items())
        field.error_messages["invalid_choice"] = _(
            "One of these services is not on offer for this enterprise any more. Choose again."
        )

    def clean_offerings(self) -> list[str]:
        chosen = list(dict.fromkeys(self.cleaned_data["offerings"]))
        if len(chosen) > MOST_SERVICES:
            raise ValidationError(_("Choose three services at most."))
        return chosen


class KeyForm(forms.Form):
    key = forms.CharField(max_length=KEY_LENGTH, validators=[validate_storable])


class Steps(Lines):
    """One step a line; empty lines are no steps."""

    def clean(self, value: Any) -> Any:
        steps = tuple(line.strip() for line in str(super().clean(value)).split("\n") if line.strip())
        if len(steps) > MOST_STEPS:
            raise ValidationError(_("Twelve steps at most, one a line."))
        return steps


def _fields_in(language: Written) -> dict[str, forms.Field]:
    """Labels stand under the name of their language; empty fields say what the engine says."""
    attributes = {"dir": "auto", "lang": language.tag}
    common: dict[str, Any] = {"required": False, "validators": [validate_storable]}
    named = common | {"validators": [validate_storable, validate_visible]}
    return {
        f"title_{language.code}": forms.CharField(
            label=_("Title"), max_length=TITLE_LENGTH, widget=forms.TextInput(attrs=attributes), **named
        ),
        f"why_{language.code}": Lines(
            label=_("Why it helps"),
            max_length=TEXT_LENGTH,
            widget=forms.Textarea(attrs={**attributes, "rows": 3}),
            **common,
        ),
        f"steps_{language.code}": Steps(
            label=_("Steps, one a line"),
            max_length=TEXT_LENGTH,
            widget=forms.Textarea(attrs={**attributes, "rows": 4}),
            **common,
        ),
    }
