"""What moving to newer questions would mean, in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from assessment.responses.bank_words import marked
from assessment.responses.moving import Move
from assessment.scoring.document import Question


@dataclass(frozen=True, slots=True)
class NewerPage:
    """Questions as they are asked: whose answers no longer count, whose words or choices changed, and which are new."""

    version: str
    kept_count: int
    dropped: tuple[SafeString, ...]
    changed: tuple[SafeString, ...]
    fresh: tuple[SafeString, ...]


def newer_page(move: Move, locale: str) -> NewerPage:
    """This function will return what `responses/newer.html` needs."""
    return NewerPage(
        move.release.version,
        len(move.kept),
        tuple(_text(question, locale) for question in move.dropped),
        tuple(_text(question, locale) for question in move.changed),
        tuple(_text(question, locale) for question in move.fresh),
    )


def _text(question: Question, locale: str) -> SafeString:
    return marked(question.text, locale)
