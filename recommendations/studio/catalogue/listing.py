"""The lists of the catalogue: what may be asked of them, and the rows that answer."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from recommendations.catalogue.models import Category, FundingScheme, Offering, Provider, Term
from recommendations.studio.catalogue.list_forms import Wanted
from recommendations.studio.catalogue.states import State, in_state

OFFERING_ORDERS = {
    "category": ("category__position", "category__key", "provider__key", "key"),
    "provider": ("provider__key", "key"),
    "verified": ("verified_on", "provider__key", "key"),
    "ending": ("valid_until", "provider__key", "key"),
}
SCHEME_ORDERS = {
    "key": ("key",),
    "verified": ("verified_on", "key"),
    "ending": ("valid_until", "key"),
}


def offering_rows(wanted: Wanted, on: date) -> QuerySet[Offering]:
    """This function will return the offerings that are asked for, on offer or not, with all that the list shows."""
    rows = Offering.objects.with_words().select_related("category")
    for name in ("kind", "category__key", "provider__key"):
        if value := wanted.chosen.get(name.removesuffix("__key")):
            rows = rows.filter(**{name: value})
    if wanted.text:
        rows = rows.filter(Q(search_text__icontains=wanted.text) | Q(key__icontains=wanted.text))
    return _ordered(rows.filter(_state(wanted, on)), OFFERING_ORDERS, wanted.order)


def scheme_rows(wanted: Wanted, on: date) -> QuerySet[FundingScheme]:
    rows = FundingScheme.objects.filter(_state(wanted, on))
    if wanted.text:
        rows = rows.filter(
            Q(key__icontains=wanted.text) | Q(title__icontains=wanted.text) | Q(granted_by__icontains=wanted.text)
        )
    if value := wanted.chosen.get("form"):
        rows = rows.filter(form=value)
    return _ordered(rows, SCHEME_ORDERS, wanted.order)


def provider_rows(wanted: Wanted) -> QuerySet[Provider]:
    """This function will return the providers with `offered`, how many offerings they have."""
    rows = Provider.objects.select_related("kind").annotate(offered=Count("offerings"))
    if wanted.text:
        rows = rows.filter(Q(key__icontains=wanted.text) | Q(name__icontains=wanted.text))
    if value := wanted.chosen.get("kind"):
        rows = rows.filter(kind__key=value)
    return rows.order_by(*(("-offered", "key") if wanted.order == "offered" else ("key",)))


def category_rows() -> QuerySet[Category]:
    """This function will return the categories with `offered`, how many offerings they have."""
    return Category.objects.annotate(offered=Count("offerings")).order_by("position", "key")


def term_rows() -> QuerySet[Term]:
    return Term.objects.order_by("vocabulary", "position", "key")


def _state(wanted: Wanted, on: date) -> Q:
    value = wanted.chosen.get("state")
    return in_state(State(value), on) if value else Q()


def _ordered(rows: QuerySet, orders: dict[str, tuple[str, ...]], order: str) -> QuerySet:
    return rows.order_by(*orders.get(order, next(iter(orders.values()))))
