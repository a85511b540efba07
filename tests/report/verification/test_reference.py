"""Number and code as people type, paste and scan them."""

import pytest

from recommendations.report.verification.reference import Reference, read_reference

NUMBER, CODE = "FF-20261122-3A9C71B0", "d2e4f6a811223344"
WHOLE = f"3a9c71b0{CODE}" + "0" * 40


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (NUMBER, CODE),
        ("ff-20261122-3a9c71b0", CODE.upper()),
        (" FF 20261122 3A9C71B0 ", "d2e4f6a8 11223344"),
        ("FF–20261122—3A9C71B0", "d2e4-f6a8-1122-3344"),
        ("ＦＦ－２０２６１１２２－３Ａ９Ｃ７１Ｂ０", "ｄ２ｅ４ｆ６ａ８　１１２２３３４４"),  # noqa: RUF001
        ("FF202611223A9C71B0", "d2e4\u200bf6a8\n1122\t3344"),
        (f"https://fourfold.example.org/verify/{NUMBER}/{CODE}/", ""),
        (f"fourfold.example.org/verify/{NUMBER}/{CODE}", ""),
        (f"  HTTPS://FOURFOLD.EXAMPLE.ORG/VERIFY/{NUMBER}/{CODE.upper()}/  ", ""),
        (f"{NUMBER}/{CODE}", ""),
        (NUMBER, WHOLE),
        (NUMBER, " ".join(WHOLE[start : start + 8] for start in range(0, 64, 8))),
    ],
)
def test_what_was_meant_is_read(number: str, code: str) -> None:
    assert read_reference(number, code) == Reference(NUMBER, CODE)


@pytest.mark.parametrize(
    ("number", "code", "read"),
    [
        ("", "", Reference()),
        (NUMBER, "", Reference(NUMBER)),
        (NUMBER, CODE[:-1], Reference(NUMBER)),
        (NUMBER, CODE + "0", Reference(NUMBER)),
        (NUMBER, "g" * 16, Reference(NUMBER)),
        (NUMBER, "f" * 64, Reference(NUMBER)),
        ("FF-2026112-3A9C71B0", CODE, Reference("", CODE)),
        ("FF-٢٠٢٦١١٢٢-3A9C71B0", CODE, Reference("", CODE)),
        ("' OR 1=1 --", CODE, Reference("", CODE)),
        ("../../etc/passwd", "../..", Reference()),
        ("<script>", "\u202e", Reference()),
        ("F" * 100_000, "0" * 100_000, Reference()),
        ("FF-20261122-3A9C71B0/" + "a" * 5_000, "", Reference(NUMBER)),
    ],
)
def test_what_is_none_stays_none(number: str, code: str, read: Reference) -> None:
    assert read_reference(number, code) == read
