"""Reports, to read. Their documents stay where they are; the PDF is handed out to its enterprise only."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from assessment.bank.admin import ReadOnlyAdmin
from recommendations.report.models import Report


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    list_display = ["number", "language", "created_at", "content_hash"]
    list_filter = ["language"]
    search_fields = ["number", "content_hash", "pdf_hash"]
    ordering = ["-created_at", "-pk"]
    fields = ["number", "language", "created_at", "content_hash", "pdf_hash"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return super().get_queryset(request).defer("content", "pdf")
