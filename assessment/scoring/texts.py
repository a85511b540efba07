"""Text in several languages, as it stands in bank and playbook documents."""

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

FALLBACK_LOCALE = "en"
KEY_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,59}$"
SCRIPT_LETTERS = 4
LOCALE_PATTERN = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"
# Unicode Standard Annex 9, table 1: marks of direction that are no letters. Some turn whatever follows them.
TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
Locale = Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)]


def reject_unstorable(text: str) -> str:
    """This function will return `text` unchanged, or raise ValueError for what no database, XML or PDF can hold.

    Refused are NUL, lone surrogates and control characters other than tab and newline.
    """
    for character in text:
        code = ord(character)
        if (code < 32 and character not in "\t\n") or 127 <= code < 160 or 0xD800 <= code <= 0xDFFF:
            raise ValueError(f"contains the character U+{code:04X}, which cannot be stored")
    return text


def language_tag(locale: str) -> str:
    """This function will return the tag of a locale as pages and PDFs name it: zh-Hans for zh-hans. RFC 5646, 2.1.1."""
    return "-".join(part.title() if len(part) == SCRIPT_LETTERS else part for part in locale.split("-"))


def without_turns(text: str) -> str:
    """This function will return `text` without marks of direction, for lines that go on with other words."""
    return TURNS.sub("", text)


CleanText = Annotated[str, AfterValidator(reject_unstorable)]
Text = dict[Locale, CleanText]


def localise(text: Text, locale: str) -> str:
    """This function will return `text` in `locale`, else in English, else in its first language, else ''."""
    if locale in text:
        return text[locale]
    if FALLBACK_LOCALE in text:
        return text[FALLBACK_LOCALE]
    return next(iter(text.values()), "")


def _as_written(value: Any) -> Any:
    """Numbers reach exact arithmetic as they were written: 0.1 stays one tenth, never its binary neighbour."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    return repr(value)


Written = BeforeValidator(_as_written)


class Document(BaseModel):
    """Base of every part of a document: unknown keys are refused, nothing can be changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)
