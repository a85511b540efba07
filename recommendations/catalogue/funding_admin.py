"""The administration of funding schemes: the record of a file is shown, what changes from day to day is edited."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from pydantic import ValidationError as SchemaError

from assessment.accounts.models import User
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.fact_catalogue import Fact, facts_of
from recommendations.catalogue.eligibility import CONDITION, REGION, SECTOR, SIZE
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.scheme_actions import record_scheme_edit
from recommendations.catalogue.scheme_check import condition_faults

FROM_THE_FILE = ("key", "bank_slug", "title", "summary", "granted_by", "payer", "form", "is_sample", "sources", "url")
EDITED = [
    *["sizes", "sectors", "regions", "place", "eligible_if", "checks", "categories", "rate_percent", "cap", "currency"],
    *["eligible_percent", "eligible_costs", "stacks", "stacked_percent", "stacking_terms"],
    *["valid_from", "valid_until", "verified_on", "suspended"],
]
LISTED = {"sizes": SIZE, "sectors": SECTOR, "regions": REGION}


class SchemeForm(forms.ModelForm):
    """Whom a scheme is for is checked against the bank; faults name their place."""

    class Meta:
        model = FundingScheme
        fields = EDITED

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        facts = _facts(self.instance.bank_slug)
        for name, fact in LISTED.items():
            if name in cleaned:
                self._clean_keys(name, cleaned[name], set(facts[fact].options) if fact in facts else set())
        if cleaned.get("eligible_if") is not None:
            self._clean_condition(cleaned["eligible_if"], facts)
        return cleaned

    def _clean_keys(self, name: str, keys: Any, known: set[str]) -> None:
        if not isinstance(keys, list):
            self.add_error(name, _('must be a list of keys, such as [] or ["a"]'))
            return
        unknown = ", ".join(str(key) for key in keys if key not in known)
        if unknown:
            said = {"keys": unknown, "known": ", ".join(sorted(known))}
            self.add_error(name, ValidationError(_("%(keys)s: not known; known are: %(known)s"), params=said))

    def _clean_condition(self, written: Any, facts: Mapping[str, Fact]) -> None:
        try:
            condition = CONDITION.validate_python(written)
        except SchemaError:
            self.add_error("eligible_if", _("this is not a condition; the guide to banks says how one is written"))
            return
        for fault in condition_faults(condition, facts, "eligible_if"):
            self.add_error("eligible_if", str(fault))


def _facts(bank_slug: str) -> Mapping[str, Fact]:
    release = current_release(bank_slug)
    return facts_of(document_of(release.pk)) if release else {}


@admin.register(FundingScheme)
class FundingSchemeAdmin(admin.ModelAdmin):
    form = SchemeForm
    list_display = [
        "key",
        "title_in_my_language",
        "form",
        "rate_percent",
        "cap",
        "valid_until",
        "verified_on",
        "suspended",
    ]
    list_filter = ["suspended", "is_sample", "form", "payer", "stacks", "valid_until", "categories"]
    search_fields = ["key", "title", "granted_by", "sources"]
    date_hierarchy = "valid_until"
    fields = [*FROM_THE_FILE, *EDITED]
    readonly_fields = FROM_THE_FILE
    filter_horizontal = ["categories"]

    @admin.display(description=_("title"))
    def title_in_my_language(self, row: FundingScheme) -> str:
        return str(row)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: FundingScheme, form: forms.ModelForm, change: bool) -> None:
        """The form has checked every rule of the row; the record says who changed what."""
        super().save_model(request, obj, form, change)
        record_scheme_edit(scheme=obj, fields=form.changed_data, by=cast(User, request.user))
