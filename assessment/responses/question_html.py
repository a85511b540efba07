"""One question as HTML with slots: rendered by a Django template, from words of the bank and of the interface."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from assessment.responses.bank_words import marked, marked_parts, other_language
from assessment.responses.entries import CHOICES, EMPTY, NOTHING, Entry, alternatives_of, entry_of, is_select, is_ticked
from assessment.responses.fragments import Fragment, slot
from assessment.responses.queries import KeptAnswer
from assessment.scoring.answers import AnswerState
from assessment.scoring.document import BankDocument, Kind, Question, ReferenceLine
from assessment.scoring.figures import shown_number
from assessment.scoring.texts import Text, localise

CHECKED = mark_safe(" checked")
SELECTED = mark_safe(" selected")
HIDDEN = mark_safe(" hidden")
OPEN = mark_safe(" open")
DISABLED = mark_safe(" disabled")
INVALID = mark_safe(' aria-invalid="true"')


@dataclass(frozen=True, slots=True)
class Choice:
    """`mark` is the slot for the word that ticks it. A list to open holds no HTML, only a `language`."""

    key: str
    label: str
    mark: SafeString
    exclusive: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    text: str
    source: str
    url: str


@dataclass(frozen=True, eq=False, slots=True)
class QuestionHtml:
    """`question_slots` says what fills the fragment."""

    question: Question
    fragment: Fragment


@lru_cache(maxsize=2048)
def answered_question(
    html: QuestionHtml, kept: KeptAnswer | None, version: int, visible: bool, locked: bool, carried: SafeString
) -> SafeString:
    """This function will return the question with its answer; it is the same for all who answered the same.

    `carried` is what is said of an answer of the round before, '' of any other.
    """
    entry = entry_of(html.question, kept.answer if kept else None)
    slots = question_slots(html.question, entry, version=version, visible=visible) | {"carried": carried}
    return html.fragment.fill(slots | {"disabled": DISABLED} if locked else slots)


def render_question(question: Question, document: BankDocument, locale: str) -> QuestionHtml:
    """This function will return the question as HTML with slots, in the words of `locale`."""

    def words(text: Text) -> SafeString:
        return marked(text, locale)

    context = {
        "question": question,
        "field": f"q.{question.key}",
        "is_group": question.kind in CHOICES and not is_select(question),
        "kind_template": f"responses/kinds/{_kind_template(question)}.html",
        "text": words(question.text),
        "help": marked_parts(question.help, locale),
        "example": marked_parts(question.example, locale),
        "evidence": words(question.evidence),
        "references": _references(question, document, locale),
        "choices": _choices(question, locale, "on"),
        "rows": [
            {"key": row.key, "label": words(row.label), "choices": _choices(question, locale, f"row:{row.key}")}
            for row in question.rows
        ],
        "alternatives": _alternatives(question),
        "unit": words(question.unit) or ("%" if question.kind is Kind.PERCENT else ""),
        "range": _range(question),
        "ratio": question.ratio
        and {"numerator": words(question.ratio.numerator), "denominator": words(question.ratio.denominator)},
        "slot": {
            name: slot(name)
            for name in (
                "hidden",
                "version",
                "disabled",
                "error",
                "invalid",
                "text",
                "numerator",
                "denominator",
                "open",
                "carried",
            )
        },
    }
    return QuestionHtml(question, Fragment(render_to_string("responses/question.html", context)))


def question_slots(question: Question, entry: Entry, *, version: int, visible: bool) -> dict[str, str]:
    """This function will return what to put into the slots of a question whose fields hold `entry`."""
    tick = SELECTED if is_select(question) else CHECKED
    slots: dict[str, str] = {"version": str(version)}
    if not visible:
        slots["hidden"] = HIDDEN
    if entry is EMPTY:
        return slots
    known = {option.key for option in question.options}
    slots |= {f"on:{key}": tick for key in entry.chosen if key in known}
    if entry.alternative in alternatives_of(question):
        slots[f"alt:{entry.alternative}"] = tick
    for name in ("text", "numerator", "denominator"):
        if value := getattr(entry, name):
            slots[name] = value
    if entry.numerator or entry.denominator:
        slots["open"] = OPEN
    slots |= {f"row:{row}:{key}": CHECKED for row, ticks in entry.rows.items() for key in ticks if key in known}
    return slots


def _choices(question: Question, locale: str, slots: str) -> list[Choice]:
    say = localise if is_select(question) else marked
    return [
        Choice(
            option.key,
            say(option.label, locale),
            slot(f"{slots}:{option.key}"),
            option.exclusive,
            other_language(option.label, locale),
        )
        for option in question.options
    ]


def _kind_template(question: Question) -> str:
    if is_select(question):
        return "select"
    if is_ticked(question):
        return "ticks"
    return "choice" if question.kind in CHOICES else question.kind.value


def _alternatives(question: Question) -> list[Choice]:
    words = {
        NOTHING: _("None of these"),
        AnswerState.NOT_APPLICABLE.value: _("Does not apply to us"),
        AnswerState.UNKNOWN.value: _("I don’t know"),
    }
    return [Choice(word, words[word], slot(f"alt:{word}")) for word in alternatives_of(question)]


def _references(question: Question, document: BankDocument, locale: str) -> list[Reference]:
    lines = {line.key: line for line in document.reference_lines}
    return [_reference(lines[key], locale) for key in question.reference_lines]


def _reference(line: ReferenceLine, locale: str) -> Reference:
    text = _("%(title)s: %(value)s%(unit)s (%(scope)s, %(period)s)") % {
        "title": localise(line.title, locale),
        "value": shown_number(line.value, 2),
        "unit": line.unit,
        "scope": localise(line.scope, locale),
        "period": line.period,
    }
    return Reference(
        marked({other_language(line.title, locale) or locale: text}, locale), marked(line.source, locale), line.url
    )


def _range(question: Question) -> str:
    if question.kind is not Kind.NUMBER or question.minimum is None or question.maximum is None:
        return ""
    return _("From %(minimum)s to %(maximum)s") % {
        "minimum": shown_number(question.minimum, question.decimals),
        "maximum": shown_number(question.maximum, question.decimals),
    }
