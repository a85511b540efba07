from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import key_field, position_field, text_field
from assessment.scoring.texts import localise


class Vocabulary(models.TextChoices):
    KIND = "kind", _("kind of offering")
    PROVIDER_KIND = "provider_kind", _("kind of provider")
    PRICE_MODEL = "price_model", _("price model")
    DEPLOYMENT = "deployment", _("way of delivery")


class Term(models.Model):
    """One word of a vocabulary that the catalogue's editors may extend."""

    vocabulary = models.CharField(_("vocabulary"), max_length=13, choices=Vocabulary)
    position = position_field(_("position"))
    key = key_field(_("key"))
    title = text_field(_("title"))

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "key"], name="term_key_is_unique_in_its_vocabulary"),
            models.CheckConstraint(condition=~models.Q(key=""), name="term_has_a_key"),
            models.CheckConstraint(
                condition=models.Q(vocabulary__in=Vocabulary.values), name="term_is_of_a_known_vocabulary"
            ),
        ]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.key
