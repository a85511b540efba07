"""One page of the list of clients: searched, filtered, sorted, and only then filled in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils import timezone

from assessment.accounts.access import Seat
from recommendations.catalogue.search_text import terms_in
from recommendations.desk.clients.rows import ClientRow, client_rows, fill_in
from recommendations.desk.clients.standing import Standing
from recommendations.desk.clients.wishes import Sort, Which, WishForm

PER_PAGE = 50
SOON = timedelta(days=30)
ORDER = {standing: number for number, standing in enumerate(Standing)}
BEYOND = Fraction(101)
NEEDS_RESULTS = {Sort.LEVEL, Sort.BEST, Sort.ACTIVITY}


@dataclass(frozen=True, slots=True)
class ListPage:
    """`total` are all clients that the workspace keeps, put away or not; `found` are those that are wished for."""

    form: WishForm
    page: Page
    rows: Sequence[ClientRow]
    total: int
    found: int
    address: str


def list_page(seat: Seat, query: QueryDict, locale: str) -> ListPage:
    """This function will return one page of a workspace's clients. A fixed number of queries."""
    form = WishForm(query, workspace=seat.workspace, locale=locale)
    every = client_rows(seat.workspace)
    rows = chosen_rows(every, form, locale)
    page = Paginator(rows, PER_PAGE).get_page(query.get("page"))
    shown = list(page.object_list)
    if not _needs_results(form):
        fill_in(shown, locale)
    kept = query.copy()
    kept.pop("page", None)
    return ListPage(form, page, shown, len(every), len(rows), kept.urlencode())


def chosen_rows(every: Sequence[ClientRow], form: WishForm, locale: str) -> list[ClientRow]:
    """This function will return the rows that are wished for in the order that is; names break every tie."""
    rows = [row for row in every if all(test(row) for test in _tests(form))]
    if _needs_results(form):
        fill_in(rows, locale)
    if level := form.wish("level"):
        rows = [row for row in rows if row.outcome and row.outcome.level_key == level]
    return sorted(rows, key=KEYS.get(form.wish("sort"), _by_nothing))


def _needs_results(form: WishForm) -> bool:
    return bool(form.wish("level")) or form.wish("sort") in NEEDS_RESULTS


def _tests(form: WishForm) -> list[Callable[[ClientRow], bool]]:
    terms, consultant, today = terms_in(form.wish("q")), form.wish("consultant"), timezone.localdate()
    tests: list[Callable[[ClientRow], bool]] = [lambda row: _is_wanted(row, form.wish("which"))]
    if terms:
        tests.append(lambda row: all(term in row.searched for term in terms))
    if consultant:
        tests.append(lambda row: str(row.client.consultant_id or "none") == consultant)
    if form.wish("status"):
        tests.append(lambda row: row.standing == form.wish("status"))
    if form.wish("overdue"):
        tests.append(lambda row: row.overdue > 0)
    if form.wish("due"):
        tests.append(lambda row: _is_soon(row, today))
    return tests


def _is_wanted(row: ClientRow, which: str) -> bool:
    return which == Which.ALL or (row.client.archived_at is not None) == (which == Which.AWAY)


def _is_soon(row: ClientRow, today: date) -> bool:
    return row.client.next_round_on is not None and row.client.next_round_on <= today + SOON


def _by_nothing(row: ClientRow) -> Any:
    """They come by name."""
    return 0


def _share(row: ClientRow) -> Fraction | None:
    return row.outcome.share if row.outcome else None


def _lowest(row: ClientRow) -> Fraction:
    share = _share(row)
    return BEYOND if share is None else share


def _highest(row: ClientRow) -> Fraction:
    share = _share(row)
    return BEYOND if share is None else -share


KEYS: Mapping[str, Callable[[ClientRow], Any]] = {
    Sort.ACTIVITY: lambda row: -row.last_activity.timestamp(),
    Sort.LEVEL: _lowest,
    Sort.BEST: _highest,
    Sort.DUE: lambda row: row.client.next_round_on or date.max,
    Sort.OVERDUE: lambda row: -row.overdue,
    Sort.STANDING: lambda row: ORDER[row.standing],
    Sort.CONSULTANT: lambda row: (not row.consultant_name, row.consultant_name),
}
