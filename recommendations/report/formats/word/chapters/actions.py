"""What to do: every action with its reasons, steps, costs, who pays and who can help."""

from django.utils.translation import gettext, pgettext

from recommendations.report import drawings
from recommendations.report.content.kinds import Fit
from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ActionCard, Category, ReasonView, ReportContent, Service
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    ItemList,
    Paragraph,
    Run,
    Style,
    Table,
    Words,
    between,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.pictures import chart_blocks
from recommendations.report.formats.word.chapters.words import (
    NONE,
    action_column,
    asked,
    chapter,
    points_column,
    sample,
    supported_by,
)

FULLY_SHOWN = 6


def actions(content: ReportContent) -> list[Block]:
    if not content.actions:
        return []
    first, further = content.actions[:FULLY_SHOWN], content.actions[FULLY_SHOWN:]
    title = gettext("Further actions")
    return [
        *chapter(gettext("Your next steps"), gettext("What to do"), "actions"),
        Paragraph(_intro(content), Style.LEAD),
        *(block for action in first for block in _card(content, action, 2)),
        *_glance(content),
        *([Heading(title, 2), short_table(content, further, title, has_reasons=False)] if further else []),
        *(block for action in further for block in _card(content, action, 3)),
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


def short_table(content: ReportContent, shown: tuple[ActionCard, ...], title: str, has_reasons: bool = True) -> Table:
    """This function will return actions with what they gain, cost and take, and with one reason each if so wished."""
    has_score = content.overall.score is not None
    columns = (
        Column(pgettext("rank", "No."), 11),
        action_column(),
        *([points_column(pgettext("plan", "Points"))] if has_score else []),
        Column(gettext("Cost"), 34),
        Column(gettext("Time"), 26),
    )
    rows = tuple(
        (
            str(action.rank),
            lines(strong(action.title), soft(action.added_by), soft(_first_reason(action) if has_reasons else "")),
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
    return [Heading(gettext("All actions at a glance"), 2), *picture, Paragraph(caption, Style.CAPTION)]


def _card(content: ReportContent, action: ActionCard, level: int) -> list[Block]:
    return [
        Heading(f"{action.rank}  {action.title}", level, f"action-{action.rank}"),
        *_tags(action),
        *[
            Paragraph(_reason(content, reason, number == 0), Style.BECAUSE)
            for number, reason in enumerate(action.reasons)
        ],
        *_why(action),
        *_steps(action),
        *_changes(action),
        *_money(action),
        *_help(content, action),
    ]


def _tags(action: ActionCard) -> list[Block]:
    named = between(" · ", [action.barrier, action.band, action.added_by, action.worded_by])
    facts = (
        (gettext("Points gained"), action.effect),
        (gettext("Cost"), action.cost),
        (gettext("Time"), action.weeks),
        (gettext("Effort"), action.effort),
    )
    strip = between("   ", [(soft(f"{name} "), strong(said)) for name, said in facts if said])
    effects = between(" · ", [f"{effect.title} {effect.points}" for effect in action.effects])
    return [Paragraph(lines((hue_mark(action.hue), *named) if named else "", strip, effects), keeps_next=True)]


def _reason(content: ReportContent, reason: ReasonView, is_first: bool) -> Words:
    because: Words = strong(f"{gettext('Because')}:") if is_first else ""
    evidence = "; ".join(asked(content, answer) for answer in reason.evidence)
    return between(" ", [because, reason.text, soft(f"{evidence} {reason.more}".strip())])


def _why(action: ActionCard) -> list[Block]:
    first: Words = (strong(gettext("Do first:")), " ", gettext("; ").join(action.first)) if action.first else ""
    said = between(" ", [action.why, first])
    return [Paragraph(said)] if said else []


def _steps(action: ActionCard) -> list[Block]:
    if not action.steps:
        return []
    return [Paragraph(gettext("Steps"), Style.LABEL), ItemList(action.steps, is_numbered=True)]


def _changes(action: ActionCard) -> list[Block]:
    if not action.changes:
        return []
    changes = tuple((strong(f"{change.short}:"), f" {change.before} → {change.after}") for change in action.changes)
    return [Paragraph(gettext("What changes in your answers"), Style.LABEL), ItemList(changes)]


def _money(action: ActionCard) -> list[Block]:
    money = action.money
    if money is None:
        return []
    columns = (
        Column(gettext("Price"), 42),
        Column(gettext("You"), 42),
        Column(gettext("Provider's discount"), 42),
        Column(money.support_title, 44),
    )
    title = gettext("Who pays")
    row = (money.price, money.enterprise, money.provider, money.support)
    head = between(" ", [strong(f"{title}:"), money.headline])
    support = supported_by(money.schemes)
    return [
        Paragraph(head, keeps_next=True),
        *([Table(title, columns, (row,))] if any(row) else []),
        *([Paragraph(support)] if support else []),
    ]


def _help(content: ReportContent, action: ActionCard) -> list[Block]:
    chosen = ""
    if content.overlay:
        chosen = gettext("chosen by %(name)s") % {"name": content.overlay.workspace}
    title = gettext("Who can help")
    blocks: list[Block] = []
    if action.categories:
        helps = tuple(_category(category, chosen) for category in action.categories)
        blocks = [Paragraph(title, Style.LABEL), ItemList(helps)]
    if action.measures:
        named = "; ".join(measure.title for measure in action.measures)
        annex = Run(gettext("(see annex)"), link="#measures")
        blocks.append(Paragraph((strong(f"{gettext('Public measures')}:"), f" {named} ", annex)))
    return blocks


def _category(category: Category, chosen: str) -> Words:
    offered = [_service(service, chosen) for service in category.services]
    return lines(strong(category.title), *(offered or [soft(category.description)]))


def _service(service: Service, chosen: str) -> Words:
    maybe = soft(service.reason if service.fit is Fit.MAYBE else "")
    named = f"{service.title}, {service.provider}"
    picked = chosen if service.is_chosen else ""
    return (*sample(service.is_sample), *between(" · ", [named, service.terms, maybe, picked]))
