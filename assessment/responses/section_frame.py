"""The page of one section without anybody's answers: rendered once per release, language, scope and section.

Rendering a page of twelve questions costs ten times as much as all its queries. What differs from one request to the
next (keys, answers, counts) stands in slots; see `fragments`.
"""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from assessment.responses.bank_words import marked, marked_parts
from assessment.responses.fragments import Fragment, slot
from assessment.responses.progress import sections_in
from assessment.responses.question_html import QuestionHtml, render_question
from assessment.responses.script_texts import script_texts
from assessment.scoring.document import Section
from assessment.scoring.facts import SIZE_CLASS
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import localise

# Stands for an assessment's id while addresses are made, and becomes a slot: URL patterns take nothing but an id.
PLACEHOLDER = uuid.uuid4()
MOST_REMEMBERED = 512


@dataclass(frozen=True, slots=True)
class SectionFrame:
    """`questions` are those in scope, hidden ones among them; `needs_size` if a condition asks for the size class."""

    page: Fragment
    questions: tuple[QuestionHtml, ...]
    needs_size: bool


@lru_cache(maxsize=MOST_REMEMBERED)
def section_frame(scorer: Scorer, locale: str, scope: Scope, section_key: str, locked: bool) -> SectionFrame:
    """This function will return the prepared page of a section; a `locked` one shows answers that are frozen."""
    section = next(each for each in scorer.document.sections if each.key == section_key)
    asked = [each for each in section.questions if scope is Scope.FULL or each.key in scorer.index.core]
    with override(locale):
        questions = tuple(render_question(question, scorer.document, locale) for question in asked)
        return SectionFrame(_render_page(scorer, locale, scope, section, locked), questions, needs_size(scorer))


def needs_size(scorer: Scorer) -> bool:
    """This function will say whether a condition asks for the size class, which only the server works out."""
    conditions = [each.visible_if for each in scorer.index.questions.values() if each.visible_if]
    return any(SIZE_CLASS in condition.model_dump_json() for condition in conditions)


def _render_page(scorer: Scorer, locale: str, scope: Scope, section: Section, locked: bool) -> Fragment:
    sections = sections_in(scorer.document, scope)
    place = sections.index(section)
    back, forward = sections[place - 1 : place] if place else [], sections[place + 1 : place + 2]
    context = {
        **rail_context(sections, locale, locked, section.key),
        "title": localise(section.title, locale),
        "heading": marked(section.title, locale),
        "section_key": section.key,
        "barrier": section.node or "",
        "intro": marked_parts(section.intro, locale),
        "step": _("Section %(place)d of %(count)d") % {"place": place + 1, "count": len(sections)},
        "action": _url("section", section.key),
        "answers_url": _url("assessment-open") + "answers/",
        "keep_url": _url("keep"),
        "result_url": reverse("report:result-show", args=[PLACEHOLDER]),
        "back_url": _url("section", back[0].key) if back else "",
        "next_url": _url("section", forward[0].key) if forward else _url("check"),
        "next_is_section": bool(forward),
        "csrf_token": slot("csrf"),
        "public_id": PLACEHOLDER,
        "request": _stand_in(_url("section", section.key)),
        "slot": {name: slot(name) for name in PAGE_SLOTS}
        | {"questionnaire": questionnaire(scorer, scope, script_texts())},
    }
    html = render_to_string("responses/section.html", context)
    return Fragment(html.replace(str(PLACEHOLDER), slot("public_id")))


PAGE_SLOTS = (
    *("title_prefix", "enterprise", "section_progress", "errors", "questions", "given"),
    *("minutes", "answered", "total", "release", "some_asked", "carried", "newer", "claim"),
)


def rail_context(sections: list[Section], locale: str, locked: bool, current: str | None) -> dict[str, Any]:
    """This function will return what `responses/rail.html` needs; `current` is a section, or None for the check page."""
    return {
        "locked": locked,
        "is_check": current is None,
        "check_url": _url("check"),
        "sections": [
            {
                "key": section.key,
                "title": marked(section.title, locale),
                "barrier": section.node or "",
                "url": _url("section", section.key),
                "is_current": section.key == current,
                "count": slot(f"count:{section.key}"),
                "said": slot(f"said:{section.key}"),
            }
            for section in sections
        ],
    }


def _url(name: str, *arguments: str) -> str:
    return reverse(f"responses:{name}", args=[PLACEHOLDER, *arguments])


def _stand_in(path: str) -> SimpleNamespace:
    """What the frame of every page reads of a request; the same for every reader of this page."""
    return SimpleNamespace(path=path, get_full_path=path, resolver_match=SimpleNamespace(url_name="section"))


def questionnaire(scorer: Scorer, scope: Scope, texts: Mapping[str, str]) -> SafeString:
    """This function will return what the browser needs to show and hide questions at once, and its sentences.

    The server decides again with every answer.
    """
    sections = [
        {
            "key": section.key,
            "profile": section.profile,
            "questions": [
                {
                    "key": question.key,
                    "kind": question.kind.value,
                    "if": question.visible_if.model_dump(by_alias=True, mode="json") if question.visible_if else None,
                }
                for question in section.questions
                if scope is Scope.FULL or question.key in scorer.index.core
            ],
        }
        for section in sections_in(scorer.document, scope)
    ]
    return json_block({"sections": sections, "seconds": scorer.document.seconds_per_question, "texts": texts})


def json_block(data: object) -> SafeString:
    """This function will return `data` as JSON that can stand inside a script element."""
    return escaped_json(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def escaped_json(text: str) -> SafeString:
    """This function will return JSON with nothing in it that could end a script element or begin a comment."""
    return mark_safe(text.replace("<", "\\u003C").replace(">", "\\u003E").replace("&", "\\u0026"))
