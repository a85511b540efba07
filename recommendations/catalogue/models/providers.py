from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import text_field
from assessment.scoring.texts import localise
from recommendations.catalogue.models.terms import Term, Vocabulary


class Provider(models.Model):
    """Who offers something. A sample provider is made up and must be shown as such wherever it appears."""

    key = models.CharField(_("key"), max_length=60, unique=True)
    name = text_field(_("name"))
    is_sample = models.BooleanField(_("sample, made up"), default=False)
    kind = models.ForeignKey(
        Term,
        verbose_name=_("kind"),
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.PROVIDER_KIND},
    )
    regions = models.JSONField(_("regions"), default=list, blank=True)
    summary = text_field(_("summary"))
    contact_email = models.EmailField(_("e-mail address for requests"), blank=True)
    source = text_field(_("source"))
    url = models.URLField(_("address on the web"), blank=True)

    class Meta:
        verbose_name = _("provider")
        verbose_name_plural = _("providers")
        ordering = ["key"]
        constraints = [models.CheckConstraint(condition=~models.Q(key=""), name="provider_has_a_key")]

    def __str__(self) -> str:
        return localise(self.name, get_language() or "") or self.key
