from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import text_field
from assessment.scoring.texts import localise


class WorkingCopy(models.Model):
    """What is being edited. `extras` holds what the document says beside its rows, `revision` counts its changes."""

    slug = models.SlugField(_("short name"), max_length=60, unique=True)
    title = text_field(_("title"))
    extras = models.JSONField(_("further parts of the document"), default=dict, blank=True)
    revision = models.PositiveIntegerField(_("revision"), default=0, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.slug


class Bank(WorkingCopy):
    """One question bank. A retired one is offered to nobody new; what was begun with it goes on.

    Where `needs_second_person` is set, nobody releases what they proposed themselves.
    """

    needs_second_person = models.BooleanField(_("a second person releases"), default=False)
    retired_at = models.DateTimeField(_("retired"), null=True, blank=True)

    class Meta:
        verbose_name = _("question bank")
        verbose_name_plural = _("question banks")
        ordering = ["slug"]
        constraints = [models.CheckConstraint(condition=~models.Q(slug=""), name="bank_has_a_slug")]
