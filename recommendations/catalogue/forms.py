"""What a search may ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.responses.forms import validate_storable
from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.models import OfferingKind
from recommendations.catalogue.search import Wanted

TEXT_LENGTH = 200
Choices = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filters:
    """What can be chosen, by key: the words of the catalogue, and the options of the banks that offerings ask."""

    categories: Choices = field(default_factory=dict)
    sectors: Choices = field(default_factory=dict)
    sizes: Choices = field(default_factory=dict)
    regions: Choices = field(default_factory=dict)
    deployments: Choices = field(default_factory=dict)
    price_models: Choices = field(default_factory=dict)


def _choice(label: Any) -> forms.ChoiceField:
    error = _("“%(value)s” is not known here; this filter was left out.")
    select = forms.Select(attrs={"class": "form-select"})
    return forms.ChoiceField(label=label, required=False, widget=select, error_messages={"invalid_choice": error})


def _tick(label: Any) -> forms.BooleanField:
    return forms.BooleanField(
        label=label, required=False, widget=forms.CheckboxInput(attrs={"class": "form-check-input"})
    )


class SearchForm(forms.Form):
    """Filters in an address: what is not known is said and left out, the rest is searched."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        max_length=TEXT_LENGTH,
        validators=[validate_storable],
        widget=forms.TextInput(attrs={"class": "form-control", "type": "search", "dir": "auto"}),
    )
    kind = _choice(_("Kind"))
    category = _choice(_("Category"))
    sector = _choice(_("Sector"))
    size = _choice(_("Size class"))
    region = _choice(_("Region"))
    deployment = _choice(_("Way of delivery"))
    price_model = _choice(_("Price model"))
    priced = _tick(_("names a price"))
    free = _tick(_("free of charge"))
    verified = _tick(_("verified within the last year"))
    CHOSEN = ("kind", "category", "sector", "size", "region", "deployment", "price_model")
    TICKED = ("priced", "free", "verified")

    def __init__(self, data: Any, filters: Filters) -> None:
        super().__init__(data)
        self._choices: dict[str, Choices] = {
            "kind": {kind.value: str(kind.label) for kind in OfferingKind},
            "category": filters.categories,
            "sector": filters.sectors,
            "size": filters.sizes,
            "region": filters.regions,
            "deployment": filters.deployments,
            "price_model": filters.price_models,
        }
        for name in self.CHOSEN:
            self._offer(name, self._choices[name].items())

    def _offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        self.fields[name].choices = [("", gettext("any")), *choices]  # type: ignore[attr-defined]

    def count(self, name: str, counts: Mapping[str, int]) -> None:
        """This function will write behind each choice how many offerings it would leave."""
        titles = self._choices[name].items()
        self._offer(name, [(key, f"{title} ({counts.get(key, 0)})") for key, title in titles])

    @property
    def selects(self) -> list[forms.BoundField]:
        return [field for field in self if isinstance(field.field, forms.ChoiceField)]

    @property
    def ticks(self) -> list[forms.BoundField]:
        return [self[name] for name in self.TICKED]

    def wanted(self) -> Wanted:
        """This function will return what the valid part of the form asks for."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            text=said.get("q", ""),
            **{name: said.get(name, "") for name in self.CHOSEN},
            is_priced=said.get("priced", False),
            is_free=said.get("free", False),
            is_verified=said.get("verified", False),
        )

    @property
    def filter_count(self) -> int:
        """How many filters are set beside the text and the kind, which stands above the list."""
        return sum(bool(self.cleaned_data.get(name)) for name in (*self.CHOSEN, *self.TICKED) if name != "kind")


class FitForm(SearchForm):
    """The same search for one enterprise, narrowed to an answer; what does not fit is shown only if it is asked for."""

    fit = _choice(_("Fit"))

    def __init__(self, data: Any, filters: Filters) -> None:
        super().__init__(data, filters)
        self._offer("fit", Eligibility.choices)

    @property
    def chosen_fit(self) -> str:
        """The answer that is asked for, "" for whatever may fit. The form has been read."""
        return str(self.cleaned_data.get("fit", ""))

    def shown(self) -> tuple[Eligibility, ...]:
        """This function will return the answers that are shown."""
        self.is_valid()
        return (Eligibility(self.chosen_fit),) if self.chosen_fit else (Eligibility.YES, Eligibility.MAYBE)
