"""Text in several languages, as it stands in bank and playbook documents."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

FALLBACK_LOCALE = "en"
KEY_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,59}$"
SCRIPT_LETTERS = 4
LOCALE_PATTERN = r"^[a-z]{2,3}(-[a-z0-9]{2,8})*$"
# Unicode Standard Annex 9, table 1: marks of direction that are no letters. Some turn whatever follows them.
TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
# Unicode 17, 23.7: code points that never are characters, thirty-two and the last two of every plane.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
UNKEPT, UNSTORABLE = re.compile(f"[{CONTROLS}]"), re.compile(f"[{CONTROLS}{NONCHARACTERS}]")
# https://www.w3.org/TR/xml/#charsets
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Me", "Mn", "Zl", "Zp", "Zs"})
# Letters and a pattern that are printed as blanks: fillers of Hangul, and Braille without a dot.
BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")

Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
Locale = Annotated[str, StringConstraints(pattern=LOCALE_PATTERN)]


def reject_unstorable(text: str) -> str:
    """This function will return `text` unchanged, or raise ValueError for what no database, XML or PDF can hold.

    Refused are NUL, lone surrogates, control characters other than tab and newline, and what Unicode calls noncharacters.
    """
    return _without(UNSTORABLE, text)


def reject_unkept(text: str) -> str:
    """This function will return `text` unchanged, or raise ValueError as `reject_unstorable` does, but for noncharacters.

    Those were accepted once, so that documents that stand may hold them, and letters may be about them.
    """
    return _without(UNKEPT, text)


def _without(refused: re.Pattern[str], text: str) -> str:
    if found := refused.search(text):
        raise ValueError(f"contains the character U+{ord(found.group()):04X}, which cannot be stored")
    return text


def is_visible(text: str) -> bool:
    """This function will say whether anything of `text` is seen: not blanks, marks of direction and accents alone."""
    return any(unicodedata.category(each) not in UNSEEN and each not in BLANKS for each in text)


def language_tag(locale: str) -> str:
    """This function will return the tag of a locale as pages and PDFs name it: zh-Hans for zh-hans. RFC 5646, 2.1.1."""
    return "-".join(part.title() if len(part) == SCRIPT_LETTERS else part for part in locale.split("-"))


def without_turns(text: str) -> str:
    """This function will return `text` without marks of direction, for lines that go on with other words."""
    return TURNS.sub("", text)


def in_xml(text: str) -> str:
    """This function will return `text` without the characters that XML cannot hold."""
    return NO_XML.sub("", text)


CleanText = Annotated[str, AfterValidator(reject_unkept)]
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
