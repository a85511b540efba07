"""The catalogue: what a file says is shown, what changes from day to day (price, validity, suspension) is edited."""

from typing import cast

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User
from assessment.bank.admin import ReadOnlyAdmin
from recommendations.catalogue.actions import record_edit, record_provider_edit
from recommendations.catalogue.funding_admin import FundingSchemeAdmin
from recommendations.catalogue.models import Category, Offering, Provider, PublicMeasure, Term
from recommendations.catalogue.search_text import SearchTexts

__all__ = ["FundingSchemeAdmin"]  # found here when the administration looks for what it shows
EDITED = ["price_minimum", "price_maximum", "discount_percent", "valid_from", "valid_until", "verified_on", "suspended"]
FROM_THE_FILE = [
    *["provider", "key", "category", "kind", "title", "summary", "price_model", "price_unit", "currency"],
    *["discount_terms", "sizes", "sectors", "regions", "eligible_if", "deployment", "go_live_weeks_from"],
    *["go_live_weeks_to", "trial", "exit_terms", "security_statement", "outcome", "languages", "issue", "source"],
    "url",
]
PROVIDER_FROM_THE_FILE = ["key", "name", "is_sample", "kind", "regions", "summary", "source", "url"]


class InMyLanguage(admin.ModelAdmin):
    """Rows say their title in the reader's language by themselves."""

    @admin.display(description=_("title"))
    def title_in_my_language(self, row: Term | Category | PublicMeasure | Provider | Offering) -> str:
        return str(row)


@admin.register(Term)
class TermAdmin(InMyLanguage, ReadOnlyAdmin):
    list_display = ["key", "title_in_my_language", "vocabulary"]
    list_filter = ["vocabulary"]
    search_fields = ["key", "title"]


@admin.register(PublicMeasure)
class PublicMeasureAdmin(InMyLanguage, ReadOnlyAdmin):
    list_display = ["key", "title_in_my_language", "as_of"]
    search_fields = ["key", "title"]


@admin.register(Category)
class CategoryAdmin(InMyLanguage, ReadOnlyAdmin):
    list_display = ["key", "title_in_my_language", "bank_slug"]
    list_filter = ["bank_slug"]
    search_fields = ["key", "title"]


@admin.register(Provider)
class ProviderAdmin(InMyLanguage):
    list_display = ["key", "title_in_my_language", "kind", "is_sample", "offering_count"]
    list_filter = ["is_sample", "kind"]
    list_select_related = ["kind"]
    search_fields = ["key", "name"]
    fields = [*PROVIDER_FROM_THE_FILE, "contact_email"]
    readonly_fields = PROVIDER_FROM_THE_FILE

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Provider | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Provider, form: ModelForm, change: bool) -> None:
        super().save_model(request, obj, form, change)
        record_provider_edit(provider=obj, fields=form.changed_data, by=cast(User, request.user))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Provider]:
        return super().get_queryset(request).annotate(offered=Count("offerings"))

    @admin.display(description=_("offerings"), ordering="offered")
    def offering_count(self, provider: Provider) -> int:
        return provider.offered  # type: ignore[attr-defined]


@admin.register(Offering)
class OfferingAdmin(InMyLanguage):
    list_display = ["title_in_my_language", "provider", "category", "kind", "valid_until", "verified_on", "suspended"]
    list_filter = ["suspended", "provider__is_sample", "kind", "category"]
    list_select_related = ["provider", "category"]
    search_fields = ["key", "title", "provider__key", "provider__name"]
    date_hierarchy = "valid_until"
    fields = [*FROM_THE_FILE, *EDITED]
    readonly_fields = FROM_THE_FILE

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Offering, form: ModelForm, change: bool) -> None:
        """The form has checked every rule of the row; the record says who changed what."""
        obj.search_text = SearchTexts().of(obj)
        super().save_model(request, obj, form, change)
        record_edit(offering=obj, fields=form.changed_data, by=cast(User, request.user))
