"""A file that cannot be read: the likely cause is named, and how to mend it."""

import pytest

from assessment.bank.faults import DocumentError
from assessment.bank.loader import decoded, read_yaml

FULL_WIDTH_COLON = "there is a full-width colon ：: write an ordinary colon and a space"
QUOTES = "put quotes round the whole text; one within it is written twice ('') or as ’"
OPEN_QUOTE = "a quote is opened and not closed: write it at the end of the text as well"
INDENTATION = "look at the indentation: what belongs together begins in the same column"


def remedy_for(text: str, name: str = "bank.yaml") -> str:
    with pytest.raises(DocumentError) as refused:
        read_yaml(text, name)
    (fault,) = refused.value.faults
    return fault.message.split("; ", 1)[1]


@pytest.mark.parametrize(
    "line, remedy",
    [
        ("\ttitle: {en: x}", "there is a tab: indent with spaces"),
        ("title: {en: %}", "a text that begins with %, @ or ` stands in quotes"),
        ("title: {en: - x}", "a text that begins with -, ?, | or > stands in quotes"),
        ("title: {en: Shop: small}", "put a text with a colon in quotes"),
        ("title: Shop: small", "put a text with a colon in quotes"),
        ("title: {en: Small [one]}", "put a text with brackets or braces in quotes"),
        ("title: {en: Small # one}", "what follows # is a remark: put a text with # in quotes (line 2)"),
        ("title:{en: Small, de: Klein}", "write a space after the colon"),
        ("title: {en: 'The shop's name'}", QUOTES),
        ('title: {en: "Small" shop}', QUOTES),
        ('title: {en: "Small}', f"{OPEN_QUOTE} (line 2)"),
        ("title: {en: Small", "{ is opened and not closed: write } (line 2)"),
        ("title：{en: Small, de: Klein}", FULL_WIDTH_COLON),
        ("title：Small", f"{FULL_WIDTH_COLON} (line 2)"),
        ("title: ｛en: Small｝", "there are full-width braces ｛｝: write ordinary braces { }"),
        ("title: {en: Small， de: Klein}", "there is a full-width comma ，: write an ordinary comma and a space"),
        ("title: “Small: shop”", 'there are curly quotes “ ”: write straight quotes "'),
        ("title:\n  en: Small\n   de: Klein", INDENTATION),
        ("title:\n  en: Small\n de: Klein", INDENTATION),
    ],
)
def test_likely_cause_is_said(line: str, remedy: str) -> None:
    assert remedy_for(f"slug: x\n{line}\nlocales: [en]\n") == remedy


def test_punctuation_within_quotes_is_no_cause() -> None:
    assert remedy_for("a: {en: '标题：一', b: \"“x” # ｛｝\"\nc: 1") == "{ is opened and not closed: write } (line 1)"


@pytest.mark.parametrize("text", ["{“a”: 1}", '{"a"：1}', '{"a": 1，"b": 2}'])
def test_json_wants_ordinary_punctuation(text: str) -> None:
    assert remedy_for(text, "bank.json") == "write ordinary quotes, colons, commas and braces"


@pytest.mark.parametrize(("encoding", "said"), [("gbk", "is not UTF-8 text (line 1)"), ("utf-16", "is UTF-16 text")])
def test_other_encoding_is_to_be_saved_anew(encoding: str, said: str) -> None:
    with pytest.raises(DocumentError) as refused:
        decoded("slug: 小店".encode(encoding), "bank.yaml")
    assert str(refused.value).startswith(f"bank.yaml: {said}")
    assert str(refused.value).endswith("save the file as UTF-8")
