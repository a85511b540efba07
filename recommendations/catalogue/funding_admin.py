"""The administration of funding schemes: the record of a file is shown, what changes from day to day is edited."""

from typing import cast

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.scheme_actions import record_scheme_edit
from recommendations.catalogue.scheme_form import EDITED, SchemeForm

FROM_THE_FILE = ("key", "bank_slug", "title", "summary", "granted_by", "payer", "form", "is_sample", "sources", "url")


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
