"""What to do: the first actions in full, all at a glance, then the others."""

from django.utils.translation import gettext, pgettext

from recommendations.report import drawings
from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    between,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.cards import card
from recommendations.report.formats.word.chapters.pictures import chart_blocks
from recommendations.report.formats.word.chapters.words import (
    NONE,
    action_column,
    chapter,
    plan_says,
    points_column,
)
from recommendations.report.templatetags.report_tables import dots_by_part, has_spreads

FULLY_SHOWN = 6


def actions(content: ReportContent) -> list[Block]:
    if not content.actions:
        return []
    first, further = content.actions[:FULLY_SHOWN], content.actions[FULLY_SHOWN:]
    title = gettext("Further actions")
    has_parts = any(action.barrier for action in content.actions)
    table = short_table(content, further, title, has_reasons=not has_spreads(content), has_parts=has_parts)
    others: list[Block] = [Heading(title, 2, "further"), table] if further else []
    return [
        *chapter(gettext("Your next steps"), gettext("What to do"), "actions"),
        Paragraph(_intro(content), Style.LEAD),
        *(block for action in first for block in card(content, action, 2)),
        *_glance(content),
        *others,
    ]


def _intro(content: ReportContent) -> str:
    if content.overlay:
        return content.overlay.note
    if content.overall.score:
        return gettext(
            "Ranked by urgency, by the points you can win and by what they cost. Each one names the answers that led to it."
        )
    ranked = gettext("Ranked by urgency and by what they cost. Each one names the answers that led to it.")
    later = gettext("What an action would gain can only be said once there is a score.")
    return sentences(ranked, later) if content.summary.answer_first else ranked


def short_table(
    content: ReportContent,
    shown: tuple[ActionCard, ...],
    title: str,
    has_reasons: bool = True,
    has_parts: bool = False,
) -> Table:
    """This function will return actions with what they gain, cost and take.

    If so wished each with its first reason, and with the part it belongs to, such as a barrier.
    """
    has_score = content.overall.score is not None
    columns = (
        Column(pgettext("rank", "No."), 11),
        action_column(),
        *([Column(gettext("Part"), 40)] if has_parts else []),
        *([points_column(pgettext("plan", "Points"))] if has_score else []),
        Column(gettext("Cost"), 34),
        Column(gettext("Time"), 26),
    )
    rows: tuple[Row, ...] = tuple(
        (
            str(action.rank),
            lines(
                strong(action.title),
                plan_says(action.in_plan),
                soft(action.added_by),
                soft(_first_reason(action) if has_reasons else ""),
            ),
            *([action.barrier or NONE] if has_parts else []),
            *([action.effect or NONE] if has_score else []),
            action.cost,
            action.weeks,
        )
        for action in shown
    )
    return Table(title, columns, rows)


def _first_reason(action: ActionCard) -> str:
    return action.reasons[0].text if action.reasons else ""


def _glance(content: ReportContent) -> list[Block]:
    if not content.overall.score:
        return []
    caption = gettext("Each dot is one action with its rank. Higher: more points. Further left: cheaper.")
    picture = chart_blocks(drawings.draw_matrix(content))
    parts = between("    ", [(hue_mark(hue), words) for hue, words in dots_by_part(content)])
    return [
        Heading(gettext("All actions at a glance"), 2),
        *picture,
        *([Paragraph(parts, keeps_next=True)] if parts else []),
        Paragraph(caption, Style.CAPTION),
    ]
