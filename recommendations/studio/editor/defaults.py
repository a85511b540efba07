"""What a new question of each kind begins with, so that its text is enough to save it."""

from django.conf import settings
from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from assessment.bank.editing.flat import Data
from assessment.scoring.document import Kind
from recommendations.studio.editor.kinds import PARTS

# Key, words, credit, points.
Choice = tuple[str, str, str, str]

YES_NO: tuple[Choice, ...] = (("yes", _("Yes"), "1", "1"), ("no", _("No"), "0", "0"))
STEPS: tuple[Choice, ...] = (
    ("l0", _("Not at all"), "0", "0"),
    ("l1", _("To a small extent"), "0.25", "1"),
    ("l2", _("In part"), "0.5", "2"),
    ("l3", _("For the most part"), "0.75", "3"),
    ("l4", _("Fully"), "1", "4"),
)
TICKS: tuple[Choice, ...] = (
    ("a", _("First choice"), "", "1"),
    ("b", _("Second choice"), "", "1"),
    ("none", _("None of these"), "", "0"),
)
CHOICES = {
    Kind.SINGLE: (STEPS[0], STEPS[2], STEPS[4]),
    Kind.LIKERT: STEPS,
    Kind.YES_NO: YES_NO,
    Kind.MULTI: TICKS,
    Kind.TABLE: YES_NO,
}
ROWS = (("r1", _("First row")), ("r2", _("Second row")))


def begun(kind: Kind, key: str, locales: list[str], *, is_scored: bool) -> Data:
    """This function will return a question of `kind` without a text, as flat data; profiles are not scored."""
    question: Data = {"key": key, "kind": kind.value, "text": {}}
    if kind in CHOICES:
        question["options"] = [_option(choice, kind, locales, is_scored) for choice in CHOICES[kind]]
    if kind in PARTS["rows"]:
        question["rows"] = [{"key": row, "label": in_languages(words, locales)} for row, words in ROWS]
    if kind in PARTS["numbers"]:
        question |= {"minimum": "0", "maximum": "100"} if kind is Kind.PERCENT else {"minimum": "0"}
        if is_scored:
            question["linear"] = {"zero_at": "0", "full_at": "100"}
    return question


def _option(choice: Choice, kind: Kind, locales: list[str], is_scored: bool) -> Data:
    key, words, credit, points = choice
    option: Data = {"key": key, "label": in_languages(words, locales)}
    if is_scored:
        option |= {"points": points} if kind is Kind.MULTI else {"credit": credit}
    if kind is Kind.MULTI and key == "none":
        option["exclusive"] = True
    return option


def in_languages(words: str, locales: list[str]) -> dict[str, str]:
    """This function will return words of ours in those of the languages that Fourfold speaks."""
    spoken = {code for code, _name in settings.LANGUAGES}
    texts = {}
    for locale in locales:
        if locale in spoken:
            with override(locale):
                texts[locale] = gettext(words)
    return texts
