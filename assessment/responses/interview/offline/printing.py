"""The interview on paper: every question with boxes to tick and lines to write on."""

from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework
from assessment.responses.interview.offline.rows import Cell, FormRow, form_sections
from assessment.responses.interview.sides import sides_of
from assessment.scoring.document import Kind
from assessment.scoring.explain import explain_answer
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import localise


def printed_form(work: Casework) -> dict[str, Any]:
    """This function will return everything that stands on the paper, in the active language."""
    scorer, scope, locale = scorer_of(work.assessment.release_id), Scope(work.assessment.scope), get_language()
    own = sides_of(work.assessment.pk).own.answers
    sections = []
    number = 0
    for section in form_sections(scorer, scope, locale):
        questions: list[dict[str, Any]] = []
        for row in section.rows:
            if not row.is_head:
                questions[-1]["parts"].append({"text": row.text, **_boxes(row)})
                continue
            number += 1
            answer = own.get(row.question.key)
            questions.append(
                {
                    "number": number,
                    "text": row.text,
                    "condition": row.condition,
                    "evidence": localise(row.question.evidence, locale),
                    "own": explain_answer(row.question, answer, locale) if answer else "",
                    "is_text": row.question.kind is Kind.TEXT,
                    "unit": localise(row.question.unit, locale),
                    "parts": [],
                    **_boxes(row),
                }
            )
        sections.append({"title": section.title, "questions": questions})
    return {
        "file": work.file,
        "assessment": work.assessment,
        "workspace": work.seat.workspace,
        "day": localdate(),
        "sections": sections,
        "title": _("Interview form"),
    }


def _boxes(row: FormRow) -> dict[str, Any]:
    return {"boxes": list(row.choices), "is_typed": row.cell is Cell.TYPED, "is_tick": row.cell is Cell.TICK}
