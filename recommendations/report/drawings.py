"""From the content of a report to its charts. Positions are read back from the printed numbers, so both always agree."""

from collections.abc import Sequence

from django.utils.translation import gettext

from recommendations.report.charts.bars import PLAIN, Mark, Measures, contribution_bar, score_bar
from recommendations.report.charts.matrix import Point, effect_matrix
from recommendations.report.charts.quarters import Sector, quarters
from recommendations.report.charts.scale import Step, level_scale
from recommendations.report.content.kinds import Standing
from recommendations.report.content.schema import (
    ActionCard,
    ContributionRow,
    Figure,
    Ladder,
    ReferenceGroup,
    ReportContent,
)


def place(number: str | None) -> float | None:
    return None if number is None else float(number.replace(",", ""))


def figure_words(figure: Figure) -> str:
    """This function will return a score and its interval as words, for titles of charts."""
    if figure.score is None:
        return f"{figure.title}: {figure.sentence}"
    words = gettext("%(title)s: %(score)s of 100") % {"title": figure.title, "score": figure.score}
    return f"{words}. {figure.sentence}" if figure.is_interval else words


def draw_figure(figure: Figure, hue: int, ladder: Ladder, size: Measures = PLAIN) -> str:
    return score_bar(
        figure_words(figure),
        score=place(figure.score),
        low=place(figure.low),
        high=place(figure.high),
        hue=hue,
        bounds=_bounds(ladder),
        size=size,
    )


def _bounds(ladder: Ladder) -> list[float]:
    return [float(rung.lower) for rung in ladder.rungs]


def draw_reference(group: ReferenceGroup, hue: int) -> str:
    """This function will draw one own figure with all published lines of the same question."""
    words = [f"{line.title}, {line.period}: {line.value}" for line in group.lines]
    if group.own is not None:
        words.insert(0, gettext("You: %(value)s") % {"value": group.own})
    marks = [Mark(at=float(line.number.replace(",", "")), is_target=line.is_target) for line in group.lines]
    return score_bar("; ".join(words), score=place(group.own_number), hue=hue, marks=marks)


def draw_scale(content: ReportContent) -> str:
    steps = [
        Step(rung.number, float(rung.lower), float(rung.upper), rung.standing is Standing.CURRENT)
        for rung in content.ladder.rungs
    ]
    return level_scale(
        f"{content.ladder.headline}. {figure_words(content.overall)}",
        steps,
        score=place(content.overall.score),
        low=place(content.overall.low),
        high=place(content.overall.high),
    )


def draw_quarters(content: ReportContent) -> str:
    figures = [barrier.figure for barrier in content.barriers]
    sectors = [
        Sector(barrier.figure.score, place(barrier.figure.score), place(barrier.figure.high), barrier.hue)
        for barrier in content.barriers
    ]
    return quarters("; ".join(figure_words(figure) for figure in figures), sectors, bounds=_bounds(content.ladder))


def draw_contribution(row: ContributionRow, rows: Sequence[ContributionRow], hue: int) -> str:
    words = gettext("%(question)s: %(gained)s points gained, %(open)s open") % {
        "question": row.short,
        "gained": row.gained,
        "open": row.open,
    }
    scale = max((float(other.worth) for other in rows), default=0.0)
    return contribution_bar(words, gained=float(row.gained), open_=float(row.open), scale=scale, hue=hue)


def draw_matrix(actions: Sequence[ActionCard], cost_bands: Sequence[str]) -> str:
    points = [
        Point(str(action.rank), action.cost_rank - 1, float(action.effect.lstrip("+").replace("−", "-")), action.hue)
        for action in actions
    ]
    words = [
        gettext("%(rank)s. %(title)s: %(effect)s points, %(cost)s")
        % {"rank": action.rank, "title": action.title, "effect": action.effect, "cost": action.cost}
        for action in actions
    ]
    return effect_matrix("; ".join(words), points, cost_bands, axis=gettext("Points gained"))
