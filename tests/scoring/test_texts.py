"""Text in several languages, and numbers as they were written."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from assessment.scoring.document import Measure, Option
from assessment.scoring.texts import in_xml, is_visible, language_tag, localise, reject_unstorable, without_turns


@pytest.mark.parametrize(
    ("text", "found"),
    [({"en": "a", "zh-hans": "b"}, "b"), ({"en": "a", "fr": "c"}, "a"), ({"fr": "c", "it": "d"}, "c"), ({}, "")],
)
def test_localise_falls_back_to_english_then_to_the_first(text: dict[str, str], found: str) -> None:
    assert localise(text, "zh-hans") == found


CONTROLS = ["\x00", "\x1f", "\x7f", "\x9f", "\ud800", "\udfff"]
NONCHARACTERS = ["\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0001ffff", "\U0010fffe", "\U0010ffff"]


@pytest.mark.parametrize("character", CONTROLS + NONCHARACTERS)
def test_unstorable_characters_are_refused(character: str) -> None:
    with pytest.raises(ValueError, match=f"U\\+{ord(character):04X}, which cannot be stored"):
        reject_unstorable(f"a{character}b")


def test_neighbours_of_noncharacters_may_be_stored() -> None:
    assert reject_unstorable("\ufdcf\ufdf0\ufffd\U0001fffd\U00020000") == "\ufdcf\ufdf0\ufffd\U0001fffd\U00020000"


@pytest.mark.parametrize("character", CONTROLS)
def test_standing_documents_hold_no_controls(character: str) -> None:
    with pytest.raises(ValidationError, match="cannot be stored"):
        Option.model_validate({"key": "a", "label": {"en": f"a{character}b"}})


def test_standing_documents_keep_noncharacters_that_were_accepted_once() -> None:
    label = {"en": f"a{''.join(NONCHARACTERS)}b"}
    assert Option.model_validate({"key": "a", "label": label}).label == label


def test_xml_holds_the_rest() -> None:
    assert in_xml("a\x00\x0b\x1f\ud800\ufffe\uffffb\t\n\r\ufdd0\U0001fffe") == "ab\t\n\r\ufdd0\U0001fffe"


@pytest.mark.parametrize(
    "text", ["", " \u3000\t\n", "\u202e\u200b\u2060\ufeff", "\u00ad\u034f\u0301\ufe0f", "\u3164\u2800\U000e0041"]
)
def test_blanks_and_marks_alone_are_not_seen(text: str) -> None:
    assert not is_visible(text)


@pytest.mark.parametrize("text", ["a", "\u202e数", "–", "7", "🏭", "مصنع", "\ue000", "\u200b.\u200b"])
def test_any_letter_or_sign_is_seen(text: str) -> None:
    assert is_visible(text)


def test_tab_newline_and_every_script_may_be_stored() -> None:
    assert reject_unstorable("a\tb\nc 数字化 🏭") == "a\tb\nc 数字化 🏭"


@pytest.mark.parametrize(("locale", "tag"), [("en", "en"), ("zh-hans", "zh-Hans"), ("pt-br", "pt-br")])
def test_language_tag_writes_a_script_with_a_capital(locale: str, tag: str) -> None:
    assert language_tag(locale) == tag


def test_marks_of_direction_are_no_letters() -> None:
    marks = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    assert without_turns(f"a{marks}b\u200dc\u2060 مصنع") == "ab\u200dc\u2060 مصنع"


@pytest.mark.parametrize(("written", "read"), [(0.1, "0.1"), (1, "1"), ("2.50", "2.50"), (1e-3, "0.001")])
def test_numbers_are_read_as_written(written: object, read: str) -> None:
    assert Measure.model_validate({"question": "A", "weight": written}).weight == Decimal(read)


@pytest.mark.parametrize("weight", [True, -1, "x", None, 2_000_000])
def test_nonsense_is_no_weight(weight: object) -> None:
    with pytest.raises(ValidationError):
        Measure.model_validate({"question": "A", "weight": weight})


def test_documents_refuse_unknown_fields() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Option.model_validate({"key": "a", "label": {}, "wieght": 1})
