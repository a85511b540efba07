from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import text_field
from assessment.scoring.texts import localise


class Bank(models.Model):
    """One question bank and its working copy; `extras` holds what the document says beside its rows."""

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    title = text_field(_("title"))
    extras = models.JSONField(_("further parts of the document"), default=dict, blank=True)

    class Meta:
        verbose_name = _("question bank")
        verbose_name_plural = _("question banks")
        ordering = ["slug"]
        constraints = [models.CheckConstraint(condition=~models.Q(slug=""), name="bank_has_a_slug")]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.slug
