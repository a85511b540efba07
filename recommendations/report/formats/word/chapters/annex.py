"""What the report rests on, first half: what is undecided, what does not fit, support and public measures."""

from django.utils.translation import gettext, pgettext

from recommendations.report.content.action_schema import PublicMeasure
from recommendations.report.content.numbers import full_stop, lead_in, sentences
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    Words,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.words import action_column, asked, chapter, sample


def annex(content: ReportContent) -> list[Block]:
    return [
        *chapter(gettext("Annex"), gettext("What this report rests on"), "annex"),
        *_undecided(content),
        *_engine(content),
        *_inconsistencies(content),
        *_schemes(content),
        *_measures(content),
    ]


def _listed(
    title: str, bookmark: str, intro: str, columns: tuple[Column, ...], rows: tuple[tuple[Words, ...], ...]
) -> list[Block]:
    if not rows:
        return []
    return [Heading(title, 2, bookmark), Paragraph(intro, Style.INTRO), Table(title, columns, rows)]


def _undecided(content: ReportContent) -> list[Block]:
    intro = gettext("These actions may suit you too. It depends on questions that are not known yet.")
    semicolon = gettext("; ")
    columns = (action_column(), Column(gettext("Depends on"), 50), Column(gettext("Recommended if"), 55))
    rows = tuple((row.action, semicolon.join(row.questions), lines(*row.asks)) for row in content.undecided)
    return _listed(gettext("Answer this to know more"), "undecided", intro, columns, rows)


def _engine(content: ReportContent) -> list[Block]:
    overlay = content.overlay
    if overlay is None:
        return []
    intro = gettext("What the engine recommends, in its own words and order.")
    columns = (
        Column(pgettext("rank", "No."), 11),
        action_column(),
        Column(gettext("In this report"), 25, is_number=True),
        Column(gettext("Left out, and why"), 55),
    )
    rows = tuple((str(line.rank), line.title, line.place, line.remark) for line in overlay.engine)
    said = sentences(intro, overlay.left_out)
    return _listed(gettext("The engine's own list"), "engine", said, columns, rows)


def _inconsistencies(content: ReportContent) -> list[Block]:
    intro = gettext("They change no score. Please check them before you use this report outside.")
    columns = (Column(gettext("Observation"), 80), Column(gettext("Your answers"), 90))
    rows = tuple(
        (row.message, lines(*(f"{lead_in(asked(content, answer))}{answer.answer}" for answer in row.answers)))
        for row in content.inconsistencies
    )
    return _listed(gettext("Answers that do not fit together"), "consistency", intro, columns, rows)


def _schemes(content: ReportContent) -> list[Block]:
    intro = gettext("Nothing here is a promise: every office and every provider decides for itself.")
    columns = (Column(gettext("Support"), 50), Column(gettext("Terms"), 50), Column(gettext("What to check"), 70))
    rows = tuple(
        (
            (*sample(scheme.is_sample), strong(scheme.title)),
            scheme.terms,
            " ".join([scheme.qualify, *map(full_stop, scheme.flags)]).strip(),
        )
        for scheme in content.schemes
    )
    return _listed(gettext("Support named with the money"), "schemes", intro, columns, rows)


def _measures(content: ReportContent) -> list[Block]:
    intro = gettext("Whether one applies to you today must be asked locally: rules differ and run out.")
    columns = (
        Column(gettext("Public measure"), 45),
        Column(gettext("How to go about it"), 70),
        Column(gettext("Source"), 55),
    )
    rows = tuple((strong(each.title), each.description, _source(each)) for each in content.public_measures)
    return _listed(gettext("Public measures named in the actions"), "measures", intro, columns, rows)


def _source(measure: PublicMeasure) -> Words:
    return lines(soft(measure.source), Run(measure.url, link=measure.url))
