"""Drawing what was ordered, one report after the other, by as many processes as there are.

Whoever takes an item holds it for a time. If the process is killed, the time runs out and another takes it: nothing is
lost, and nothing waits for the dead. An item that was taken too often without an outcome is given up, or it would end
one process after the other.
"""

import logging
from dataclasses import replace
from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_noop

from assessment.accounts.access import Seat
from assessment.accounts.models import Grant, Membership, WorkspaceRole
from assessment.accounts.rights import NEEDED_LEVELS, Right, roles_with
from assessment.responses.models import Result
from recommendations.report.editions.actions import NoSuchResult, create_edition
from recommendations.report.editions.options import BadOptions, EditionOptions, views_of
from recommendations.report.models import BatchItem, BatchState, Report
from recommendations.report.renderer.outcomes import RenderFailed

HOLD = timedelta(minutes=3)
MOST_TRIES = 3
MOST_QUICKER = 65  # so many others may take the item that was looked at: one more than FOURFOLD_REPORT_WORKERS

NO_ACCESS = gettext_noop("The enterprise no longer lets the workspace in.")
NO_RESULT = gettext_noop("There is no result of this kind yet.")
NOT_DRAWN = gettext_noop("The report could not be drawn.")
GIVEN_UP = gettext_noop("It was begun several times and never finished.")
BAD_OPTIONS = gettext_noop("The order names something that there is no longer.")
NO_ORDERER = gettext_noop("Who ordered it may no longer make reports here.")

logger = logging.getLogger(__name__)


def draw_next() -> bool:
    """This function will draw the next report in the queue, if there is one, and say whether there was."""
    item = _take()
    if item is None:
        return False
    if item.tries > MOST_TRIES:
        _finish(item, failure=GIVEN_UP)
        return True
    try:
        _finish(item, report=_draw(item))
    except RenderFailed as failed:
        logger.error("Report %s of order %s was not drawn: %s", item.number, item.batch.public_id, failed.reference)
        _give_back(item) if item.tries < MOST_TRIES else _finish(item, failure=NOT_DRAWN)
    except Undrawable as refused:
        _finish(item, failure=str(refused))
    return True


class Undrawable(Exception):
    """Trying again would change nothing; the text is a sentence to translate."""


def _take() -> BatchItem | None:
    """Orders take turns: of all that wait, the ones with the least numbers, so that a small order passes a large one."""
    now = timezone.now()
    free = Q(state=BatchState.WAITING) | Q(state=BatchState.DRAWING, held_until__lt=now)
    waiting = BatchItem.objects.filter(free, batch__cancelled_at__isnull=True)
    first = waiting.select_related("batch__workspace", "batch__ordered_by").order_by("number", "pk")[:MOST_QUICKER]
    for item in first:
        mine = BatchItem.objects.filter(free, pk=item.pk, tries=item.tries)
        if mine.update(state=BatchState.DRAWING, held_until=now + HOLD, tries=F("tries") + 1):
            item.tries, item.held_until = item.tries + 1, now + HOLD
            return item
    return None


def _draw(item: BatchItem) -> Report:
    """Rights are asked again: between ordering and drawing, access may have been withdrawn."""
    batch = item.batch
    member = Membership.objects.filter(
        workspace=batch.workspace, person=batch.ordered_by, role__in=roles_with(Right.WORK)
    )
    role = member.values_list("role", flat=True).first()
    if role is None:
        raise Undrawable(NO_ORDERER)
    grants = Grant.objects.in_force().filter(workspace=batch.workspace, level__in=NEEDED_LEVELS[Right.WORK])
    if not grants.filter(enterprise=item.assessment.enterprise_id).exists():
        raise Undrawable(NO_ACCESS)
    seat = Seat(batch.ordered_by, batch.workspace, WorkspaceRole(role))
    try:
        options = _as_it_can_be(EditionOptions.from_json(batch.options), item)
        return create_edition(seat=seat, assessment=item.assessment, options=options, language=item.language)
    except BadOptions as error:
        raise Undrawable(BAD_OPTIONS) from error
    except NoSuchResult as error:
        raise Undrawable(NO_RESULT) from error


def _as_it_can_be(options: EditionOptions, item: BatchItem) -> EditionOptions:
    """Of many clients some are verified, some are not, and some were only interviewed: each gets the view it has."""
    results = Result.objects.filter(assessment=item.assessment_id).order_by()
    offered = views_of(set(results.values_list("perspective", flat=True)))
    return options if options.view in offered else replace(options, view=offered[0])


def _finish(item: BatchItem, report: Report | None = None, failure: str = "") -> None:
    """Only by whom the item is still held: another may have taken it meanwhile."""
    state = BatchState.DONE if report else BatchState.FAILED
    _mine(item).update(state=state, report=report, failure=failure, held_until=None)


def _give_back(item: BatchItem) -> None:
    _mine(item).update(state=BatchState.WAITING, held_until=None)


def _mine(item: BatchItem) -> QuerySet[BatchItem]:
    return BatchItem.objects.filter(pk=item.pk, state=BatchState.DRAWING, tries=item.tries)


def draw_all() -> int:
    """This function will draw until nothing waits, and return how many reports it took up."""
    count = 0
    while draw_next():
        count += 1
    return count
