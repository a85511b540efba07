"""The owner's leave to confirm a report to others. Each time it is given is a row of its own; taken back, it stays as history."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User
from recommendations.report.models.reports import Report


class ConfirmationQuerySet(models.QuerySet["Confirmation"]):
    def standing(self) -> "ConfirmationQuerySet":
        return self.filter(withdrawn_at__isnull=True)


class Confirmation(models.Model):
    """`allowed_by` and `withdrawn_by` are None where that was done without an account, with the browser's key."""

    report = models.ForeignKey(Report, verbose_name=_("report"), on_delete=models.CASCADE, related_name="confirmations")
    allowed_by = models.ForeignKey(
        User, verbose_name=_("allowed by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    allowed_at = models.DateTimeField(_("allowed"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        User, verbose_name=_("taken back by"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = ConfirmationQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave to confirm")
        verbose_name_plural = _("leaves to confirm")
        ordering = ["-allowed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=Q(withdrawn_at__isnull=True), name="report_may_be_confirmed_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("allowed_at")),
                name="confirmation_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True) | Q(withdrawn_at__isnull=False),
                name="confirmation_is_taken_back_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.report.number
