"""What was changed in a working copy, one row for each time somebody saved: the history, and what can be undone."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.banks import Bank


class ChangeKind(models.TextChoices):
    STARTED = "started", _("started")
    EDITED = "edited", _("edited")
    IMPORTED = "imported", _("imported")
    RESTORED = "restored", _("taken from a release")
    CONFIRMED = "confirmed", _("translation confirmed")
    UNDONE = "undone", _("undone")
    REDONE = "redone", _("done again")


class Change(models.Model):
    """`differences` lead from the revision before to this one; `confirmed` are places of texts found to be right still.

    `of` names the change that this one took back or did again.
    """

    revision = models.PositiveIntegerField(_("revision"))
    kind = models.CharField(_("kind"), max_length=9, choices=ChangeKind.choices, default=ChangeKind.EDITED)
    differences = models.JSONField(_("differences"), default=list, blank=True)
    confirmed = models.JSONField(_("confirmed"), default=list, blank=True)
    of = models.ForeignKey(
        "self", verbose_name=_("concerns"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.revision} {self.kind}"


class BankChange(Change):
    copy = models.ForeignKey(Bank, verbose_name=_("question bank"), on_delete=models.CASCADE, related_name="changes")

    class Meta:
        verbose_name = _("change of a question bank")
        verbose_name_plural = _("changes of question banks")
        ordering = ["copy", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["copy", "revision"], name="bank_has_one_change_for_each_revision"),
        ]
