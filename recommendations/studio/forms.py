"""What the forms of the studio have in common: the revision they were filled in from, and texts in all languages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from assessment.accounts.names import validate_visible
from assessment.scoring.texts import reject_unstorable

LONGEST_TEXT = 4000
NAMES_OF_LANGUAGES = {"en": "English", "zh-hans": "简体中文", "zh-hant": "繁體中文", "de": "Deutsch", "fr": "Français"}


def language_name(locale: str) -> str:
    """This function will return what a language calls itself, or its code where that is not known here."""
    return NAMES_OF_LANGUAGES.get(locale, locale)


class BaseRevisionForm(forms.Form):
    """Carries `base`, the revision that the person saw, so that nobody overwrites what they have not seen."""

    base = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class TextsWidget(forms.MultiWidget):
    """One field for each language, each marked with the language it is written in."""

    template_name = "studio/widgets/texts.html"

    def __init__(self, locales: Sequence[str], rows: int, attrs: dict[str, Any] | None = None) -> None:
        self.locales = list(locales)
        self.use_fieldset = True
        super().__init__({locale: _one_language(locale, rows) for locale in locales}, attrs)

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(locale, "") for locale in self.locales]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for locale, widget in zip(self.locales, context["widget"]["subwidgets"], strict=True):
            widget["language"] = language_name(locale)
        return context


def _one_language(locale: str, rows: int) -> forms.Widget:
    attrs = {"lang": locale, "class": "form-control"}
    return forms.Textarea(attrs | {"rows": rows}) if rows > 1 else forms.TextInput(attrs)


class TextsField(forms.MultiValueField):
    """A text in the languages of a bank; cleaned to {locale: text} without the empty ones."""

    def __init__(self, *, locales: Sequence[str], rows: int = 1, **options: Any) -> None:
        self.locales = list(locales)
        fields = [
            forms.CharField(required=False, max_length=LONGEST_TEXT, validators=[_storable]) for _locale in locales
        ]
        options.setdefault("required", False)
        widget = TextsWidget(locales, rows)
        super().__init__(fields, require_all_fields=False, widget=widget, **options)

    def compress(self, values: list[str]) -> dict[str, str]:
        texts = zip(self.locales, values or [], strict=False)
        return {locale: text.replace("\r\n", "\n") for locale, text in texts if text}

    def clean(self, value: Any) -> dict[str, str]:
        """A text that must be there must be there in one language at least; the check asks for the others."""
        texts: dict[str, str] = super().clean(value)
        for text in texts.values() if self.required else ():
            validate_visible(text)
        if self.required and not texts:
            raise forms.ValidationError(_("Write this in one language at least."), code="required")
        return texts


def _storable(text: str) -> None:
    try:
        reject_unstorable(text.replace("\r\n", "\n"))
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error
