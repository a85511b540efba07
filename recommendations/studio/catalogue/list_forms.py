"""What may be asked of the lists of the catalogue. What is not known is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recommendations.catalogue.models import OfferingKind, SchemeForm, Vocabulary
from recommendations.studio.advice.playbook_form import Choices
from recommendations.studio.catalogue.choices import category_choices, provider_choices, term_choices
from recommendations.studio.catalogue.fields import storable
from recommendations.studio.catalogue.states import State


@dataclass(frozen=True, slots=True)
class Wanted:
    """`chosen` are the filters by name, "" for none."""

    text: str = ""
    order: str = ""
    chosen: Mapping[str, str] = field(default_factory=dict)


class ListForm(forms.Form):
    """`filters` are the choices by name with their label, `orders` the ways to sort, the usual one first."""

    use_required_attribute = False

    def __init__(self, data: Any, filters: Mapping[str, tuple[str, Choices]], orders: Choices) -> None:
        super().__init__(data)
        self._filters = tuple(filters)
        search = forms.TextInput(attrs={"class": "form-control", "type": "search"})
        self.fields["q"] = forms.CharField(
            label=_("Text"), required=False, max_length=200, validators=[storable], widget=search
        )
        for name, (label, choices) in filters.items():
            self.fields[name] = _choice(label, [("", _("all")), *choices])
        if orders:
            self.fields["order"] = _choice(_("Sorted by"), orders)

    def wanted(self) -> Wanted:
        """This function will return what the valid part of the form asks for."""
        self.is_valid()
        said = self.cleaned_data
        chosen = {name: said.get(name, "") for name in self._filters}
        return Wanted(said.get("q", "").strip(), said.get("order", ""), chosen)


def _choice(label: str, choices: Sequence[tuple[Any, Any]]) -> forms.ChoiceField:
    select = forms.Select(attrs={"class": "form-select"})
    return forms.ChoiceField(label=label, required=False, choices=choices, widget=select)


def offering_list_form(data: Any) -> ListForm:
    filters = {
        "kind": (_("Kind"), list(OfferingKind.choices)),
        "category": (_("Category"), category_choices()),
        "provider": (_("Provider"), provider_choices()),
        "state": (_("State"), list(State.choices)),
    }
    orders = [("category", _("category")), ("provider", _("provider")), *_days()]
    return ListForm(data, filters, orders)


def scheme_list_form(data: Any) -> ListForm:
    filters = {"form": (_("Form"), list(SchemeForm.choices)), "state": (_("State"), list(State.choices))}
    return ListForm(data, filters, [("key", _("key")), *_days()])


def provider_list_form(data: Any) -> ListForm:
    filters = {"kind": (_("Kind"), term_choices(Vocabulary.PROVIDER_KIND))}
    return ListForm(data, filters, [("key", _("key")), ("offered", _("number of offerings"))])


def _days() -> Choices:
    return [("verified", _("longest not verified")), ("ending", _("ending first"))]
