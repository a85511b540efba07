"""Everything a document must not hold is refused, and every fault is named with its place."""

from pathlib import Path
from typing import Any

import pytest

from assessment.bank.faults import DocumentError
from assessment.bank.loader import LARGEST, parse, read_text, read_yaml


def faults_of(text: str, name: str = "bank.yaml") -> list[str]:
    with pytest.raises(DocumentError) as refused:
        read_yaml(text, name)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize(
    "written, value",
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-0.5", -0.5),
        ("0.1", 0.1),
        ("1e3", 1000.0),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("~", "~"),
        ("010", "010"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("+5", "+5"),
        ("1.", "1."),
        ("2024-01-01", "2024-01-01"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("是", "是"),
    ],
)
def test_scalars_resolve_as_in_json(written: str, value: Any) -> None:
    data = read_yaml(f"a: {written}", "bank.yaml")
    assert data == {"a": value}
    assert type(data["a"]) is type(value)


def test_keys_are_always_texts() -> None:
    assert read_yaml("yes: 1\n2: 2\ntrue: 3\nnull: 4\n<<: 5", "bank.yaml") == {
        "yes": 1,
        "2": 2,
        "true": 3,
        "null": 4,
        "<<": 5,
    }


@pytest.mark.parametrize(
    "text, faults",
    [
        ("a: 1\nb: 2\na: 3", ['3:1 a: the key "a" appears twice']),
        ("{a: 1, a: {b: 1}}", ['1:8 a: the key "a" appears twice']),
        ("a: {b: 1, b: {c: 1, c: 2}}", ['1:11 a.b: the key "b" appears twice', '1:21 a.b.c: the key "c" appears twice']),
        ("a: &x [1]\nb: *x", ["1:4 a: anchors (&x) are not allowed: put a text that begins with & in quotes", "2:4 b: aliases (*x) are not allowed: write the value out, or a text in quotes"]),
        ("*x : 1", ["1:1: aliases (*x) are not allowed: write the value out, or a text in quotes"]),
        ("a: !!python/name:os.system x", ["1:4 a: tags (tag:yaml.org,2002:python/name:os.system) are not allowed: put a text that begins with ! in quotes"]),
        ("a: !!str 1", ["1:4 a: tags (tag:yaml.org,2002:str) are not allowed: put a text that begins with ! in quotes"]),
        ("- !x {a: 1}", ["1:3 [0]: tags (!x) are not allowed: put a text that begins with ! in quotes"]),
        ("a: 1\n---\nb: 2", ["2:1: a second document begins here; a file holds one"]),
        ("", ["the file is empty"]),
        ("# only words", ["the file is empty"]),
        ("a: [1", ["2:1 a[1]: is not valid YAML: did not find expected ',' or ']'; [ is opened and not closed: write ]"]),
        ("{[a]: b}", ["1:2: a key must be one word or text"]),
        ("a: 0.12345678901234567890", ["1:4 a: has more digits than can be kept exactly"]),
        ("a: 1e400", ["1:4 a: has more digits than can be kept exactly"]),
        ("a: " + "9" * 41, ["1:4 a: is a number of more than 40 characters"]),
        ('a: "\\0"', ["1:4 a: contains the character U+0000, which cannot be stored"]),
        ('"\\x01": 1', ["1:1 [\"\\u0001\"]: contains the character U+0001, which cannot be stored"]),
        ('a: "\\uffff"', ["1:4 a: contains the character U+FFFF, which cannot be stored"]),
        ("a: b\x00", ["1:5: contains the character U+0000, which cannot be stored"]),
        ("a: 1\nb: \x85", ["2:4: contains the character U+0085, which cannot be stored"]),
        ("a: \ud800", ["1:4: contains the character U+D800, which cannot be stored"]),
        ("a: b\rc", ["1:5: contains the character U+000D, which cannot be stored"]),
    ],
)  # fmt: skip
def test_yaml_beyond_plain_data_is_refused_with_its_place(text: str, faults: list[str]) -> None:
    assert faults_of(text) == faults


def test_every_fault_is_listed() -> None:
    assert faults_of("a: 1\na: 2\nb: &x 1\nc: !!int 5\nd: *x") == [
        '2:1 a: the key "a" appears twice',
        "3:4 b: anchors (&x) are not allowed: put a text that begins with & in quotes",
        "4:4 c: tags (tag:yaml.org,2002:int) are not allowed: put a text that begins with ! in quotes",
        "5:4 d: aliases (*x) are not allowed: write the value out, or a text in quotes",
    ]


def test_faults_are_listed_up_to_a_limit() -> None:
    assert len(faults_of("a: !x 1\n" + "".join(f"b{n}: !x 1\n" for n in range(500)))) == 100


ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{key}: &{key} [*{before}, *{before}]\n" for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_alias_bomb_is_refused_without_unfolding_it() -> None:
    faults = faults_of(ALIAS_BOMB)
    assert faults[0] == "1:4 a: anchors (&a) are not allowed: put a text that begins with & in quotes"
    assert len(faults) == 25


def test_recursive_alias_is_refused() -> None:
    assert faults_of("&a [*a]") == [
        "1:1: anchors (&a) are not allowed: put a text that begins with & in quotes",
        "1:5 [0]: aliases (*a) are not allowed: write the value out, or a text in quotes",
    ]


def nested(depth: int) -> str:
    return "[" * depth + "]" * depth


@pytest.mark.parametrize("name", ["bank.yaml", "bank.json"])
def test_eighty_levels_are_read(name: str) -> None:
    data = read_yaml(nested(80), name)
    for _ in range(79):
        (data,) = data
    assert data == []


@pytest.mark.parametrize("name", ["bank.yaml", "bank.json"])
@pytest.mark.parametrize("depth", [81, 100_000])
def test_more_than_eighty_levels_are_refused(name: str, depth: int) -> None:
    (fault,) = faults_of(nested(depth), name)
    assert fault.endswith("is nested more than 80 levels deep")
    assert len(fault) < 100


@pytest.mark.parametrize("name", ["bank.yaml", "bank.json"])
def test_more_than_two_mebibytes_are_refused(name: str) -> None:
    text = '["' + "é" * (LARGEST // 2 - 2) + '"]'
    assert read_yaml(text, name) == [text[2:-2]]
    assert faults_of(text + " ", name) == ["is larger than 2 MiB"]


def test_windows_line_ends_and_byte_order_mark_are_read() -> None:
    assert read_yaml("\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\n", "bank.yaml") == {"a": 1, "b": "x\ny\n"}


def test_parsed_document_knows_where_its_parts_stand() -> None:
    place = parse("a:\n  - b: 1\n    c: x", "bank.yaml").place
    assert [place(("a",)), place(("a", 0)), place(("a", 0, "b")), place(("a", 0, "c"))] == [
        *["2:3 a", "2:5 a[0]", "2:8 a[0].b", "3:8 a[0].c"]
    ]
    assert place(("a", 0, "missing")) == "2:5 a[0].missing"


@pytest.mark.parametrize(
    "text, faults",
    [
        ('{"a": 1, "a": 2}', ['a: the key "a" appears twice']),
        ('[{"b": 1, "b": 1, "c": {"d": 1, "d": 1}}]',
         ['[0].b: the key "b" appears twice', '[0].c.d: the key "d" appears twice']),
        ('{"a": NaN}', ['a: is not a number that can be used: "NaN"']),
        ('{"a": -Infinity}', ['a: is not a number that can be used: "-Infinity"']),
        ('{"a": 1e400}', ["a: has more digits than can be kept exactly"]),
        ('{"a": 1e40000}', ['a: is not a number that can be used: "1e40000"']),
        ('{"a": ' + "9" * 5000 + "}", ["a: is a number of more than 40 characters"]),
        ('{"a": "\\u0000"}', ["a: contains the character U+0000, which cannot be stored"]),
        ('{"a": "\\ud800"}', ["a: contains the character U+D800, which cannot be stored"]),
        ('{"\\u0001": 1}', ["[\"\\u0001\"]: contains the character U+0001, which cannot be stored"]),
        ('{"a": 1,}', ["1:9: is not valid JSON: Expecting property name enclosed in double quotes"]),
        ("a: 1", ["1:1: is not valid JSON: Expecting value"]),
        ("", ["1:1: is not valid JSON: Expecting value"]),
    ],
)  # fmt: skip
def test_json_is_read_as_strictly(text: str, faults: list[str]) -> None:
    assert faults_of(text, "bank.json") == faults


def test_json_gives_the_same_data() -> None:
    assert read_yaml('{"a": [1, 0.5, "\\ud83d\\ude00", true, null, {}]}', "bank.JSON") == {
        "a": [1, 0.5, "😀", True, None, {}]
    }


def test_json_faults_are_listed_up_to_a_limit() -> None:
    assert len(faults_of("[" + ",".join(["NaN"] * 500) + "]", "bank.json")) == 100


def test_error_names_the_document_and_its_faults() -> None:
    with pytest.raises(DocumentError) as refused:
        read_yaml("a: 1\na: 2", "four.yaml")
    assert str(refused.value) == 'four.yaml: 2:1 a: the key "a" appears twice'


def test_file_is_read_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    path.write_bytes("a: 是\n".encode())
    assert read_text(path) == "a: 是\n"


@pytest.mark.parametrize(
    "content, message",
    [
        (b"a: 1\nb: \xff", "bank.yaml: is not UTF-8 text (line 2); save the file as UTF-8"),
        (b"x" * (LARGEST + 1), "bank.yaml: is larger than 2 MiB"),
        (None, "bank.yaml: cannot be read: No such file or directory"),
    ],
)
def test_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "bank.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DocumentError) as refused:
        read_text(path)
    assert str(refused.value) == message
