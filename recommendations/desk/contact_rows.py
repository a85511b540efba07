"""Requests for contact as those who run an installation see them: times and states, nobody's name and no message."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from assessment.scoring.texts import localise
from recommendations.catalogue.contact.queries import State, state_of
from recommendations.catalogue.models import Category, ContactRequest
from recommendations.desk.regions import region_titles

SHOWN = 100
CHUNK = 500
HOUR = 3600


@dataclass(frozen=True, slots=True)
class RequestLine:
    """`hours` between asking and the first answer, None before that."""

    provider: str
    is_sample: bool
    offering: str
    category: str
    region: str
    asked_at: datetime
    read_at: datetime | None
    answered_at: datetime | None
    hours: int | None
    state: State


@dataclass(frozen=True, slots=True)
class RequestCounts:
    """`median_hours` over those with an answer, None while there is none."""

    asked: int
    read: int
    answered: int
    accepted: int
    withdrawn: int
    median_hours: int | None


@dataclass(frozen=True, slots=True)
class Wishes:
    """Which requests to look at; "" leaves it open."""

    category: str = ""
    region: str = ""
    state: str = ""
    with_samples: bool = False


def wanted(wishes: Wishes, now: datetime) -> QuerySet[ContactRequest]:
    """This function will return the requests that are wished for, in no order."""
    found = ContactRequest.objects.all()
    if not wishes.with_samples:
        found = found.filter(offering__provider__is_sample=False)
    if wishes.category:
        found = found.filter(offering__category__key=wishes.category)
    if wishes.region:
        found = found.filter(region=wishes.region)
    return found.filter(_in_state(State(wishes.state), now)) if wishes.state else found


def _in_state(state: State, now: datetime) -> Q:
    """The rows of which `state_of` says `state`."""
    standing, unanswered = Q(revoked_at__isnull=True), Q(reply="")
    alive = standing & unanswered & Q(expires_at__gt=now)
    return {
        State.WITHDRAWN: Q(revoked_at__isnull=False),
        State.ACCEPTED: standing & Q(reply="accepted"),
        State.DECLINED: standing & Q(reply="declined"),
        State.EXPIRED: standing & unanswered & Q(expires_at__lte=now),
        State.READ: alive & Q(opened_at__isnull=False),
        State.SENT: alive & Q(opened_at__isnull=True),
    }[state]


def request_counts(requests: QuerySet[ContactRequest]) -> RequestCounts:
    """This function will count requests, and say how long half of the answers took at most. Two queries."""
    found = requests.aggregate(
        asked=Count("pk"),
        read=Count("pk", filter=Q(opened_at__isnull=False)),
        answered=Count("pk", filter=Q(answered_at__isnull=False)),
        accepted=Count("pk", filter=Q(reply="accepted")),
        withdrawn=Count("pk", filter=Q(revoked_at__isnull=False)),
    )
    answered = requests.filter(answered_at__isnull=False).order_by().values_list("created_at", "answered_at")
    hours = [_hours(asked, answer) for asked, answer in answered.iterator(chunk_size=CHUNK) if answer]
    return RequestCounts(**found, median_hours=round(median(hours)) if hours else None)


def request_lines(
    requests: QuerySet[ContactRequest], locale: str, now: datetime, most: int | None = SHOWN
) -> Iterator[RequestLine]:
    """This function will yield requests, newest first, without loading what they share.

    One query, and one for each bank whose regions have to be named.
    """
    titles: dict[str, Mapping[str, str]] = {}
    rows = requests.select_related("offering__provider", "offering__category").order_by("-created_at", "-pk")
    rows = rows.defer("shared", "person", "email", "phone", "message", "reply_note")
    for request in rows[:most].iterator(chunk_size=CHUNK):
        category = request.offering.category
        if category.bank_slug not in titles:
            titles[category.bank_slug] = region_titles(category.bank_slug, locale)
        yield _line(request, category, titles[category.bank_slug], locale, now)


def _line(
    request: ContactRequest, category: Category, regions: Mapping[str, str], locale: str, now: datetime
) -> RequestLine:
    provider = request.offering.provider
    return RequestLine(
        provider=localise(provider.name, locale),
        is_sample=provider.is_sample,
        offering=localise(request.offering.title, locale),
        category=localise(category.title, locale),
        region=regions.get(request.region, request.region),
        asked_at=request.created_at,
        read_at=request.opened_at,
        answered_at=request.answered_at,
        hours=_hours(request.created_at, request.answered_at) if request.answered_at else None,
        state=state_of(request, now),
    )


def _hours(start: datetime, end: datetime) -> int:
    """Whole hours, half up."""
    return int(((end - start).total_seconds() + HOUR / 2) // HOUR)


def request_heads() -> list[str]:
    """This function will return the headings of `request_cells`."""
    return [
        gettext("Provider"),
        gettext("Offering"),
        gettext("Category"),
        gettext("Region"),
        gettext("Asked"),
        gettext("First read"),
        gettext("Replied"),
        gettext("Hours to the answer"),
        gettext("State"),
    ]


def request_cells(line: RequestLine) -> list[Any]:
    """This function will return one line of the exported table."""
    return [
        line.provider,
        line.offering,
        line.category,
        line.region,
        line.asked_at,
        line.read_at,
        line.answered_at,
        line.hours,
        str(line.state.label),
    ]
