"""What may be asked of the pages about requests and demand in their addresses."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recommendations.catalogue.contact.queries import State
from recommendations.desk.contact_rows import Wishes
from recommendations.desk.tables import FileFormat

Choices = Iterable[tuple[str, Any]]


class FileForm(forms.Form):
    """As a file, in which format; as a page if none is named."""

    format = forms.ChoiceField(required=False, choices=[(each.value, each.value) for each in FileFormat])

    def chosen(self) -> FileFormat | None:
        """This function will return the format that a valid form asks for."""
        return FileFormat(self.cleaned_data["format"]) if self.cleaned_data["format"] else None


class PlaceForm(forms.Form):
    category = forms.ChoiceField(label=_("Category"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)

    def __init__(self, *args: Any, categories: Choices, regions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **({"auto_id": "wish-%s"} | kwargs))
        self._offer("category", categories)
        self._offer("region", regions)

    def _offer(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("All")), *choices]
        field.widget.attrs["class"] = "form-select"


class RequestsForm(PlaceForm):
    state = forms.ChoiceField(label=_("State"), required=False, choices=State.choices)
    samples = forms.BooleanField(label=_("With sample providers"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("state", State.choices)
        self.fields["samples"].widget.attrs["class"] = "form-check-input"

    def wishes(self) -> Wishes:
        """This function will return what a valid form asks for."""
        given = self.cleaned_data
        return Wishes(given["category"], given["region"], given["state"], given["samples"])


class DemandForm(PlaceForm):
    unmet = forms.BooleanField(label=_("Only where nothing is on offer"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unmet"].widget.attrs["class"] = "form-check-input"
