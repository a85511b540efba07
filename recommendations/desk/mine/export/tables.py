"""The workbook: answers, scores, actions and plan, in the reader's language. No text is a formula."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from tempfile import SpooledTemporaryFile
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from assessment.accounts.models import Enterprise
from assessment.bank.releases import document_of, scorer_of
from assessment.responses.models import Answer, Assessment, Perspective, Result
from assessment.responses.queries import answer_history, answer_of, latest
from assessment.scoring.explain import explain_answer
from assessment.scoring.freeze import thaw_scorecard
from assessment.scoring.texts import localise
from assessment.scoring.walk import nodes
from recommendations.plan.models import AdviceRun, PlanItem
from recommendations.plan.speaker import Speaker
from recommendations.playbook.releases import playbook_of
from recommendations.rules.freeze import thaw_advice

LONGEST = 32_000  # characters in one cell of a workbook
DAY = "yyyy-mm-dd"

Cell = str | int | float | date | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Row]


def write_tables(
    file: "SpooledTemporaryFile[bytes]", enterprise: Enterprise, assessments: Sequence[Assessment], locale: str
) -> None:
    """This function will write the workbook to an open file, row by row, in the active language."""
    book = Workbook(file, {"constant_memory": True})
    header, text = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"num_format": "@"})
    day = book.add_format({"num_format": DAY})
    for sheet in _sheets(enterprise, assessments, locale):
        page = book.add_worksheet(sheet.title)
        page.freeze_panes(1, 0)
        for number, (title, width) in enumerate(sheet.columns):
            page.set_column(number, number, width)
            page.write_string(0, number, title, header)
        for place, row in enumerate(sheet.rows, start=1):
            for number, cell in enumerate(row):
                _write(page, place, number, cell, text, day)
    book.close()


def _write(page: Any, row: int, column: int, cell: Cell, text: Format, day: Format) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell[:LONGEST], text)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
    elif cell is not None:
        page.write_number(row, column, cell)


def _sheets(enterprise: Enterprise, assessments: Sequence[Assessment], locale: str) -> Iterator[Sheet]:
    began = (pgettext("sheet", "Assessment"), 24)
    yield Sheet(
        pgettext("sheet", "Answers"),
        [
            began,
            (gettext("Question"), 60),
            (gettext("Own answer"), 40),
            (gettext("Verified answer"), 40),
            (pgettext("sheet", "Reason"), 40),
        ],
        (row for each in assessments for row in _answers(each, locale)),
    )
    yield Sheet(
        pgettext("sheet", "Scores"),
        [
            began,
            (pgettext("sheet", "View"), 14),
            (gettext("Part"), 40),
            (gettext("Points"), 10),
            (pgettext("sheet", "of"), 8),
            (gettext("Level"), 24),
        ],
        (row for each in assessments for row in _scores(each, locale)),
    )
    yield Sheet(
        pgettext("sheet", "Actions"),
        [
            began,
            (pgettext("sheet", "View"), 14),
            (pgettext("sheet", "Rank"), 8),
            (pgettext("sheet", "Action"), 50),
            (pgettext("sheet", "Reasons"), 90),
        ],
        (row for each in assessments for row in _actions(each, locale)),
    )
    titles = (
        gettext("What"),
        gettext("Status"),
        gettext("Who does it"),
        pgettext("plan", "Due"),
        gettext("Done on"),
        gettext("Budget, yuan"),
        gettext("Spent, yuan"),
        gettext("Note"),
    )
    yield Sheet(pgettext("sheet", "Plan"), [(title, 24) for title in titles], _items(enterprise, locale))


def _name(assessment: Assessment) -> str:
    return f"{localtime(assessment.started_at):%Y-%m-%d} {str(assessment.public_id)[:8]}"


def _answers(assessment: Assessment, locale: str) -> Iterator[Row]:
    own = latest(answer_history(assessment.pk))
    verified = {}
    for row in Answer.objects.filter(assessment=assessment, perspective=Perspective.VERIFIED).order_by("version"):
        verified[row.question_key] = row
    for key, question in scorer_of(assessment.release_id).index.questions.items():
        mine, theirs = own.get(key), verified.get(key)
        if mine is None and theirs is None:
            continue
        said = explain_answer(question, mine.answer if mine else None, locale)
        checked = explain_answer(question, answer_of(theirs.state, theirs.value), locale) if theirs else ""
        yield _name(assessment), localise(question.text, locale), said, checked, theirs.reason if theirs else ""


def _scores(assessment: Assessment, locale: str) -> Iterator[Row]:
    for result in _results(assessment):
        card, document = thaw_scorecard(result.scorecard), document_of(result.release_id)
        speaker = Speaker(document, locale)
        for _place, node in nodes(document):
            score = card.nodes[node.key]
            points = None if score.points is None else float(speaker.points(score, score.score))
            shown = (points, float(score.scale), speaker.level(score))
            yield _name(assessment), result.get_perspective_display(), localise(node.title, locale), *shown


def _actions(assessment: Assessment, locale: str) -> Iterator[Row]:
    for result in _results(assessment):
        run = AdviceRun.objects.filter(result=result).first()
        if run is None:
            continue
        titles = {action.key: action.title for action in playbook_of(run.playbook_release_id).actions}
        for each in thaw_advice(run.advice).recommendations:
            reasons = " / ".join(localise(reason.text, locale) for reason in each.reasons)
            title = localise(titles.get(each.action, {}), locale) or each.action
            yield _name(assessment), result.get_perspective_display(), each.rank, title, reasons


def _results(assessment: Assessment) -> Iterable[Result]:
    return assessment.results.order_by("perspective")


def _items(enterprise: Enterprise, locale: str) -> Iterator[Row]:
    for item in PlanItem.objects.filter(plan__enterprise=enterprise).order_by("due_on", "pk"):
        title = localise(item.title, locale)
        done = (item.due_on, item.done_on, item.budget, item.spent, item.note)
        yield title, item.get_status_display(), item.responsible, *done
