"""The form of a funding scheme in the administration, checked as a catalogue file is; faults stand at their field."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django import forms
from django.db.models import JSONField
from pydantic import ValidationError as SchemaError

from assessment.bank.exactness import number_faults
from assessment.bank.faults import Fault, key_path
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.bank.schema_faults import schema_faults
from assessment.scoring.checks.texts import check_texts
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.findings import Severity
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.actions import known_keys
from recommendations.catalogue.document import Scheme
from recommendations.catalogue.json_field import TypedJSON
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.models.currency import CURRENCY
from recommendations.catalogue.scheme_check import faults_of_scheme
from recommendations.catalogue.scheme_rows import written_values

EDITED = [
    *["sizes", "sectors", "regions", "place", "eligible_if", "checks", "categories", "rate_percent", "cap", "currency"],
    *["eligible_percent", "eligible_costs", "stacks", "stacked_percent", "stacking_terms"],
    *["valid_from", "valid_until", "verified_on", "suspended"],
]
FIRST = re.compile(r"\w+")
LISTS, TEXTS = ("sizes", "sectors", "regions", "checks"), ("place", "eligible_costs", "stacking_terms")
EMPTY: Mapping[str, Any] = dict.fromkeys(LISTS, []) | dict.fromkeys(TEXTS, {}) | {"eligible_if": None}
JSON_FIELDS = {
    field.name: TypedJSON
    for field in FundingScheme._meta.get_fields()
    if isinstance(field, JSONField) and field.name in EDITED
}


class SchemeForm(forms.ModelForm):
    """What was emptied is empty in its own way: a list without items, a text without languages."""

    class Meta:
        model = FundingScheme
        fields = EDITED
        field_classes = JSON_FIELDS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["currency"].validators.append(CURRENCY)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned |= {name: EMPTY[name] for name in EMPTY if name in cleaned and cleaned[name] is None}
        written = written_values(self.instance) | cleaned
        written["categories"] = [category.key for category in cleaned.get("categories", ())]
        for fault in scheme_faults(self.instance.bank_slug, written):
            found = FIRST.match(fault.place)
            name = found.group() if found else ""
            if name in self.errors:
                continue
            self._add(name, fault)
        return cleaned

    def _add(self, name: str, fault: Fault) -> None:
        if name in self.fields:
            self.add_error(name, fault.message if fault.place == name else str(fault))
        else:
            self.add_error(None, str(fault))


def scheme_faults(bank_slug: str, written: Mapping[str, Any]) -> Iterable[Fault]:
    """This function will return what a catalogue file with this scheme would be refused for, by its field."""
    data = dict(written)
    try:
        scheme = Scheme.model_validate(data)
    except SchemaError as error:
        return schema_faults(Scheme, data, error, key_path)
    locales = list(scheme.title) or [FALLBACK_LOCALE]
    return [
        *number_faults(scheme),
        *_texts(scheme, locales),
        *faults_of_scheme((), scheme, _facts(bank_slug), known_keys()),
    ]


def _texts(scheme: Scheme, locales: list[str]) -> Iterator[Fault]:
    for finding in check_texts(scheme, locales):
        if finding.severity is Severity.ERROR:
            yield Fault(finding.place, finding.message)


def _facts(bank_slug: str) -> Mapping[str, Fact]:
    release = current_release(bank_slug)
    return facts_of(document_of(release.pk)) if release else {}
