"""The form of an offering."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from assessment.scoring.document import BankDocument
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.models import OfferingKind, Vocabulary
from recommendations.studio.advice.playbook_form import offered, select, ticks, whole
from recommendations.studio.catalogue.choices import (
    NONE,
    category_choices,
    language_choices,
    profile_choices,
    provider_choices,
    term_choices,
)
from recommendations.studio.catalogue.fields import (
    amount,
    currency,
    day,
    percent,
    said,
    tick,
    web_address,
)
from recommendations.studio.catalogue.part_form import Data, PartForm, condition_in
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from recommendations.studio.forms import TextsField

TEXTS = ("title", "summary", "trial", "exit_terms", "security_statement", "outcome", "issue", "source")
LISTS = ("sizes", "sectors", "regions", "languages")
DAYS = ("valid_from", "valid_until", "verified_on")
SAME = ("kind", "category", *TEXTS, *LISTS, "eligible_if", "url", "suspended")
MOST_WEEKS = 520


class OfferingForm(PartForm):
    """`is_new` = provider and key can be chosen; `taken` are the keys of that provider's offerings."""

    FIELDS_OF = {
        "price": "price_minimum",
        "price.model": "price_model",
        "price.minimum": "price_minimum",
        "price.maximum": "price_maximum",
        "price.unit": "price_unit",
        "price.currency": "currency",
        "discount": "discount_percent",
        "discount.terms": "discount_terms",
        "go_live_weeks": "weeks_from",
        "go_live_weeks.maximum": "weeks_to",
    }

    def add_key(self, initial: Data, taken: Collection[str]) -> None:
        providers = [NONE, *provider_choices()]
        self.fields["provider"] = select(_("Provider"), offered(providers, [initial.get("provider", "")]))
        super().add_key(initial, taken)

    def build(self, initial: Data, bank: BankDocument) -> None:
        self.fields |= self._about(initial) | self._price(initial) | self._whom(initial, bank) | self._terms(initial)

    def _about(self, now: Data) -> Data:
        kinds = [(kind.value, kind.label) for kind in OfferingKind]
        categories = [NONE, *category_choices()]
        return {
            "kind": select(_("Kind"), offered(kinds, [now.get("kind", "")])),
            "category": select(_("Category"), offered(categories, [now.get("category", "")])),
            "title": TextsField(locales=self.locales, required=True, label=_("Title")),
            "summary": TextsField(locales=self.locales, rows=3, required=True, label=_("Summary")),
            "outcome": TextsField(locales=self.locales, rows=2, label=_("What came of it (of a case)")),
        }

    def _price(self, now: Data) -> Data:
        models = [NONE, *term_choices(Vocabulary.PRICE_MODEL)]
        return {
            "price_model": select(_("Price model"), offered(models, [now.get("price_model", "")])),
            "price_minimum": amount(_("Price from")),
            "price_maximum": amount(_("Price to")),
            "currency": currency(),
            "price_unit": TextsField(locales=self.locales, label=_("Price per, or how it comes about")),
            "discount_percent": percent(_("Discount in percent")),
            "discount_terms": TextsField(
                locales=self.locales, rows=2, label=_("For whom or until when the discount is")
            ),
        }

    def _whom(self, now: Data, bank: BankDocument) -> Data:
        lists = (
            ("sizes", _("Size classes"), SIZE),
            ("sectors", _("Sectors"), SECTOR),
            ("regions", _("Regions"), REGION),
        )
        chosen = {
            name: ticks(label, offered(profile_choices(bank, fact), now.get(name, []))) for name, label, fact in lists
        }
        subject = ConditionSubject.eligibility(bank)
        return {**chosen, "eligible_if": ConditionField(subject=subject, label=_("Only for enterprises where"))}

    def _terms(self, now: Data) -> Data:
        ways = [NONE, *term_choices(Vocabulary.DEPLOYMENT)]
        return {
            "deployment": select(_("Way of delivery"), offered(ways, [now.get("deployment") or ""]), required=False),
            "weeks_from": whole(_("Weeks until it works, at least"), 0, MOST_WEEKS, required=False),
            "weeks_to": whole(_("Weeks until it works, at most"), 0, MOST_WEEKS, required=False),
            "trial": TextsField(locales=self.locales, rows=2, label=_("Trial")),
            "exit_terms": TextsField(locales=self.locales, rows=2, label=_("Leaving, and taking your data along")),
            "security_statement": TextsField(locales=self.locales, rows=2, label=_("Security")),
            "languages": ticks(_("Languages it is offered in"), offered(language_choices(), now.get("languages", []))),
            "valid_from": day(_("Valid from"), required=True),
            "valid_until": day(_("Valid until")),
            "verified_on": day(_("Last verified on")),
            "suspended": tick(_("suspended: nobody is shown it")),
            "issue": TextsField(locales=self.locales, label=_("Listed in, with its issue")),
            "source": TextsField(locales=self.locales, rows=2, required=True, label=_("Source")),
            "url": web_address(_("Address on the web")),
        }

    def clean(self) -> Data:
        cleaned = super().clean()
        weeks = (cleaned.get("weeks_from"), cleaned.get("weeks_to"))
        if (weeks[0] is None) != (weeks[1] is None) and not {"weeks_from", "weeks_to"} & set(self.errors):
            self.add_error("weeks_to", _("Fill in both numbers of weeks, or neither."))
        return cleaned

    @property
    def written(self) -> Data:
        cleaned = self.cleaned_data
        percentage, terms = said(cleaned["discount_percent"]), cleaned["discount_terms"]
        weeks = {"minimum": cleaned["weeks_from"], "maximum": cleaned["weeks_to"]}
        return (
            {name: cleaned[name] for name in SAME}
            | {name: said(cleaned[name]) for name in DAYS}
            | {
                "price": {
                    "model": cleaned["price_model"],
                    "minimum": said(cleaned["price_minimum"]),
                    "maximum": said(cleaned["price_maximum"]),
                    "unit": cleaned["price_unit"],
                    "currency": cleaned["currency"],
                },
                "discount": {"percent": percentage, "terms": terms} if percentage or terms else None,
                "deployment": cleaned["deployment"] or None,
                "go_live_weeks": None if cleaned["weeks_from"] is None else weeks,
            }
        )


def offering_initial(data: Data) -> Data:
    """This function will return what the form shows of an offering as files write it. The order of keys says nothing."""
    price, discount, weeks = (data.get(name) or {} for name in ("price", "discount", "go_live_weeks"))
    lists = {name: sorted(data.get(name) or []) for name in LISTS}
    texts = {name: data.get(name) or {} for name in TEXTS}
    return (
        lists
        | texts
        | {name: data.get(name) for name in DAYS}
        | {
            "kind": data.get("kind", OfferingKind.SERVICE.value),
            "category": data.get("category", ""),
            "eligible_if": condition_in(data),
            "url": data.get("url", ""),
            "suspended": data.get("suspended", False),
            "price_model": price.get("model", ""),
            "price_minimum": price.get("minimum"),
            "price_maximum": price.get("maximum"),
            "price_unit": price.get("unit") or {},
            "currency": price.get("currency", "CNY"),
            "discount_percent": discount.get("percent"),
            "discount_terms": discount.get("terms") or {},
            "deployment": data.get("deployment") or "",
            "weeks_from": weeks.get("minimum"),
            "weeks_to": weeks.get("maximum"),
        }
    )
