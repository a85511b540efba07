from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import position_field, text_field
from assessment.scoring.texts import localise
from recommendations.catalogue.models.terms import Term


class PublicMeasure(models.Model):
    """Help that the state or an association named in public. `sources` is [{text: {locale: text}, date, url}]."""

    position = position_field(_("position"))
    key = models.CharField(_("key"), max_length=60, unique=True)
    title = text_field(_("title"))
    what = text_field(_("what it is"))
    how = text_field(_("how to get at it"))
    sources = models.JSONField(_("sources"), default=list)
    as_of = models.DateField(_("as of"))

    class Meta:
        verbose_name = _("public measure")
        verbose_name_plural = _("public measures")
        ordering = ["position", "key"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="measure_has_a_key"),
            models.CheckConstraint(condition=~models.Q(sources=[]), name="measure_has_a_source"),
        ]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.key


class Category(models.Model):
    """A kind of help that actions point to; `usual` are the terms that are common here.

    `barriers` are nodes of the bank `bank_slug`, which is also the one that conditions of offerings ask.
    """

    bank_slug = models.SlugField(_("question bank"), max_length=60)
    position = position_field(_("position"))
    key = models.SlugField(_("key"), max_length=60, unique=True)
    title = text_field(_("title"))
    description = text_field(_("description"))
    barriers = models.JSONField(_("barriers"), default=list, blank=True)
    usual = models.ManyToManyField(Term, verbose_name=_("usual terms"), related_name="+", blank=True)
    measures = models.ManyToManyField(
        PublicMeasure, verbose_name=_("public measures"), related_name="categories", blank=True
    )

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "key"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(key=""), name="category_has_a_key"),
            models.CheckConstraint(condition=~models.Q(bank_slug=""), name="category_is_for_a_bank"),
        ]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.key
