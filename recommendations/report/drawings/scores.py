"""Scores, levels, published figures and what actions bring."""

from collections.abc import Sequence

from django.utils.translation import gettext

from assessment.scoring.scorecard import Status
from recommendations.charts.bars import PLAIN, Mark, Measures, contribution_bar, score_bar
from recommendations.charts.matrix import Point, effect_matrix
from recommendations.charts.quarters import Sector, quarters
from recommendations.charts.radar import Spoke, radar
from recommendations.charts.scale import Step, level_scale
from recommendations.report.content.kinds import Below, Standing
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure, ReferenceGroup, Rung


def place(number: str | None) -> float | None:
    """This function will return a number that the content has written, such as a place from 0 to 100; None stays None."""
    return None if number is None else float(number.replace(",", ""))


def figure_words(figure: Figure) -> str:
    """This function will return a score and its interval as words, for titles of charts."""
    if figure.score is None:
        return f"{figure.title}: {figure.sentence}"
    words = gettext("%(title)s: %(score)s of %(scale)s") % {
        "title": figure.title,
        "score": figure.score,
        "scale": figure.scale,
    }
    return f"{words}. {figure.sentence}" if figure.is_interval else words


def draw_figure(figure: Figure, hue: int, size: Measures = PLAIN) -> str:
    """This function will draw a score on 0–100 with its interval, its levels and its target, in the hue of its part."""
    return score_bar(
        figure_words(figure),
        score=place(figure.at),
        low=place(figure.at_low),
        high=place(figure.at_high),
        hue=hue,
        bounds=_bounds(figure),
        marks=[Mark(at=float(figure.target.at), is_target=True)] if figure.target else (),
        size=size,
    )


def _bounds(figure: Figure) -> list[float]:
    return [float(bound) for bound in figure.bounds]


def has_bars(content: ReportContent) -> bool:
    """This function will return whether any bar is drawn beside the parts: their own, or those of what stands below."""
    return any(
        part.figure.status != Status.UNSCORED
        or (content.below is Below.BARS and any(figure.score or figure.is_interval for figure in part.indicators))
        for part in content.barriers
    )


def draw_reference(group: ReferenceGroup, hue: int) -> str:
    """This function will draw one own figure with all published lines of the same question."""
    words = [f"{line.title}, {line.period}: {line.value}" for line in group.lines]
    if group.own is not None:
        words.insert(0, gettext("You: %(value)s") % {"value": group.own})
    marks = [Mark(at=float(line.number.replace(",", "")), is_target=line.is_target) for line in group.lines]
    return score_bar("; ".join(words), score=place(group.own_number), hue=hue, marks=marks)


def draw_scale(content: ReportContent) -> str:
    """This function will draw the levels side by side with the whole on them; all of them need bounds (`is_scale`)."""
    return level_scale(
        f"{content.ladder.headline}. {figure_words(content.overall)}",
        [_step(rung) for rung in content.ladder.rungs],
        score=place(content.overall.at),
        low=place(content.overall.at_low),
        high=place(content.overall.at_high),
    )


def _step(rung: Rung) -> Step:
    return Step(
        number=rung.number,
        lower=place(rung.at_lower) or 0.0,
        upper=place(rung.at_upper) or 0.0,
        is_current=rung.standing is Standing.CURRENT,
        start=rung.lower or "0",
    )


def draw_quarters(content: ReportContent) -> str:
    """This function will draw the parts that count as sectors of one circle, their radius the score."""
    parts = [barrier for barrier in content.barriers if barrier.is_counted]
    sectors = [
        Sector(barrier.figure.score, place(barrier.figure.at), place(barrier.figure.at_high), barrier.hue)
        for barrier in parts
    ]
    return quarters(
        "; ".join(figure_words(barrier.figure) for barrier in parts), sectors, bounds=_bounds(content.overall)
    )


def draw_radar(content: ReportContent) -> str:
    """This function will draw the parts as one shape; "" where they are too few or too many, or have no numbers."""
    parts = [barrier for barrier in content.barriers if barrier.is_counted]
    if any(barrier.figure.status == Status.UNSCORED for barrier in parts):
        return ""
    words = "; ".join(figure_words(barrier.figure) for barrier in parts)
    return radar(words, [_spoke(barrier) for barrier in parts], bounds=_bounds(content.overall)) or ""


def _spoke(barrier: Barrier) -> Spoke:
    figure = barrier.figure
    ends = place(figure.at_low), place(figure.at_high)
    return Spoke(figure.title, figure.score, place(figure.at), *ends, barrier.hue)


def draw_contribution(row: ContributionRow, rows: Sequence[ContributionRow], hue: int) -> str:
    """This function will draw the points of one question, on the scale of the weightiest of `rows`."""
    words = gettext("%(question)s: %(gained)s points gained, %(open)s open") % {
        "question": row.short,
        "gained": row.gained,
        "open": row.open,
    }
    scale = max((float(other.at_worth) for other in rows), default=0.0)
    return contribution_bar(words, gained=float(row.at_gained), open_=float(row.at_open), scale=scale, hue=hue)


def draw_matrix(content: ReportContent) -> str:
    """This function will draw what the actions cost and bring; only where there is a score to which they bring it."""
    actions = [action for action in content.actions if action.effect is not None]
    points = [Point(str(action.rank), action.cost_rank - 1, place(action.at) or 0.0, action.hue) for action in actions]
    words = [
        gettext("%(rank)s. %(title)s: %(effect)s points, %(cost)s")
        % {"rank": action.rank, "title": action.title, "effect": action.effect, "cost": action.cost}
        for action in actions
    ]
    scale = float(content.overall.scale.replace(",", ""))
    return effect_matrix("; ".join(words), points, content.cost_bands, axis=gettext("Points gained"), scale=scale)
