from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import text_field
from assessment.scoring.texts import localise


class Playbook(models.Model):
    """The working copy of the advice for one bank; `extras` holds what the document says beside its rows."""

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    bank_slug = models.SlugField(_("question bank"), max_length=60)
    title = text_field(_("title"))
    extras = models.JSONField(_("further parts of the document"), default=dict, blank=True)

    class Meta:
        verbose_name = _("playbook")
        verbose_name_plural = _("playbooks")
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(fields=["bank_slug"], name="bank_has_one_playbook"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="playbook_has_a_slug"),
            models.CheckConstraint(condition=~models.Q(bank_slug=""), name="playbook_is_for_a_bank"),
        ]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.slug
