"""The page of one section for one assessment: the prepared frame, with keys, answers and counts put in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.responses.access import AssessmentHead
from assessment.responses.bank_words import marked
from assessment.responses.carried_notes import NO_NOTE, CarriedNotes, carried_notes, section_note
from assessment.responses.entries import EMPTY, Entry
from assessment.responses.progress import Progress, SectionProgress, progress_of
from assessment.responses.queries import PageAnswers
from assessment.responses.question_html import HIDDEN, INVALID, QuestionHtml, answered_question, question_slots
from assessment.responses.section_frame import SectionFrame, escaped_json, section_frame
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.score import Scorer


@dataclass(frozen=True, slots=True)
class Refused:
    """What a form without JavaScript sent and could not be saved: what was typed, and a sentence per question.

    A question without an entry was left empty.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)


NOTHING = Refused()


def section_page(
    request: HttpRequest,
    head: AssessmentHead,
    scorer: Scorer,
    section_key: str,
    given: PageAnswers,
    refused: Refused = NOTHING,
) -> HttpResponse:
    """This function will return the page; 422 with what was typed and what is wrong with it where something is."""
    locale = get_language()
    frame = section_frame(scorer, locale, head.scope, section_key, head.is_submitted)
    visible = scorer.visible(given.answers, head.scope)
    carried = frozenset() if head.is_submitted else given.carried
    progress = progress_of(scorer.document, head.scope, visible, given.answers, carried)
    notes = carried_notes(head, given, carried)
    slots = {
        "csrf": get_token(request),
        "public_id": str(head.public_id),
        "enterprise": head.enterprise_name,
        "questions": _questions(frame, given, visible, refused, head.is_submitted, notes),
        "section_progress": _section_progress(progress, section_key),
        **rail_slots(progress),
    }
    here = [html.question.key for html in frame.questions if html.question.key in visible]
    if here:
        slots["some_asked"] = HIDDEN
    if not head.is_submitted:
        slots |= time_slots(progress)
        slots |= {"given": _given(given, frame, scorer), "release": str(head.release_id)}
        slots["carried"] = section_note(notes, here)
        if head.has_newer:
            slots["newer"] = render_to_string("responses/newer_note.html", {"public_id": head.public_id})
    if not head.is_owned:
        slots["claim"] = render_to_string("responses/claim_note.html", {"public_id": head.public_id})
    if refused.problems:
        slots["title_prefix"] = _("Error: ")
        slots["errors"] = _error_summary(frame, refused, locale)
    response = HttpResponse(frame.page.fill(slots), status=422 if refused.problems else 200)
    # Going back to a refused form must show it again: a browser cannot ask for it anew without sending it anew.
    response["Cache-Control"] = "private" if refused.problems else "private, no-store"
    return response


def _questions(
    frame: SectionFrame,
    given: PageAnswers,
    visible: frozenset[str],
    refused: Refused,
    locked: bool,
    notes: CarriedNotes | None,
) -> SafeString:
    return mark_safe("".join([_question(html, given, visible, refused, locked, notes) for html in frame.questions]))


def _question(
    html: QuestionHtml,
    given: PageAnswers,
    visible: frozenset[str],
    refused: Refused,
    locked: bool,
    notes: CarriedNotes | None,
) -> SafeString:
    key = html.question.key
    version, is_visible = given.versions.get(key, 0), key in visible
    note = notes.of(key) if notes else NO_NOTE
    if key not in refused.problems:
        return answered_question(html, given.kept.get(key), version, is_visible, locked, note)
    entry = refused.entries.get(key, EMPTY)
    slots = question_slots(html.question, entry, version=version, visible=is_visible)
    return html.fragment.fill(slots | {"error": refused.problems[key], "invalid": INVALID, "carried": note})


def _section_progress(progress: Progress, section_key: str) -> str:
    own = next(each for each in progress.sections if each.key == section_key)
    return answered_of(own)


def answered_of(section: SectionProgress) -> str:
    if section.total == 0:
        return _("No questions here")
    counts = {"done": section.answered, "total": section.total, "count": section.to_confirm}
    if section.to_confirm:
        return _("%(done)d of %(total)d answered, %(count)d to confirm") % counts
    return _("%(done)d of %(total)d answered") % counts


def rail_slots(progress: Progress) -> dict[str, str]:
    """This function will return what fills the slots of the sections in `responses/rail.html`."""
    slots = {}
    for each in progress.sections:
        slots[f"count:{each.key}"] = _short_count(each)
        slots[f"said:{each.key}"] = answered_of(each)
    return slots


def time_slots(progress: Progress) -> dict[str, str]:
    """This function will return what stands above the sections while there is something left to answer."""
    return {
        "minutes": minutes_left(progress.minutes),
        "answered": str(progress.answered),
        "total": str(max(progress.total, 1)),
    }


def _short_count(section: SectionProgress) -> str:
    if section.total == 0:
        return "–"
    if section.to_confirm:
        return _("%(count)d to confirm") % {"count": section.to_confirm}
    return "✓" if section.is_complete else f"{section.answered} / {section.total}"


def minutes_left(minutes: int) -> str:
    if minutes == 0:
        return _("All questions answered")
    if minutes == 1:
        return _("About 1 minute left")
    return _("About %(count)d minutes left") % {"count": minutes}


def _given(given: PageAnswers, frame: SectionFrame, scorer: Scorer) -> SafeString:
    """What the browser starts from: the answers, and the fact that only the server can work out."""
    size = scorer.facts(given.answers).get(SIZE_CLASS) if frame.needs_size else None
    answers = ",".join([f'"{key}":{given.kept[key].json}' for key in given.answers])
    constants, carried = json.dumps({SIZE_CLASS: size}), json.dumps(sorted(given.carried))
    return escaped_json(f'{{"answers":{{{answers}}},"constants":{constants},"carried":{carried}}}')


def _error_summary(frame: SectionFrame, refused: Refused, locale: str) -> SafeString:
    problems = [
        {"key": key, "question": marked(html.question.text, locale), "message": refused.problems[key]}
        for html in frame.questions
        if (key := html.question.key) in refused.problems
    ]
    return render_to_string("responses/error_summary.html", {"problems": problems})
