"""The cover, and the contents."""

from django.utils.translation import gettext

from assessment.scoring.scorecard import Status
from recommendations.report import drawings
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.word.blocks import (
    Block,
    Contents,
    Paragraph,
    Style,
    Words,
    between,
    hue_mark,
    lines,
    soft,
    strong,
)
from recommendations.report.formats.word.chapters.pictures import chart_blocks, logo_of
from recommendations.report.formats.word.chapters.words import (
    NONE,
)
from recommendations.report.print_words import cover_facts

PRODUCT = "Fourfold"
MOST_NAMED = 8


def cover(content: ReportContent) -> list[Block]:
    edition = content.edition
    sender = edition.name if edition else PRODUCT
    logo = logo_of(edition.logo, edition.name, 48, 14) if edition else None
    line = " · ".join((content.mode, content.scope, content.submitted_on))
    verified = content.verification.line if content.verification else ""
    return [
        *([Paragraph(logo)] if logo else []),
        Paragraph(strong(sender), Style.COVER_LINE),
        Paragraph(gettext("Digital maturity report"), Style.TITLE),
        Paragraph(content.versions.bank, Style.COVER_LINE),
        Paragraph(content.enterprise, Style.SUBTITLE),
        Paragraph(lines(line, verified), Style.COVER_LINE),
        *([Paragraph(edition.cover_text, Style.COVER_LINE)] if edition and edition.cover_text else []),
        *_result(content),
        *[Paragraph((soft(fact.label), "\t", fact.value), Style.FACT) for fact in cover_facts(content)],
    ]


def _result(content: ReportContent) -> list[Block]:
    overall = content.overall
    picture = drawings.draw_quarters(content) if content.has_quarters else ""
    score: Words = (strong(overall.score), f" {overall.of_scale}") if overall.score else ()
    return [
        Paragraph(gettext("Result"), Style.LABEL),
        Paragraph(content.ladder.headline, Style.RESULT),
        Paragraph(between("\n", [score, overall.sentence])),
        *chart_blocks(picture, 54),
        *([Paragraph(_legend(content))] if content.barriers else []),
    ]


def _legend(content: ReportContent) -> Words:
    """The parts in their colours, each with its number, or with its level where only that says something."""
    named = []
    for part in content.barriers[:MOST_NAMED]:
        figure = part.figure
        is_level = content.shows_levels and content.is_profile and figure.level
        said = (
            strong(figure.level or "")
            if is_level
            else strong("" if figure.status == Status.UNSCORED else figure.score or NONE)
        )
        named.append((hue_mark(part.hue), f"{figure.title} ", said))
    return between("    ", named)


def contents(content: ReportContent) -> list[Block]:
    return [Contents(gettext("Contents"))]
