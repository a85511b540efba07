"""The colours of the visual language, measured: WCAG 2.2, 1.4.3 and 1.4.11."""

import re

import pytest
from django.conf import settings

CSS = (settings.BASE_DIR / "static/css/fourfold.css").read_text(encoding="utf-8")
TOKENS = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);", CSS))
TEXT = ["ink", "ink-2", "ink-3", "brand", "accent", "equipment", "rnd", "cost", "talent", "ok", "warn", "bad"]
GROUNDS = ["paper", "wash", "wash-2", "brand-wash", "ok-wash", "warn-wash", "bad-wash"]


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else re.findall("..", digits)
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (int(pair, 16) / 255 for pair in pairs)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert round(contrast("#000", "#ffffff"), 3) == 21.0


@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(ground: str) -> None:
    weak = {name: contrast(TOKENS[name], TOKENS[ground]) for name in TEXT}
    assert {name: ratio for name, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_and_focus_are_seen_on_every_ground(ground: str) -> None:
    weak = {name: contrast(TOKENS[name], TOKENS[ground]) for name in ("edge", "focus")}
    assert {name: ratio for name, ratio in weak.items() if ratio < 3} == {}


def test_button_text_can_be_read() -> None:
    assert contrast(TOKENS["on-brand"], TOKENS["brand"]) >= 4.5
    assert contrast(TOKENS["on-brand"], TOKENS["brand-ink"]) >= 4.5
