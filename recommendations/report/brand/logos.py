"""Logos: what was uploaded is looked at, bounded, drawn anew and thrown away. What is stored is only ours."""

import struct
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO

from PIL import Image, UnidentifiedImageError
from PIL.Image import DecompressionBombError, Resampling, Transpose

MOST_BYTES = 2 * 1024 * 1024
MOST_SIDE = 4000
MOST_PIXELS = 16_000_000
BOX = (800, 300)
LEAST_SIDE = 24
MOST_PNG_BYTES = 200 * 1024
# A JPEG of 2 MiB can hold so many passes over 16 million pixels that decoding takes minutes; real ones have up to 12.
MOST_SCANS = 40
SCAN = b"\xff\xda"
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
DAMAGED = (OSError, EOFError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError, struct.error)
ORIENTATION = 0x0112
TURNS = {
    2: (Transpose.FLIP_LEFT_RIGHT,),
    3: (Transpose.ROTATE_180,),
    4: (Transpose.FLIP_TOP_BOTTOM,),
    5: (Transpose.TRANSPOSE,),
    6: (Transpose.ROTATE_270,),
    7: (Transpose.TRANSVERSE,),
    8: (Transpose.ROTATE_90,),
}
LYING = (5, 6, 7, 8)


class Refusal(StrEnum):
    TOO_HEAVY = "too heavy"
    NO_PICTURE = "no picture"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    DAMAGED = "damaged"


class BadLogo(ValueError):
    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(refusal.value)


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG with nothing in it but pixels, at most 800 by 300 of them."""

    png: bytes
    width: int
    height: int


def read_logo(data: bytes) -> Logo:
    """This function will return the picture in `data` drawn anew, its first frame, upright; or raise BadLogo.

    It decodes no more than 16 million pixels, and only PNG, JPEG, WebP and GIF, whatever the file is called.
    """
    if len(data) > MOST_BYTES:
        raise BadLogo(Refusal.TOO_HEAVY)
    image = _opened(data)
    if max(image.size) > MOST_SIDE or image.width * image.height > MOST_PIXELS:
        raise BadLogo(Refusal.TOO_LARGE)
    if image.format == "JPEG" and data.count(SCAN) > MOST_SCANS:
        raise BadLogo(Refusal.DAMAGED)
    try:
        fresh = _drawn_anew(image)
    except DAMAGED as error:
        raise BadLogo(Refusal.DAMAGED) from error
    if min(fresh.size) < LEAST_SIDE:
        raise BadLogo(Refusal.TOO_SMALL)
    return Logo(_png(fresh), *fresh.size)


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError as error:
        raise BadLogo(Refusal.NO_PICTURE) from error
    except DecompressionBombError as error:
        raise BadLogo(Refusal.TOO_LARGE) from error
    except DAMAGED as error:
        raise BadLogo(Refusal.DAMAGED) from error


def _drawn_anew(image: Image.Image) -> Image.Image:
    turn = image.getexif().get(ORIENTATION, 1)
    box = (BOX[1], BOX[0]) if turn in LYING else BOX
    if image.format == "JPEG":
        image.draft(None, (2 * box[0], 2 * box[1]))
    plain = _in_colour(image)
    plain.thumbnail(box, Resampling.LANCZOS)
    for way in TURNS.get(turn, ()):
        plain = plain.transpose(way)
    fresh = Image.new("RGBA", plain.size)
    fresh.paste(plain)
    return fresh


def _in_colour(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):  # 16 bits of grey; a plain conversion would cut off all but the darkest
        return image.point(lambda grey: grey / 256).convert("L").convert("RGBA")
    return image.convert("RGBA")


def _png(image: Image.Image) -> bytes:
    """Photographs in RGBA are heavy, and every report carries its logo: those get 256 colours."""
    data = _saved(image)
    return data if len(data) <= MOST_PNG_BYTES else _saved(image.quantize(256, method=Image.Quantize.FASTOCTREE))


def _saved(image: Image.Image) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()
