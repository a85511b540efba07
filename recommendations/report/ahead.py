"""Drawing ahead: who has just submitted will soon ask for the PDF, and then need not wait for it.

The processes that draw orders do this where nothing is ordered. It is a convenience: whatever goes wrong, the report is
drawn when it is asked for.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from assessment.responses.models import Mode, Perspective, Result
from recommendations.report.actions import make_imprint
from recommendations.report.content.build import build_content
from recommendations.report.fingerprint import content_hash
from recommendations.report.gather import gather_material
from recommendations.report.languages import language_for
from recommendations.report.models import DrawnAhead
from recommendations.report.models.ahead import hash_of
from recommendations.report.printed import html_of
from recommendations.report.queries import planned_case_of
from recommendations.report.renderer.client import renderer
from recommendations.report.renderer.outcomes import RenderFailed

FRESH = timedelta(minutes=10)
KEPT = timedelta(days=1)
LOOKED_AT = 20  # the newest results; where more come in within seconds, there is no time to draw ahead

logger = logging.getLogger(__name__)


def draw_ahead() -> bool:
    """This function will draw the report on a result that has just come in, if there is one, and say whether there was."""
    for result in _fresh():
        language = language_for(result, result.assessment.language)
        row, is_mine = DrawnAhead.objects.get_or_create(result=result, language=language)
        if is_mine:
            _draw(row, result)
            return True
    return False


def _fresh() -> Iterator[Result]:
    """Of enterprises that answered by themselves; a workspace chooses first what its report shows. By key: no scan."""
    newest = Result.objects.filter(pk__in=Result.objects.order_by("-pk").values("pk")[:LOOKED_AT])
    complete = newest.select_related("assessment__enterprise", "release__bank").defer("release__document")
    waiting = complete.filter(
        submitted_at__gt=timezone.now() - FRESH,
        perspective=Perspective.SELF,
        assessment__mode=Mode.SELF,
        reports=None,
        drawn_ahead=None,
    )
    yield from waiting.order_by("pk")


def _draw(row: DrawnAhead, result: Result) -> None:
    case = planned_case_of(result.assessment, result)
    content = build_content(gather_material(case, row.language))
    html = html_of(content, make_imprint(content_hash(content), case.submitted_on))
    try:
        pdf = renderer.render(html)
    except RenderFailed as failed:
        logger.error("Nothing was drawn ahead of result %s: %s", result.pk, failed.reference)
        return
    DrawnAhead.objects.filter(pk=row.pk).update(html_hash=hash_of(html), pdf=pdf)


def forget_old_drawings() -> int:
    """This function will delete what was drawn ahead and not asked for within a day, and return how many."""
    count, _models = DrawnAhead.objects.filter(begun_at__lt=timezone.now() - KEPT).delete()
    return count
