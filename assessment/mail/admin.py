"""Letters in the administration, to see whether they went. What they say is nobody's to read: it holds links."""

from django.contrib import admin
from django.http import HttpRequest

from assessment.mail.models import Letter


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    list_display = ["to", "created_at", "sent_at", "tries", "next_try_at", "last_error"]
    list_filter = ["created_at", ("sent_at", admin.EmptyFieldListFilter), ("next_try_at", admin.EmptyFieldListFilter)]
    search_fields = ["to"]
    exclude = ["subject", "body"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return False
