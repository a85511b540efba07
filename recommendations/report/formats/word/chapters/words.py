"""Words and small parts that several chapters share."""

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext

from assessment.scoring.scorecard import Status
from recommendations.report.content.action_schema import Answered
from recommendations.report.content.kinds import GateState
from recommendations.report.content.money_schema import Support
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import ContributionRow, Figure, Step, Target
from recommendations.report.content.standing_schema import InPlan
from recommendations.report.content.way_schema import Path, Work
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Inline,
    Look,
    Paragraph,
    Run,
    Style,
    Words,
    between,
    lines,
    soft,
    strong,
)

NONE = "–"


def chapter(kicker: str, title: str, bookmark: str, starts_page: bool = True) -> list[Block]:
    """This function will return the head of a chapter: what it is about in few words, and its title."""
    if not kicker:
        return [Heading(title, 1, bookmark, starts_page)]
    return [Paragraph(kicker, Style.KICKER, starts_page=starts_page), Heading(title, 1, bookmark)]


def sample(is_sample: bool) -> tuple[Inline, ...]:
    return (Run(gettext("Sample"), Look.SAMPLE), " ") if is_sample else ()


def keyed(content: ReportContent, key: str, short: str) -> str:
    """This function will return a question as it is named in a sentence, with its key where keys are printed."""
    return f"{key} {short}" if content.shows_keys else short


def asked(content: ReportContent, answer: Answered) -> str:
    return keyed(content, answer.key, answer.short)


def gate_word(state: GateState) -> str:
    words = {GateState.HOLDS: gettext("met"), GateState.FAILS: gettext("missing"), GateState.OPEN: gettext("not known")}
    return words[state]


def target_words(target: Target) -> str:
    if target.is_reached:
        return gettext("Target %(points)s: reached.") % {"points": target.points}
    if target.gap:
        given = {"points": target.points, "gap": target.gap, "percent": target.percent}
        return gettext("Target %(points)s: %(gap)s missing, %(percent)s reached.") % given
    return gettext("Target %(points)s.") % {"points": target.points}


def step_words(step: Step | None) -> tuple[Inline, ...]:
    """This function will return what a part lacks to its next level, each condition on a line."""
    if step is None:
        return ()
    parts = [(strong(gate_word(part.state)), f" {part.text}") for part in step.parts]
    return lines(between(" ", [step.line, soft(step.rule)]), *parts)


def figure_score(figure: Figure, is_scaled: bool) -> tuple[Inline, ...]:
    """This function will return the number of a node, "–" where it is withheld, nothing where it never has one."""
    if figure.status == Status.UNSCORED:
        return ()
    scaled = soft(f" {figure.of_scale}") if is_scaled and figure.score else soft("")
    return strong(figure.score or NONE), scaled


def missing_words(figure: Figure) -> str:
    """This function will return why a node has no number, "" where it has one or never gets one."""
    if figure.score or figure.status == Status.UNSCORED:
        return ""
    return gettext("does not apply") if figure.status == Status.NOT_ASSESSED else gettext("not enough answers")


def supported_by(schemes: Iterable[Support]) -> tuple[Inline, ...]:
    """This function will return the names of what may carry a part, with a link to its terms; nothing for none."""
    named = between(gettext("; "), [(*sample(each.is_sample), each.title) for each in schemes])
    if not named:
        return ()
    return gettext("May be supported by:"), " ", *named, " ", Run(gettext("(see annex)"), link="#schemes")


def key_columns(content: ReportContent) -> tuple[Column, ...]:
    return (Column(gettext("Key"), 12),) if content.shows_keys else ()


def key_cells(content: ReportContent, key: str) -> tuple[Words, ...]:
    return (soft(key),) if content.shows_keys else ()


def open_columns(content: ReportContent) -> tuple[Column, ...]:
    """This function will return the columns of questions with the points they gave and could still give."""
    return (
        *key_columns(content),
        Column(gettext("Question"), 58),
        Column(gettext("Your answer"), 62),
        Column(gettext("Gained"), 19, is_number=True),
        Column(gettext("Open"), 19, is_number=True),
    )


def open_cells(content: ReportContent, row: ContributionRow) -> tuple[Words, ...]:
    return (*key_cells(content, row.key), row.short, row.answer, row.gained, row.open)


def not_known(rows: Iterable[ContributionRow]) -> list[Block]:
    """This function will return the questions that somebody should find out about, nothing without any."""
    named = gettext("; ").join(row.short for row in rows)
    return [Paragraph((strong(gettext("Not known yet, please find out:")), f" {named}"))] if named else []


def action_column() -> Column:
    return Column(pgettext("report", "Action"), 104)


def points_column(title: str) -> Column:
    return Column(title, 20, is_number=True)


def star_of(work: Work) -> str:
    """This function will return the mark of an action that only the next level asks for; "" for any other."""
    return "" if work.recommended else " *"


def plan_says(plan: InPlan | None) -> Words:
    """This function will return how the plan stands to an action; "" where it is not in it."""
    return "" if plan is None else soft(plan.said)


def in_order_column() -> Column:
    """This function will return the column of what each action adds to those above it."""
    return Column(gettext("Points on this way"), 26, is_number=True)


def below_the_way(path: Path) -> list[Block]:
    """This function will return what the points of a way count, and what the mark means where an action has it."""
    counted = gettext(
        "Counted one after another along this way. Rounded numbers may add up to a little more or less than the whole."
    )
    if all(work.recommended for work in path.works):
        return [Paragraph(counted, Style.NOTE)]
    if any(work.because for work in path.works):
        said = gettext("not recommended by your answers alone; why it is on this way stands beside it")
    else:
        said = gettext("not recommended otherwise: the level asks for it")
    mark = f"* {said}"
    return [Paragraph(counted, Style.NOTE), Paragraph(mark, Style.NOTE)]
