"""Written providers and offerings as rows: looked up once, written in batches, however many there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessment.bank.plain_data import plain_data
from recommendations.catalogue import document as written
from recommendations.catalogue.models import Category, ContactRequest, Offering, Provider, Term, Vocabulary
from recommendations.catalogue.models.offerings import OfferingQuerySet
from recommendations.catalogue.search_text import SearchTexts

BATCH = 500
KEYS = {"id", "key", "provider"}
TEXTS = ("title", "summary", "trial", "exit_terms", "security_statement", "outcome", "issue", "source")
SAME = (
    *("key", "kind", *TEXTS, "sizes", "sectors", "regions", "languages"),
    *("valid_from", "valid_until", "verified_on", "suspended", "url"),
)


@dataclass(frozen=True, slots=True)
class Stored:
    """How many offerings were new, replaced, deleted, or kept but taken off the list because somebody asked for them."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    suspended: int = 0


def columns_of(model: type[Offering] | type[Provider]) -> list[str]:
    """This function will return the columns that a row with the same key has replaced."""
    return [field.name for field in model._meta.concrete_fields if field.name not in KEYS]


class Rows:
    """Makes rows of checked documents; a term or category that is not there is a KeyError."""

    def __init__(self) -> None:
        terms = Term.objects.order_by("pk")
        self._terms = {(term.vocabulary, term.key): term for term in terms}
        self._categories = {category.key: category for category in Category.objects.order_by("pk")}
        self._searched = SearchTexts()

    def provider(self, provider: written.Provider, *, is_sample: bool) -> Provider:
        return Provider(
            key=provider.key,
            name=provider.name,
            is_sample=is_sample,
            kind=self._terms[Vocabulary.PROVIDER_KIND, provider.kind],
            regions=provider.regions,
            summary=provider.summary,
            contact_email=provider.contact_email,
            source=provider.source,
            url=provider.url,
        )

    def offering(self, offering: written.Offering, provider: Provider) -> Offering:
        """Columns named as in the document are taken over as they are."""
        price, discount, weeks = offering.price, offering.discount, offering.go_live_weeks
        delivered = offering.deployment
        row = Offering(
            **{name: getattr(offering, name) for name in SAME},
            provider=provider,
            category=self._categories[offering.category],
            price_model=self._terms[Vocabulary.PRICE_MODEL, price.model],
            price_minimum=price.minimum,
            price_maximum=price.maximum,
            price_unit=price.unit,
            currency=price.currency,
            discount_percent=None if discount is None else discount.percent,
            discount_terms={} if discount is None else discount.terms,
            eligible_if=None if offering.eligible_if is None else plain_data(offering.eligible_if),
            deployment=None if delivered is None else self._terms[Vocabulary.DEPLOYMENT, delivered],
            go_live_weeks_from=None if weeks is None else weeks.minimum,
            go_live_weeks_to=None if weeks is None else weeks.maximum,
        )
        row.search_text = self._searched.of(row)
        return row


def store(providers: Sequence[tuple[written.Provider, bool]], *, whole: bool) -> Stored:
    """This function will add or replace providers and their offerings, by key; each comes with whether it is a sample.

    With `whole` the offerings that a provider's document does not name go. No key may come twice. The number of queries
    grows with batches of rows, not with rows.
    """
    rows = Rows()
    kept = [rows.provider(provider, is_sample=is_sample) for provider, is_sample in providers]
    Provider.objects.bulk_create(
        kept, BATCH, update_conflicts=True, unique_fields=["key"], update_fields=columns_of(Provider)
    )
    offerings = [
        rows.offering(offering, row)
        for row, (provider, _sample) in zip(kept, providers, strict=True)
        for offering in provider.offerings
    ]
    before = _keys_of(kept)
    Offering.objects.bulk_create(
        offerings, BATCH, update_conflicts=True, unique_fields=["provider", "key"], update_fields=columns_of(Offering)
    )
    named = {(row.provider.pk, row.key) for row in offerings}
    others = [pk for key, pk in before.items() if key not in named]
    deleted, suspended = _take_off(others) if whole else (0, 0)
    if not whole:
        renew_search_texts(Offering.objects.filter(pk__in=others))
    updated = len(named & before.keys())
    return Stored(created=len(named) - updated, updated=updated, deleted=deleted, suspended=suspended)


def _keys_of(providers: Iterable[Provider]) -> Mapping[tuple[int, str], int]:
    rows = Offering.objects.filter(provider__in=providers).order_by("pk")
    return {(provider, key): pk for provider, key, pk in rows.values_list("provider_id", "key", "pk")}


def _take_off(pks: Collection[int]) -> tuple[int, int]:
    """An offering that somebody has asked about stays for its requests, but is no longer on offer."""
    requests = ContactRequest.objects.filter(offering__in=pks).order_by("offering")
    asked = set(requests.values_list("offering", flat=True).distinct())
    suspended = Offering.objects.filter(pk__in=asked, suspended=False).update(suspended=True)
    _all, deleted = Offering.objects.filter(pk__in=set(pks) - asked).delete()
    return deleted.get(Offering._meta.label, 0), suspended


def renew_search_texts(offerings: OfferingQuerySet) -> int:
    """This function will bring the searched text of `offerings` up to date and return how many had changed."""
    rows = offerings.with_words().select_related("category").order_by("pk")
    renewed = SearchTexts().renewed(rows.iterator(BATCH))
    Offering.objects.bulk_update(renewed, ["search_text"], BATCH)
    return len(renewed)
