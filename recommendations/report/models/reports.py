"""Reports as they were handed out. A report never changes; a new result or a new catalogue makes a new one."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import F, FilteredRelation, Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User, Workspace
from assessment.responses.models import Result


class ReportQuerySet(models.QuerySet["Report"]):
    def without_documents(self) -> "ReportQuerySet":
        return self.defer("pdf", "content")

    def with_checking(self) -> "ReportQuerySet":
        """Each with `checkable_since`: when its owner let others check it, or None. No query more."""
        standing = FilteredRelation("confirmations", condition=Q(confirmations__withdrawn_at__isnull=True))
        annotated = self.annotate(standing=standing)
        return annotated.annotate(checkable_since=F("standing__allowed_at"))  # type: ignore[no-redef]

    def open_to_members(self, person: User) -> "ReportQuerySet":
        """The enterprise's own reports and those of the person's workspaces: no workspace sees what another one made."""
        return self.filter(Q(workspace=None) | Q(workspace__in=Workspace.objects.of(person)))


class Report(models.Model):
    """`content` is the frozen content, `content_hash` its SHA-256, `pdf_hash` that of the PDF.

    `workspace` is whose edition it is: None for the enterprise's own. What it looks like and which sections it has is
    part of its content. `address` is the page that confirms it, as its PDF says; "" where there was none.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    result = models.ForeignKey(Result, verbose_name=_("result"), on_delete=models.PROTECT, related_name="reports")
    language = models.CharField(_("language"), max_length=16)
    number = models.CharField(_("number"), max_length=40)
    content = models.JSONField(_("content"))
    content_hash = models.CharField(_("fingerprint of the content"), max_length=64)
    pdf = models.BinaryField(_("PDF"))
    pdf_hash = models.CharField(_("fingerprint of the PDF"), max_length=64)
    address = models.CharField(_("address of the page that confirms it"), max_length=500, blank=True, default="")
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    made_by = models.ForeignKey(
        User, verbose_name=_("made by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    checkable_since: datetime | None  # of those that come `with_checking`

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["result", "language", "content_hash"], name="report_of_one_content_is_made_once"
            ),
            models.CheckConstraint(
                condition=~Q(content_hash="") & ~Q(pdf_hash="") & ~Q(number=""),
                name="report_has_number_and_fingerprints",
            ),
        ]
        indexes = [
            models.Index(fields=["number"], name="report_by_number"),
            models.Index(fields=["pdf_hash"], name="report_by_pdf_hash"),
        ]

    def __str__(self) -> str:
        return self.number
