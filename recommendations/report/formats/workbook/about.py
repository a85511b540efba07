"""The first sheet: what this is about, and what it rests on."""

from collections.abc import Iterator

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Cell, Column, Sheet
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.workbook.cells import measured, number
from recommendations.report.formats.workbook.times import day, worded_day
from recommendations.report.printed import Imprint

Line = tuple[Cell, ...]


def about_sheet(content: ReportContent, imprint: Imprint) -> Sheet:
    """This function will return what the cover and the last page of the report say, one line each."""
    columns = [Column(pgettext("workbook", "About"), 34), Column(pgettext("workbook", "Value"), 90)]
    return Sheet(pgettext("workbook", "About"), columns, list(_lines(content, imprint)), is_list=True)


def _lines(content: ReportContent, imprint: Imprint) -> Iterator[Line]:
    days, overall = content.days, content.overall
    yield gettext("Enterprise"), content.enterprise
    if content.edition is not None:
        yield pgettext("workbook", "Edition of"), content.edition.name
    yield pgettext("workbook", "Number of the report"), imprint.number
    yield pgettext("workbook", "Nature"), f"{content.mode}, {content.scope}"
    yield pgettext("workbook", "Started"), worded_day(content.started_on) if days is None else day(days.started_on)
    yield pgettext("workbook", "Submitted"), day(imprint.made_on)
    yield pgettext("workbook", "Notice"), content.notice
    if not content.is_profile:
        yield pgettext("workbook", "Overall score"), number(overall.score) or overall.sentence
        yield pgettext("workbook", "Of"), number(overall.scale)
    if content.ladder.headline:
        yield pgettext("workbook", "Level"), content.ladder.headline
    if content.verification is not None:
        yield pgettext("workbook", "Verified"), content.verification.line
    numbers = {row.answer: row.number for section in content.answers for row in section.rows if section.is_profile}
    yield from ((fact.label, measured(fact.value, numbers.get(fact.value))) for fact in content.facts)
    yield from _basis(content, imprint)


def _basis(content: ReportContent, imprint: Imprint) -> Iterator[Line]:
    versions = content.versions
    yield pgettext("workbook", "Answers"), content.counts.line
    yield gettext("Question bank"), f"{versions.bank} {versions.bank_version}"
    yield pgettext("workbook", "Fingerprint of the question bank"), versions.bank_hash
    if versions.playbook:
        yield gettext("Playbook"), f"{versions.playbook} {versions.playbook_version}"
        yield pgettext("workbook", "Fingerprint of the playbook"), versions.playbook_hash
    yield gettext("Fingerprint of the result"), versions.result_hash
    yield gettext("Fingerprint of this report"), imprint.content_hash
    if imprint.address:
        yield pgettext("workbook", "Check this report at"), imprint.address
    yield from ((pgettext("workbook", "Method"), line) for line in content.method)
    yield (
        pgettext("workbook", "This workbook"),
        gettext(
            "It holds the numbers of the report as they are printed there. Change what you like: the report itself stays."
        ),
    )
