"""Banks and releases, to read: they change through documents and releases, never by hand."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from assessment.bank.models import Bank, Release
from assessment.bank.queries import bank_rows


class ReadOnlyAdmin(admin.ModelAdmin):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Bank)
class BankAdmin(ReadOnlyAdmin):
    list_display = ["slug", "title_in_my_language", "newest_release", "release_count"]
    search_fields = ["slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Bank]:
        return bank_rows()

    @admin.display(description=_("title"))
    def title_in_my_language(self, bank: Bank) -> str:
        return str(bank)

    @admin.display(description=_("newest release"))
    def newest_release(self, bank: Bank) -> str:
        return next((release.version for release in bank.releases.all()), "–")

    @admin.display(description=_("releases"))
    def release_count(self, bank: Bank) -> int:
        return len(bank.releases.all())


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    list_display = ["bank", "version", "released_at", "released_by", "note"]
    list_filter = ["bank"]
    list_select_related = ["bank", "released_by"]
    search_fields = ["content_hash", "note"]
    fields = [
        *["bank", "version", "note", "released_at", "released_by"],
        *["content_hash", "structure_hash", "document"],
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        """The list leaves the documents where they are; a hundred releases would weigh ten megabytes."""
        return super().get_queryset(request).defer("document")

    @admin.display(description=_("release"), ordering="major")
    def version(self, release: Release) -> str:
        return release.version
