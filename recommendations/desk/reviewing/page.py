"""Everything the page of the review says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override

from assessment.responses.access import Casework
from assessment.responses.asking_forms import QuestionForm
from assessment.responses.bank_words import marked
from assessment.responses.casework_pages import Step, frame_of
from assessment.responses.models import Mode
from assessment.responses.progress import sections_in
from assessment.responses.question_html import INVALID, question_slots, render_question
from assessment.scoring.scorecard import Scope
from recommendations.desk.reviewing.changing import Editing, new_editing
from recommendations.desk.reviewing.forms import DeclarationForm, FilterForm
from recommendations.desk.reviewing.rows import Group, Line, review_lines
from recommendations.desk.reviewing.standing import Standing, material_of, standing_of
from recommendations.report.content.gap import gap_of
from recommendations.report.content.trail import verification_of, verified_counts


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that came back: of one question, of a question to the client, or of the end."""

    editing: Editing | None = None
    ask_key: str = ""
    ask: QuestionForm | None = None
    declaration: DeclarationForm | None = None
    missing: Sequence[str] = ()

    @property
    def is_refused(self) -> bool:
        return bool(
            (self.editing and (self.editing.problem or self.editing.reason.errors)) or self.ask or self.declaration
        )


NOTHING_SENT = Sent()


def review_context(request: HttpRequest, work: Casework, sent: Sent = NOTHING_SENT) -> dict[str, Any]:
    """This function will return the context of the page: thirteen queries besides those of the door."""
    locale = get_language() or "en"
    standing = standing_of(work.assessment)
    with override(locale):
        material = material_of(standing, locale)
        gap = gap_of(material)
        counts = verified_counts(material, standing.trail)
        verification = verification_of(material)
    assert gap is not None  # this material always has both sides
    lines, chosen = review_lines(work, standing, gap, locale), FilterForm(request.GET)
    shown = [line for line in lines if _is_shown(line, chosen)]
    editing = sent.editing or _asked_for(request.GET, standing)
    sections = _sections(standing, locale)
    return frame_of(work, Step.REVIEW) | {
        "standing": standing,
        "gap": gap,
        "has_own": bool(standing.own.answers),
        "is_waiting": work.assessment.mode == Mode.SELF and not work.assessment.is_submitted,
        "verification": verification,
        "verified_count": counts[0],
        "answer_count": counts[1],
        "open_count": sum(line.group is Group.OPEN for line in lines),
        "reply_count": sum(bool(ask.replied_at and not ask.closed_at) for line in lines for ask in line.asks),
        "groups": _groups(shown),
        "acceptable": [line for line in shown if line.can_be_accepted],
        "is_filtered": len(shown) < len(lines),
        "sections": sections,
        "titles": dict(sections),
        "section": chosen.chosen("section"),
        "show": chosen.chosen("show"),
        "total": len(lines),
        "editing": editing,
        "control": None if editing is None else control_html(standing, editing, locale),
        "ask_key": sent.ask_key or request.GET.get("ask", ""),
        "ask_form": sent.ask or QuestionForm(),
        "declaration": sent.declaration or DeclarationForm(),
        "missing": [(line.key, line.text) for line in lines if line.key in sent.missing],
        "required_open": [line for line in lines if line.required and not line.has_own and not line.has_verified],
        "reasons_open": [line for line in lines if line.lacks_reason],
        "refused": sent.is_refused,
    }


def _is_shown(line: Line, chosen: FilterForm) -> bool:
    return chosen.chosen("section") in ("", line.section) and chosen.chosen("show") in ("", line.group.value)


def _groups(lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    found = [(group.value, [line for line in lines if line.group is group]) for group in Group]
    return [(name, members) for name, members in found if members]


def _sections(standing: Standing, locale: str) -> list[tuple[str, SafeString]]:
    sections = sections_in(standing.scorer.document, Scope(standing.assessment.scope))
    return [(section.key, marked(section.title, locale)) for section in sections]


def _asked_for(data: QueryDict, standing: Standing) -> Editing | None:
    question = standing.scorer.index.questions.get(data.get("change", ""))
    if question is None or question.key not in standing.asked or standing.is_finished:
        return None
    return new_editing(standing, question)


def control_html(standing: Standing, editing: Editing, locale: str) -> SafeString:
    """This function will return the question's own control, as the enterprise saw it."""
    html = render_question(editing.question, standing.scorer.document, locale)
    slots: Mapping[str, str] = question_slots(editing.question, editing.entry, version=editing.version, visible=True)
    if editing.problem:
        slots = {**slots, "error": editing.problem, "invalid": INVALID}
    return html.fragment.fill(slots)
