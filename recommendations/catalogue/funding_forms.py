"""What the list of funding schemes can be narrowed by."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recommendations.catalogue.models import SchemeForm


def _choice(label: Any) -> forms.ChoiceField:
    error = _("“%(value)s” is not known here; this filter was left out.")
    select = forms.Select(attrs={"class": "form-select"})
    return forms.ChoiceField(label=label, required=False, widget=select, error_messages={"invalid_choice": error})


class FundingFilter(forms.Form):
    """Filters in an address: what is not known is said and left out."""

    region = _choice(_("Region"))
    sector = _choice(_("Sector"))
    size = _choice(_("Size class"))
    form = _choice(_("Form of help"))

    def __init__(self, data: Any, choices: Mapping[str, Mapping[str, str]]) -> None:
        """`choices` has the titles of regions, sectors and sizes by key, by the name of the field."""
        super().__init__(data)
        offered = {**choices, "form": {one.value: str(one.label) for one in SchemeForm}}
        for name, titles in offered.items():
            self.fields[name].choices = [("", gettext("any")), *titles.items()]  # type: ignore[attr-defined]

    def is_narrowed(self) -> bool:
        """This function will return whether the address sets any filter, known or not."""
        return any(self.data.get(name) for name in self.fields)

    def wanted(self) -> dict[str, str]:
        """This function will return the valid filters that are set, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
