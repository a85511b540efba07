"""What the schema refuses is said with the value that would be admitted."""

from typing import Any

import pytest

from assessment.bank.documents import read_bank
from assessment.bank.faults import DocumentError
from tests.bank.samples import SMALL_BANK

TITLE = "title: {en: Small shop, zh-hans: 小店}"
COVERAGE = "minimum_coverage: 0.5"
GATE = SMALL_BANK[SMALL_BANK.index("    gate:\n") : SMALL_BANK.index("    gate_text:")]
ORDINARY = "write ordinary colons, commas, braces and quotes outside of texts"
LONG = "x" * 41
A_KEY = "is no key; a key begins with a letter and has only letters a to z, digits, _ and -, for example"


def message_for(old: str, new: str) -> str:
    assert old in SMALL_BANK
    with pytest.raises(DocumentError) as refused:
        read_bank(SMALL_BANK.replace(old, new, 1), "small.yaml")
    (fault,) = refused.value.faults
    return fault.message


@pytest.mark.parametrize(
    "old, new, message",
    [
        (TITLE, "title: {en: Buying, or selling, zh-hans: 店}", '"or selling" is no key: put a text with a comma in quotes'),
        (TITLE, "title: {en: , zh-hans: 店}", "must be a text, not null; write the text; one with a comma stands in quotes"),
        (TITLE, "title: {en：Small, zh-hans: 店}", f'"en：Small": {ORDINARY}'),
        (TITLE, "title: {“en”: Small}", f'"“en”": {ORDINARY}'),
        (TITLE, "title: {en:Small, zh-hans: 店}", '"en:Small": write a space after the colon'),
        ("locales: [en, zh-hans]", "locales: [en，zh-hans]", f'"en，zh-hans": {ORDINARY}'),
        ("locales: [en, zh-hans]", "locales: [en, zh_CN]", '"zh_CN" is no language; did you mean zh-hans?'),
        (TITLE, "title: {en: Small, zh-CN: 店}", '"zh-CN" is no language; did you mean zh-hans?'),
        (TITLE, "title: {en: Small, zh-TW: 店}", '"zh-TW" is no language; did you mean zh-hant?'),
        (TITLE, "title: {en-GB: Small}", '"en-GB" is no language; did you mean en?'),
        (TITLE, "title: {deutsch: Klein}", '"deutsch" is no language; write it like en or zh-hans'),
        ("locales: [en, zh-hans]", "locales: en, zh-hans", 'must be a list, not "en, zh-hans"; write [en, zh-hans]'),
        ("key: E1", "key: E 1", f'"E 1" {A_KEY} E_1'),
        ("key: E1", "key: 1E", f'"1E" {A_KEY} q1E'),
        ("key: E1", "key: 设备", f'"设备" {A_KEY} website'),
        ("key: E1", "key: 12", 'must be a text, not 12; write "12"'),
        (COVERAGE, "minimum_coverage: 0,5", 'must be a number, not "0,5"; write 0.5'),
        ("upto: 20,", 'upto: "3,500",', 'must be a number, not "3,500"; the comma can be read in two ways; '
         "write 3500, or 3.500 if decimals are meant"),
        ("upto: 20,", 'upto: "1,234,500",', 'must be a number, not "1,234,500"; write 1234500'),
        ("upto: 20,", 'upto: "0,500",', 'must be a number, not "0,500"; write 0.5'),
        (COVERAGE, "minimum_coverage: 50%", 'must be a number, not "50%"; write 0.5'),
        (COVERAGE, "minimum_coverage: ５０％", 'must be a number, not "５０％"; write 0.5'),
        (COVERAGE, "minimum_coverage: 50", "must be between 0 and 1, not 50; write 0.5"),
        (COVERAGE, "minimum_coverage: 1.5", "must be between 0 and 1, not 1.5"),
        (COVERAGE, "minimum_coverage: half", 'must be a number, not "half"'),
        ("upto: 20,", "upto: 20%,", 'must be a number, not "20%"; write 20'),
        (TITLE, "title: Small shop", 'must be a mapping of keys and values, not "Small shop"; write {en: Small shop}'),
        (TITLE, "title: Small, or not", 'must be a mapping of keys and values, not "Small, or not"; write {en: "Small, or not"}'),
        (TITLE, f"title: {LONG}", f'must be a mapping of keys and values, not "{LONG}"; write {{en: …}}'),
        ("- {key: nobody, label: {en: Nobody, zh-hans: 无}, credit: 0}", "- Nobody",
         'must be a mapping of keys and values, not "Nobody"; write {key: …, label: …}'),
        (GATE, "    gate: node.L1 >= 75\n",
         'must be a mapping of keys and values, not "node.L1 >= 75"; write {fact: node.L1, op: gte, value: 75}'),
        (GATE, "    gate: answer.T1 is nobody\n",
         'must be a mapping of keys and values, not "answer.T1 is nobody"; write {fact: answer.T1, op: is, value: nobody}'),
        (GATE, "    gate: all is well\n\n".replace("all is well", "well enough"),
         'must be a mapping of keys and values, not "well enough"; write {fact: node.overall, op: gte, value: 75}'),
        (GATE, "    gate: [1]\n", "must be a mapping of keys and values, not [1]; write {all: […]} or {any: […]}"),
    ],
)  # fmt: skip
def test_value_that_would_be_admitted_is_said(old: str, new: str, message: str) -> None:
    assert message_for(old, new) == message


@pytest.mark.parametrize(
    "old, new, near",
    [
        ("kind: percent", "kind: Percentage", "percent"),
        ("kind: percent", "kind: checkbox", "multi"),
        ("kind: percent", "kind: yes-no", "yes_no"),
        ("key: overall\n", "key: overall\n  aggregate: average\n", "mean"),
        ("op: gte, value: 50}", 'op: ">=", value: 50}', "gte"),
        ("alignment: partial", "alignment: partially", "partial"),
    ],
)
def test_word_that_was_meant_is_guessed(old: str, new: str, near: Any) -> None:
    assert message_for(old, new).split("; ")[-1] == f"did you mean {near}?"


def test_word_like_no_other_is_not_guessed() -> None:
    assert message_for("kind: percent", "kind: qqq").endswith('number, table, text, not "qqq"')
