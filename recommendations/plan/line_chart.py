"""Plan and roadmap on a line of time: the same chart as in the report. The list below it says the same in words."""

from collections.abc import Iterable, Sequence

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from recommendations.charts.timeline import MOST_ROWS, Bar, Look, Span, timeline
from recommendations.plan.item_rows import ItemRow
from recommendations.plan.models import ItemStatus, Plan
from recommendations.plan.roadmap.shown import WaveShown
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker
from recommendations.plan.time_line import Frame, Stay, frame_of, quarter_title, stay_of

LOOKS = {ItemStatus.DOING.value: Look.UNDER_WAY, ItemStatus.DONE.value: Look.DONE}
QUARTERS = 4


def plan_line(plan: Plan | None, rows: Iterable[ItemRow], current: Round, locale: str) -> SafeString:
    """This function will draw what of a plan has days and nobody decided against; "" where nothing has."""
    wanted = [row for row in rows if row.status != ItemStatus.DECLINED]
    begins_on = None if plan is None else plan.begins_on
    found = [(stay_of(row.item.quarter, row.item.due_on, row.item.done_on, begins_on), row) for row in wanted]
    placed = [(stay, row) for stay, row in found if stay is not None]
    frame = frame_of([stay for stay, _row in placed], begins_on)
    shown = sorted(
        (each for each in placed if frame is not None and frame.holds(each[0])),
        key=lambda each: (each[0].first, each[0].last),
    )
    if frame is None or not shown:
        return SafeString("")
    hues = Speaker(current.scorer.document, locale).hues
    by_action = {key: hues.get(action.node, (0, ""))[0] for key, action in current.actions.items()}
    bars = [
        _item(frame, number, stay, row, by_action.get(row.item.action_key, 0))
        for number, (stay, row) in enumerate(shown, start=1)
    ]
    return _drawn(
        [Span(frame.title(column)) for column in range(frame.columns)], bars, _legend(row for _, row in shown)
    )


def roadmap_line(waves: Iterable[WaveShown]) -> SafeString:
    """This function will draw the actions of a roadmap in the four quarters of its year; "" where there are none."""
    rows = [row for wave in waves for row in wave.rows]
    bars = [
        Bar(
            str(number),
            row.title,
            (row.first - 1) * 100 / QUARTERS,
            (row.last - row.first + 1) * 100 / QUARTERS,
            row.hue,
            beside=row.cost,
        )
        for number, row in enumerate(rows, start=1)
    ]
    spans = [Span(quarter_title(quarter, quarter)) for quarter in range(1, QUARTERS + 1)]
    return _drawn(spans, bars, []) if bars else SafeString("")


def _item(frame: Frame, number: int, stay: Stay, row: ItemRow, hue: int) -> Bar:
    start = frame.share(stay.first)
    length = 0.0 if stay.is_day else float(frame.share(stay.after) - start)
    look = LOOKS.get(row.status, Look.AHEAD)
    beside = " · ".join(part for part in ("" if look is Look.AHEAD else row.status_label, row.budget) if part)
    return Bar(str(number), row.title, float(start), length, hue, look, beside)


def _legend(rows: Iterable[ItemRow]) -> list[tuple[Look, str]]:
    found = {LOOKS.get(row.status, Look.AHEAD): row.status_label for row in rows}
    return [(look, found[look]) for look in Look if look in found] if len(found) > 1 else []


def _drawn(spans: Sequence[Span], bars: Sequence[Bar], legend: Sequence[tuple[Look, str]]) -> SafeString:
    """Safe, because the room of the charts wrote every character of it and escaped every word."""
    words = "; ".join(f"{bar.number}. {bar.title}" + (f", {bar.beside}" if bar.beside else "") for bar in bars)
    more = gettext("The list has all of them.") if len(bars) > MOST_ROWS else ""
    return mark_safe(timeline(words, spans, bars, legend=legend, more=more))
