"""Sheets of what the report rests on: answers, published figures, contradictions, the trail, sources and words."""

from collections.abc import Iterator

from django.utils.translation import gettext, pgettext

from assessment.accounts.sheets import Column, Sheet
from recommendations.report.content.kinds import AnswerView
from recommendations.report.content.numbers import lead_in
from recommendations.report.content.schema import ReportContent, Source
from recommendations.report.content.score_schema import ReferenceGroup
from recommendations.report.content.trail_schema import TrailView
from recommendations.report.formats.workbook.cells import lines, listed, measured, number, yes
from recommendations.report.formats.workbook.tables import Row, table
from recommendations.report.formats.workbook.times import period, worded_moment


def record_sheets(content: ReportContent) -> Iterator[Sheet]:
    """This function will yield what the report shows of its basis; a section that is left out has no sheet."""
    yield from table(pgettext("workbook", "Published figures"), _reference_columns(), _references(content))
    yield from table(pgettext("workbook", "Cases"), _case_columns(), _cases(content))
    yield from table(pgettext("workbook", "Answer to know more"), _undecided_columns(), _undecided(content))
    yield from table(pgettext("workbook", "Contradictions"), _observation_columns(), _observations(content))
    yield from table(pgettext("workbook", "Answers"), _answer_columns(), _answers(content))
    if content.trail is not None:
        yield from _trail(content.trail)
    yield from table(pgettext("workbook", "Sources"), _source_columns(), map(_source, content.sources))
    words = ((row.word, row.meaning) for row in content.glossary)
    yield from table(pgettext("workbook", "Glossary"), _word_columns(), words)


def _reference_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Figure"), 44),
        Column(gettext("Question"), 44),
        Column(pgettext("workbook", "Your answer"), 30),
        Column(pgettext("workbook", "Your value"), 14),
        Column(pgettext("workbook", "Value"), 14),
        Column(pgettext("workbook", "Period"), 14),
        Column(pgettext("workbook", "Target"), 9),
        Column(pgettext("workbook", "Scope"), 36),
        Column(pgettext("workbook", "How you stand to it"), 40),
        Column(gettext("Source"), 50),
        Column(pgettext("workbook", "Address"), 40),
    ]


def _references(content: ReportContent) -> Iterator[Row]:
    parts = content.barriers if content.whole is None else (*content.barriers, content.whole)
    for group in (group for part in parts for group in part.references):
        yield from _group(group)


def _group(group: ReferenceGroup) -> Iterator[Row]:
    for line in group.lines:
        own = (group.question, group.answer, measured(group.own or "", group.own_number))
        published = (measured(line.value, line.number), period(line.period), yes(line.is_target), line.scope)
        yield line.title, *own, *published, line.verdict, line.source, line.url


def _case_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Case"), 40),
        Column(pgettext("workbook", "Provider"), 26),
        Column(pgettext("workbook", "What was done"), 60),
        Column(pgettext("workbook", "What came of it"), 60),
        Column(pgettext("workbook", "In common with you"), 40),
        Column(gettext("Sample"), 10),
    ]


def _cases(content: ReportContent) -> Iterator[Row]:
    for case in content.cases:
        yield case.title, case.provider, case.summary, case.outcome, lines(case.alike), yes(case.is_sample)


def _undecided_columns() -> list[Column]:
    return [
        Column(pgettext("workbook", "Action"), 44),
        Column(gettext("Depends on"), 60),
        Column(gettext("Recommended if"), 70),
    ]


def _undecided(content: ReportContent) -> Iterator[Row]:
    for row in content.undecided:
        yield row.action, listed(row.questions), lines(row.asks)


def _observation_columns() -> list[Column]:
    return [Column(gettext("Observation"), 70), Column(gettext("Your answers"), 70)]


def _observations(content: ReportContent) -> Iterator[Row]:
    for row in content.inconsistencies:
        yield row.message, lines(f"{lead_in(item.short)}{item.answer}" for item in row.answers)


def _answer_columns() -> list[Column]:
    return [
        Column(gettext("Key"), 14),
        Column(pgettext("workbook", "Section"), 28),
        Column(gettext("Question"), 70),
        Column(gettext("Your answer"), 50),
        Column(pgettext("workbook", "Number"), 12),
        Column(pgettext("workbook", "State"), 18),
    ]


def _answers(content: ReportContent) -> Iterator[Row]:
    states = {
        AnswerView.ANSWERED: pgettext("workbook", "answered"),
        AnswerView.UNKNOWN: pgettext("workbook", "not known"),
        AnswerView.NOT_APPLICABLE: pgettext("workbook", "does not apply"),
        AnswerView.OPEN: pgettext("workbook", "not answered"),
    }
    for section in content.answers:
        for row in section.rows:
            yield row.key, section.title, row.text, row.answer, number(row.number), states[row.state]


def _trail(trail: TrailView) -> Iterator[Sheet]:
    when, who, what = gettext("When"), gettext("Who"), gettext("What")
    steps: list[Row] = [(worded_moment(step.at), step.who, step.what) for step in trail.steps]
    steps += [(author.span, author.who, author.what) for author in trail.authors]
    steps += [("", "", line) for line in (trail.evidence, trail.note) if line]
    yield from table(pgettext("workbook", "Trail"), [Column(when, 26), Column(who, 30), Column(what, 70)], steps)
    columns = [
        Column(gettext("Question"), 44),
        Column(gettext("Key"), 12),
        Column(what, 18),
        Column(pgettext("workbook", "Before"), 36),
        Column(pgettext("workbook", "After"), 36),
        Column(who, 24),
        Column(when, 22),
        Column(pgettext("workbook", "Reason"), 50),
    ]
    changes = (
        (row.short, row.key, row.what, row.before, row.after, row.who, worded_moment(row.at), row.reason)
        for row in trail.changes
    )
    yield from table(pgettext("workbook", "Changed answers"), columns, changes)


def _source_columns() -> list[Column]:
    return [
        Column(gettext("Statement or subject"), 60),
        Column(gettext("Source"), 70),
        Column(pgettext("workbook", "Address"), 50),
    ]


def _source(row: Source) -> Row:
    return row.title, row.detail, row.url


def _word_columns() -> list[Column]:
    return [Column(pgettext("workbook", "Word"), 30), Column(pgettext("workbook", "Meaning"), 100)]
