"""The fonts of the report have every character that the product itself writes."""

from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

ROOT: Path = settings.BASE_DIR
WRITTEN = (
    "*/*/locale/zh_Hans/LC_MESSAGES/django.po",
    "*/*/content/*.yaml",
    "assessment/config/formats/**/*.py",
    "recommendations/charts/*.py",
    "recommendations/plan/**/*.py",
    "recommendations/report/**/*.py",
    "templates/report/**/*.html",
)
# What steers a line of text and has no shape of its own.
SHAPELESS = frozenset("\n\t\u2060\u200b\u200e\u200f\ufeff")


def characters() -> set[str]:
    return {char for pattern in WRITTEN for path in ROOT.glob(pattern) for char in path.read_text(encoding="utf-8")}


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_fonts_have_every_character_that_we_write(weight: str) -> None:
    names = (f"NotoSans-{weight}-Latin.ttf", f"NotoSansSC-{weight}-GBK.ttf")
    known = {code for name in names for code in TTFont(ROOT / "static/fonts" / name).getBestCmap()}
    assert sorted(char for char in characters() - SHAPELESS if ord(char) not in known) == []


@pytest.mark.parametrize("path", sorted((ROOT / "static/fonts").glob("*-Latin.ttf")), ids=lambda path: path.stem)
def test_a_minus_sign_is_as_wide_as_a_plus_sign(path: Path) -> None:
    font = TTFont(path)
    names = font.getBestCmap()
    assert font["hmtx"][names[ord("−")]] == font["hmtx"][names[ord("+")]]
