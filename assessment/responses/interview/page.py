"""The page of an interview: all sections of one assessment, both sides of every answer, and what is left to do."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from assessment.bank.releases import scorer_of
from assessment.responses.access import Casework
from assessment.responses.answering import is_closed
from assessment.responses.bank_words import marked
from assessment.responses.casework_pages import Step, frame_of
from assessment.responses.entries import EMPTY
from assessment.responses.interview.beside import NOTHING_TYPED, Beside, Typed
from assessment.responses.interview.closing import closing_of
from assessment.responses.interview.frame import Asked, InterviewFrame, SectionPart, interview_frame
from assessment.responses.interview.places import address, person_key
from assessment.responses.interview.queries import kept_beside
from assessment.responses.interview.sides import Sides, sides_of
from assessment.responses.models import Perspective
from assessment.responses.progress import progress_of
from assessment.responses.question_html import INVALID, answered_question, question_slots
from assessment.responses.section_frame import escaped_json, json_block
from assessment.responses.section_page import NOTHING, Refused, answered_of, rail_slots, time_slots
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope

NO_NOTE = mark_safe("")


def interview_context(work: Casework, refused: Refused = NOTHING, typed: Typed = NOTHING_TYPED) -> dict[str, Any]:
    """This function will return everything the page says. Six queries."""
    assessment, locale = work.assessment, get_language()
    scorer, scope = scorer_of(assessment.release_id), Scope(assessment.scope)
    frame, sides = interview_frame(scorer, locale, scope), sides_of(assessment.pk)
    locked = is_closed(assessment, Perspective.VERIFIED)
    beside = Beside(work, sides, kept_beside(work), typed, locale, locked)
    visible = scorer.visible(sides.standing, scope)
    progress = progress_of(scorer.document, scope, visible, sides.verified.answers)
    page = _Page(sides, visible, locked, refused, beside)
    counts = {each.key: answered_of(each) for each in progress.sections}
    return frame_of(work, Step.INTERVIEW) | {
        "locked": locked,
        "slots": rail_slots(progress),
        "time": time_slots(progress),
        "sections": [page.section(part, counts[part.section.key], place) for place, part in enumerate(frame.sections)],
        "rail": _rail(frame, rail_slots(progress)),
        "closing": closing_of(scorer, scope, sides, visible),
        "problems": _problems(frame, refused, typed),
        "urls": _urls(work),
        "person": person_key(work),
        "script": frame.script,
        "given": _given(sides, scorer, frame),
    }


def _rail(frame: InterviewFrame, slots: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "key": part.section.key,
            "title": part.title,
            "barrier": part.section.node or "",
            "count": slots[f"count:{part.section.key}"],
            "said": slots[f"said:{part.section.key}"],
        }
        for part in frame.sections
    ]


def _urls(work: Casework) -> dict[str, str]:
    return {
        "here": address(work, "interview"),
        "answers": address(work, "verified-save", "KEY").removesuffix("KEY/"),
        "notes": address(work, "note-save", "KEY").removesuffix("KEY/"),
        "evidence": address(work, "evidence-add"),
        "closing": address(work, "interview-closing"),
        "offline": address(work, "interview-import"),
    }


def _given(sides: Sides, scorer: Scorer, frame: InterviewFrame) -> SafeString:
    """What the browser starts from: both sides, and the fact that only the server can work out."""
    size = scorer.facts(sides.standing).get(SIZE_CLASS) if frame.needs_size else None
    verified = ",".join([f'"{key}":{sides.verified.kept[key].json}' for key in sides.verified.answers])
    own = ",".join([f'"{key}":{sides.own.kept[key].json}' for key in sides.own.answers])
    constants = json_block({SIZE_CLASS: size})
    return escaped_json(f'{{"answers":{{{verified}}},"own":{{{own}}},"constants":{constants},"carried":[]}}')


def _problems(frame: InterviewFrame, refused: Refused, typed: Typed) -> list[dict[str, Any]]:
    """For the summary on top, in the order of asking."""
    found = []
    for part in frame.sections:
        for asked in part.questions:
            text = marked(asked.html.question.text, get_language())
            for place, problems in (("f", refused.problems), ("b", typed.problems)):
                if message := problems.get(asked.key):
                    found.append({"key": asked.key, "place": place, "question": text, "message": message})
    return found


class _Page:
    def __init__(self, sides: Sides, visible: frozenset[str], locked: bool, refused: Refused, beside: Beside) -> None:
        self._sides, self._visible, self._locked = sides, visible, locked
        self._refused, self._beside = refused, beside

    def section(self, part: SectionPart, progress: str, place: int) -> dict[str, Any]:
        return {
            "key": part.section.key,
            "title": part.title,
            "intro": part.intro,
            "barrier": part.section.node or "",
            "progress": progress,
            "is_first": place == 0,
            "questions": mark_safe("".join([self._asked(asked) for asked in part.questions])),
        }

    def _asked(self, asked: Asked) -> SafeString:
        return format_html('<div class="pair">{}{}</div>', self._question(asked), self._beside.fill(asked))

    def _question(self, asked: Asked) -> SafeString:
        key, given = asked.key, self._sides.verified
        version, is_visible = given.versions.get(key, 0), key in self._visible
        if key not in self._refused.problems:
            return answered_question(asked.html, given.kept.get(key), version, is_visible, self._locked, NO_NOTE)
        entry = self._refused.entries.get(key, EMPTY)
        slots = question_slots(asked.html.question, entry, version=version, visible=is_visible)
        return asked.html.fragment.fill(slots | {"error": self._refused.problems[key], "invalid": INVALID})
