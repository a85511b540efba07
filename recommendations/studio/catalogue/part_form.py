"""What the forms of the catalogue have in common: what was shown goes with them, and faults come back at their fields."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _
from pydantic import ValidationError

from assessment.bank.faults import Fault, shown
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.eligibility import CONDITION
from recommendations.studio.advice.playbook_form import RowedForm
from recommendations.studio.catalogue.fields import new_key
from recommendations.studio.catalogue.seen import FIELD, Seen
from recommendations.studio.forms import TextsField, language_name

Data = dict[str, Any]


def condition_in(data: Mapping[str, Any]) -> Data | None:
    """This function will return the condition of a row so that the builder can show it.

    One that cannot be read is a line about nothing that exists, which is refused until somebody mends or removes it.
    """
    value = data.get("eligible_if")
    try:
        CONDITION.validate_python(value)
    except ValidationError:
        return None if value is None else {"fact": "?", "op": "is", "value": shown(value)}
    return None if value is None else dict(value)


def locales_of(initial: Mapping[str, Any]) -> list[str]:
    """This function will return the languages of the installation, then those that its name has besides."""
    known = [code for code, _name in settings.LANGUAGES]
    return [*known, *(code for code in initial.get("title") or initial.get("name") or {} if code not in known)]


class PartForm(RowedForm):
    """`initial` is what the row says, `seen` goes with the form. Fields are named in `FIELDS_OF` where the schema calls them otherwise."""

    FIELDS_OF: ClassVar[Mapping[str, str]] = {}
    MAIN_TEXT: ClassVar[str] = "title"

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        initial: Data,
        seen: Seen,
        bank: BankDocument,
        is_new: bool,
        taken: Collection[str],
        **options: Any,
    ) -> None:
        super().__init__(data, initial={**initial, FIELD: seen.sealed}, **options)
        self.locales = locales_of(initial)
        self.fields[FIELD] = forms.CharField(required=False, widget=forms.HiddenInput)
        if is_new:
            self.add_key(initial, taken)
        self.build(initial, bank)

    def add_key(self, initial: Data, taken: Collection[str]) -> None:
        """This function will add the fields that give something new its key, which is none of those `taken`."""
        self.fields["key"] = new_key(taken)

    def build(self, initial: Data, bank: BankDocument) -> None:
        """This function will add the fields; choices and conditions are those of `bank`."""
        raise NotImplementedError

    def clean(self) -> Data:
        """A text that is there in one language is there in all of those that the title is in."""
        cleaned: Data = super().clean() or self.cleaned_data
        wanted = cleaned.get(self.MAIN_TEXT) or {FALLBACK_LOCALE: ""}
        for name, field in self.fields.items():
            text = cleaned.get(name)
            if isinstance(field, TextsField) and text and name not in self.errors:
                self._complain(name, text, wanted)
        return cleaned

    def _complain(self, name: str, text: Mapping[str, str], wanted: Mapping[str, str]) -> None:
        missing = [language_name(locale) for locale in wanted if not text.get(locale, "").strip()]
        surplus = [language_name(locale) for locale in text if locale not in wanted]
        if missing:
            self.add_error(name, _("Write it in %(languages)s as well.") % {"languages": ", ".join(missing)})
        elif surplus:
            said = _("The title is not there in %(languages)s; write it there as well, or leave it out here.")
            self.add_error(name, said % {"languages": ", ".join(surplus)})

    @property
    def written(self) -> Data:
        """What the valid form says, as the schema has it."""
        raise NotImplementedError

    def take_faults(self, faults: Iterable[Fault]) -> None:
        """This function will show what the check refuses at the fields, or on top where there is none for it."""
        for fault in faults:
            steps = fault.place.replace("[", ".").replace("]", "").split(".")
            name = self.FIELDS_OF.get(".".join(steps[:2])) or self.FIELDS_OF.get(steps[0], steps[0])
            if name in self.fields:
                self.add_error(name, fault.message)
            else:
                self.add_error(None, str(fault))
