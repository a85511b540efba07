"""How well a colour can be read with white: on it as on the cover, and it on white as in headings. The ratio is the same.

WCAG 2.2, success criterion 1.4.3 (https://www.w3.org/TR/WCAG22/#contrast-minimum): at least 4.5 to 1 for text.
"""

import re
from decimal import ROUND_DOWN, Decimal

LEAST = 4.5
HEX = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})", re.ASCII)
WEIGHTS = (0.2126, 0.7152, 0.0722)  # https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
STEPS = 255


def read_colour(typed: str) -> str | None:
    """This function will return a colour as #rrggbb, from "#0B4F6C", "0b4f6c" or "#abc"; None for anything else."""
    found = HEX.fullmatch(typed.strip())
    if found is None:
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast_with_white(colour: str) -> float:
    """This function will return the ratio of #rrggbb to white, from 1 to 21."""
    return 1.05 / (_luminance(_parts(colour)) + 0.05)


def is_readable(colour: str) -> bool:
    return contrast_with_white(colour) >= LEAST


def ratio_shown(colour: str) -> str:
    """This function will return the ratio with two digits, cut and never rounded up to one that would do."""
    ratio = Decimal(repr(contrast_with_white(colour)))
    return str(ratio.quantize(Decimal("0.01"), rounding=ROUND_DOWN))


def nearest_readable(colour: str) -> str:
    """This function will return the colour itself if it can be read, else the least darkened one of its hue that can."""
    parts = _parts(colour)
    for step in range(STEPS, -1, -1):
        darker = "#" + "".join(f"{part * step // STEPS:02x}" for part in parts)
        if is_readable(darker):
            return darker
    return "#000000"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(parts: tuple[int, int, int]) -> float:
    return sum(weight * _linear(part / 255) for weight, part in zip(WEIGHTS, parts, strict=True))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
