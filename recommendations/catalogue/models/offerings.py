from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.bank.models.fields import text_field
from assessment.scoring.texts import localise
from recommendations.catalogue.models.categories import Category
from recommendations.catalogue.models.currency import CURRENCY
from recommendations.catalogue.models.providers import Provider
from recommendations.catalogue.models.terms import Term, Vocabulary


class OfferingKind(models.TextChoices):
    PRODUCT = "product", _("product")
    SERVICE = "service", _("service")
    TRAINING = "training", _("training")
    CASE = "case", _("case")
    ACTIVITY = "activity", _("activity")
    FINANCE = "finance", _("finance")


class OfferingQuerySet(models.QuerySet["Offering"]):
    def on_offer(self, on: date) -> "OfferingQuerySet":
        """Neither suspended, nor not yet valid, nor expired."""
        running = Q(valid_until__isnull=True) | Q(valid_until__gte=on)
        return self.filter(running, suspended=False, valid_from__lte=on)

    def with_words(self) -> "OfferingQuerySet":
        return self.select_related("provider", "provider__kind", "price_model", "deployment")


class Offering(models.Model):
    """What a provider sells to whom. Empty `sizes`, `sectors` or `regions` mean all; `eligible_if` asks the profile.

    Of a case they say whom it was about, and `outcome` what came of it. `issue` names the public catalogue, with its
    issue, that lists the offering; `search_text` holds all its words in all languages, for searching.
    """

    provider = models.ForeignKey(
        Provider, verbose_name=_("provider"), on_delete=models.CASCADE, related_name="offerings"
    )
    key = models.CharField(_("key"), max_length=60)
    kind = models.CharField(_("kind"), max_length=8, choices=OfferingKind)
    category = models.ForeignKey(
        Category, verbose_name=_("category"), on_delete=models.PROTECT, related_name="offerings"
    )
    title = text_field(_("title"))
    summary = text_field(_("summary"))
    price_model = models.ForeignKey(
        Term,
        verbose_name=_("price model"),
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.PRICE_MODEL},
    )
    price_minimum = models.DecimalField(_("price from"), max_digits=12, decimal_places=2, null=True, blank=True)
    price_maximum = models.DecimalField(_("price to"), max_digits=12, decimal_places=2, null=True, blank=True)
    price_unit = text_field(_("price per"))
    currency = models.CharField(_("currency"), max_length=3, default="CNY", validators=[CURRENCY])
    discount_percent = models.DecimalField(
        _("discount in percent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    discount_terms = text_field(_("terms of the discount"))
    sizes = models.JSONField(_("size classes"), default=list, blank=True)
    sectors = models.JSONField(_("sectors"), default=list, blank=True)
    regions = models.JSONField(_("regions"), default=list, blank=True)
    eligible_if = models.JSONField(_("eligible if"), null=True, blank=True)
    deployment = models.ForeignKey(
        Term,
        verbose_name=_("way of delivery"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"vocabulary": Vocabulary.DEPLOYMENT},
    )
    go_live_weeks_from = models.PositiveSmallIntegerField(_("weeks to go live, at least"), null=True, blank=True)
    go_live_weeks_to = models.PositiveSmallIntegerField(_("weeks to go live, at most"), null=True, blank=True)
    trial = text_field(_("trial"))
    exit_terms = text_field(_("exit terms"))
    security_statement = text_field(_("security statement"))
    outcome = text_field(_("what came of it"))
    languages = models.JSONField(_("languages"), default=list, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    suspended = models.BooleanField(_("suspended"), default=False)
    issue = text_field(_("listed in"))
    source = text_field(_("source"))
    search_text = models.TextField(_("searched text"), blank=True, editable=False)
    url = models.URLField(_("address on the web"), blank=True)

    objects = OfferingQuerySet.as_manager()

    class Meta:
        verbose_name = _("offering")
        verbose_name_plural = _("offerings")
        ordering = ["category", "provider", "key"]
        indexes = [models.Index(fields=["category", "suspended", "valid_from"], name="offering_by_category")]
        constraints = [
            models.UniqueConstraint(fields=["provider", "key"], name="offering_key_is_unique_at_its_provider"),
            models.CheckConstraint(condition=~Q(key=""), name="offering_has_a_key"),
            models.CheckConstraint(condition=Q(kind__in=OfferingKind.values), name="offering_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=Q(price_minimum__isnull=True) | Q(price_minimum__gte=0),
                name="offering_price_is_not_negative",
                violation_error_message=_("A price is not below 0."),
            ),
            models.CheckConstraint(
                condition=Q(price_maximum__isnull=True)
                | Q(price_minimum__isnull=False, price_maximum__gte=F("price_minimum")),
                name="offering_prices_are_in_order",
                violation_error_message=_("The upper price needs a lower one, and is not below it."),
            ),
            models.CheckConstraint(
                condition=~Q(currency=""),
                name="offering_has_a_currency",
                violation_error_message=_("A price needs its currency."),
            ),
            models.CheckConstraint(
                condition=Q(discount_percent__isnull=True) | Q(discount_percent__gt=0, discount_percent__lte=100),
                name="offering_discount_is_a_share",
                violation_error_message=_("A discount is above 0 and at most 100 percent."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="offering_days_are_in_order",
                violation_error_message=_("The last day of validity is before the first one."),
            ),
            models.CheckConstraint(
                condition=Q(go_live_weeks_from__isnull=True, go_live_weeks_to__isnull=True)
                | Q(go_live_weeks_from__lte=F("go_live_weeks_to")),
                name="offering_weeks_are_in_order",
                violation_error_message=_("The least number of weeks is above the most."),
            ),
        ]

    def __str__(self) -> str:
        return localise(self.title, get_language() or "") or self.key
