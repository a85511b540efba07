from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import text_field
from assessment.scoring.texts import localise
from recommendations.catalogue.models.categories import Category
from recommendations.catalogue.models.currency import CURRENCY


class SchemeForm(models.TextChoices):
    """How a scheme helps. Only a grant and a voucher carry part of a price; the others make paying easier."""

    GRANT = "grant", _("grant")
    VOUCHER = "voucher", _("voucher")
    INTEREST = "interest", _("interest subsidy")
    LOAN = "loan", _("loan on easier terms")
    TAX = "tax", _("tax relief")


class Payer(models.TextChoices):
    PUBLIC = "public", _("public")
    PRIVATE = "private", _("private")


class FundingSchemeQuerySet(models.QuerySet["FundingScheme"]):
    def on_offer(self, on: date) -> "FundingSchemeQuerySet":
        """Neither suspended, nor not yet valid, nor expired."""
        running = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
        return self.filter(running, suspended=False, valid_from__lte=on)


class FundingScheme(models.Model):
    """A dated rule that carries part of a cost: `rate` percent of what counts, up to `cap`.

    What counts is `eligible_percent` of the price of help in `categories` (none = all), as `eligible_costs` says in
    words. `rate` or `cap` is empty where none was published; without a rate nothing is counted. `bank_slug` is the bank
    whose profile `sizes`, `sectors`, `regions` and `eligible_if` ask; `place` narrows the regions to a city or district
    that no questionnaire asks for; `checks` are conditions in words that no answer settles: [{locale: text}].
    `sources` is [{text: {locale: text}, date, url}].
    """

    key = models.SlugField(_("key"), max_length=60, unique=True)
    bank_slug = models.SlugField(_("question bank"), max_length=60)
    title = text_field(_("title"))
    summary = text_field(_("summary"))
    granted_by = text_field(_("granted by"))
    payer = models.CharField(_("money"), max_length=7, choices=Payer, default=Payer.PUBLIC)
    form = models.CharField(_("form"), max_length=8, choices=SchemeForm)
    is_sample = models.BooleanField(_("sample, made up"), default=False)
    sizes = models.JSONField(_("size classes"), default=list, blank=True)
    sectors = models.JSONField(_("sectors"), default=list, blank=True)
    regions = models.JSONField(_("regions"), default=list, blank=True)
    place = text_field(_("only in this place"))
    eligible_if = models.JSONField(_("eligible if"), null=True, blank=True)
    checks = models.JSONField(_("to be checked with the office"), default=list, blank=True)
    categories = models.ManyToManyField(Category, verbose_name=_("categories"), related_name="schemes", blank=True)
    rate_percent = models.DecimalField(_("rate in percent"), max_digits=5, decimal_places=2, null=True, blank=True)
    cap = models.DecimalField(_("at most"), max_digits=12, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="CNY", validators=[CURRENCY])
    eligible_percent = models.DecimalField(
        _("share of the price that counts"), max_digits=5, decimal_places=2, default=100
    )
    eligible_costs = text_field(_("costs that count"))
    stacks = models.BooleanField(_("may be combined with other schemes"), default=False)
    stacked_percent = models.DecimalField(
        _("most that all schemes together may carry, in percent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    stacking_terms = text_field(_("terms of combining"))
    sources = models.JSONField(_("sources"), default=list)
    url = models.URLField(_("address on the web"), blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    suspended = models.BooleanField(_("suspended"), default=False)

    objects = FundingSchemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("funding scheme")
        verbose_name_plural = _("funding schemes")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(condition=~Q(key=""), name="scheme_has_a_key"),
            models.CheckConstraint(condition=~Q(bank_slug=""), name="scheme_asks_a_bank"),
            models.CheckConstraint(
                condition=~Q(sources=[]),
                name="scheme_has_a_source",
                violation_error_message=_("Name at least one source."),
            ),
            models.CheckConstraint(condition=Q(form__in=SchemeForm.values), name="scheme_is_of_a_known_form"),
            models.CheckConstraint(condition=Q(payer__in=Payer.values), name="scheme_money_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=Q(rate_percent__isnull=True) | Q(rate_percent__gt=0, rate_percent__lte=100),
                name="scheme_rate_is_a_share",
                violation_error_message=_("The rate is above 0 and at most 100 percent."),
            ),
            models.CheckConstraint(
                condition=Q(cap__isnull=True) | Q(cap__gt=0),
                name="scheme_cap_is_positive",
                violation_error_message=_("The most that is paid is above 0; leave it empty if it was not published."),
            ),
            models.CheckConstraint(
                condition=Q(eligible_percent__gt=0, eligible_percent__lte=100),
                name="scheme_eligible_part_is_a_share",
                violation_error_message=_("The share of the price that counts is above 0 and at most 100 percent."),
            ),
            models.CheckConstraint(
                condition=Q(stacked_percent__isnull=True) | Q(stacked_percent__gt=0, stacked_percent__lte=100),
                name="scheme_stacked_part_is_a_share",
                violation_error_message=_("What all schemes together may carry is above 0 and at most 100 percent."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="scheme_days_are_in_order",
                violation_error_message=_("The last day of validity is before the first one."),
            ),
        ]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.key
