"""Who did what to which object, and when. Rows are added, never changed and never removed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEvent(models.Model):
    """`details` holds keys, numbers and states, never answers, tokens or other personal data."""

    at = models.DateTimeField(_("time"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text=_("Empty where the system or a person without an account acted."),
    )
    event = models.CharField(_("event"), max_length=60)
    object_type = models.CharField(_("kind of object"), max_length=60)
    object_id = models.CharField(_("object"), max_length=100)
    details = models.JSONField(_("details"), default=dict)
    enterprise_id = models.PositiveBigIntegerField(
        _("enterprise"),
        null=True,
        db_index=True,
        help_text=_("Whose data it was about. A plain number: the record outlives the enterprise."),
    )

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_event_by_object")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(event="") & ~models.Q(object_type="") & ~models.Q(object_id=""),
                name="audit_event_names_what_and_on_which_object",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.object_type} {self.object_id}"


class ErasurePermit(models.Model):
    """While a transaction holds one, it may delete rows that are otherwise kept; see `erasing`.

    Others never see it, for it is gone again before the transaction ends.
    """

    reason = models.CharField(_("reason"), max_length=60)

    class Meta:
        verbose_name = _("permit to erase")
        verbose_name_plural = _("permits to erase")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reason
