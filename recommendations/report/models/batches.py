"""The queue of reports: one order for many clients, drawn one by one by whoever takes the next."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Client, User, Workspace
from assessment.responses.models import Assessment
from recommendations.report.models.reports import Report


class BatchState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    DRAWING = "drawing", _("being drawn")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class Batch(models.Model):
    """`options` are those of every report in it: sections, languages, view; see `report.editions`."""

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, related_name="batches"
    )
    options = models.JSONField(_("options"), default=dict)
    ordered_by = models.ForeignKey(User, verbose_name=_("ordered by"), on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField(_("ordered"), auto_now_add=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)

    class Meta:
        verbose_name = _("order of reports")
        verbose_name_plural = _("orders of reports")
        ordering = ["-ordered_at", "-pk"]

    def __str__(self) -> str:
        return str(self.public_id)


class BatchItem(models.Model):
    """One report of an order. Who draws it holds it until `held_until`; whoever comes later may take it from the dead."""

    batch = models.ForeignKey(Batch, verbose_name=_("order"), on_delete=models.CASCADE, related_name="items")
    number = models.PositiveIntegerField(_("number"))
    client = models.ForeignKey(Client, verbose_name=_("client"), on_delete=models.CASCADE, related_name="+")
    assessment = models.ForeignKey(Assessment, verbose_name=_("assessment"), on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=16)
    state = models.CharField(_("state"), max_length=7, choices=BatchState, default=BatchState.WAITING)
    tries = models.PositiveSmallIntegerField(_("attempts"), default=0)
    held_until = models.DateTimeField(_("held until"), null=True, blank=True)
    report = models.ForeignKey(
        Report, verbose_name=_("report"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    failure = models.CharField(_("failure"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("report of an order")
        verbose_name_plural = _("reports of an order")
        ordering = ["batch", "number"]
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="batch_item_is_numbered_once"),
            models.CheckConstraint(condition=Q(state__in=BatchState.values), name="batch_item_state_is_known"),
            models.CheckConstraint(
                condition=Q(report__isnull=False) | ~Q(state=BatchState.DONE), name="batch_item_is_done_with_a_report"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.number}"
