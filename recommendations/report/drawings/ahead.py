"""The way ahead: the line of time, and who pays for it."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext, ngettext

from recommendations.charts.split import FILLS, Fill, Part, split_bar
from recommendations.charts.timeline import BROAD, MOST_ROWS, Bar, Look, Span, timeline
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import Share, Timeline, TimelineRow

LOOKS = {"doing": Look.UNDER_WAY, "done": Look.DONE}


def draw_timeline(line: Timeline) -> str:
    """This function will draw what is done when, each row by its number in the table beside it."""
    bars = [_bar(number, row) for number, row in enumerate(line.rows, start=1)]
    words = [_row_words(number, row) for number, row in enumerate(line.rows, start=1)]
    return timeline(
        "; ".join(words),
        [Span(span.title, span.budget) for span in line.spans],
        bars,
        legend=_legend(line.rows),
        more=_more(len(bars)),
        title_width=BROAD,
    )


def _bar(number: int, row: TimelineRow) -> Bar:
    """What is not simply planned says so in words beside its bar."""
    look = LOOKS.get(row.status, Look.AHEAD)
    status = "" if look is Look.AHEAD else row.status_label
    beside = " · ".join(part for part in (status, row.cost) if part)
    return Bar(str(number), row.title, float(row.at), float(row.length), row.hue, look, beside)


def _row_words(number: int, row: TimelineRow) -> str:
    parts = [f"{number}. {row.title}: {row.when}", row.cost, row.status_label]
    return ", ".join(part for part in parts if part)


def _legend(rows: Iterable[TimelineRow]) -> list[tuple[Look, str]]:
    """The looks that stand in it with the words of the plan; nothing where all are alike."""
    found = {LOOKS.get(row.status, Look.AHEAD): row.status_label for row in rows}
    return [(look, found[look]) for look in Look if look in found] if len(found) > 1 else []


def _more(count: int) -> str:
    left = max(count - MOST_ROWS, 0)
    return ngettext("%(count)s more stands in the table.", "%(count)s more stand in the table.", left) % {"count": left}


def draw_money_split(content: ReportContent) -> str:
    """This function will draw who pays for what is open; "" where no price is known."""
    return draw_split(content.timeline.shares) if content.timeline else ""


def draw_split(shares: Sequence[Share]) -> str:
    """This function will draw who pays what share of the whole price; "" without shares."""
    if not shares:
        return ""
    words = "; ".join(
        gettext("%(title)s: %(amount)s") % {"title": share.title, "amount": share.amount} for share in shares
    )
    parts = [Part(share.title, share.amount, float(share.at), FILLS.get(share.kind, Fill.SOLID)) for share in shares]
    return split_bar(words, parts)
