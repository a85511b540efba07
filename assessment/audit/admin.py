"""The record, to read."""

from django.contrib import admin
from django.http import HttpRequest

from assessment.audit.models import AuditEvent


@admin.register(AuditEvent)
class AuditEventAdmin(admin.ModelAdmin):
    list_display = ["at", "actor", "event", "object_type", "object_id"]
    list_filter = ["at", "event", "object_type"]
    list_select_related = ["actor"]
    search_fields = ["object_id", "actor__email"]
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEvent | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEvent | None = None) -> bool:
        return False
