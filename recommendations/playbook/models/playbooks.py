from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models import Change, WorkingCopy


class Playbook(WorkingCopy):
    """The working copy of the advice for one bank."""

    bank_slug = models.SlugField(_("question bank"), max_length=60)

    class Meta:
        verbose_name = _("playbook")
        verbose_name_plural = _("playbooks")
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(fields=["bank_slug"], name="bank_has_one_playbook"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="playbook_has_a_slug"),
            models.CheckConstraint(condition=~models.Q(bank_slug=""), name="playbook_is_for_a_bank"),
        ]


class PlaybookChange(Change):
    copy = models.ForeignKey(Playbook, verbose_name=_("playbook"), on_delete=models.CASCADE, related_name="changes")

    class Meta:
        verbose_name = _("change of a playbook")
        verbose_name_plural = _("changes of playbooks")
        ordering = ["copy", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["copy", "revision"], name="playbook_has_one_change_for_each_revision"),
        ]
