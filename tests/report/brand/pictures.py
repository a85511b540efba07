"""Pictures as people upload them, and as nobody should."""

import zlib
from io import BytesIO
from struct import pack
from typing import Any

from PIL import Image, ImageDraw

from recommendations.report.brand.logos import Logo, read_logo

GREEN, RED = (20, 120, 60), (200, 30, 30)


def picture(mode: str = "RGB", size: tuple[int, int] = (400, 200)) -> Image.Image:
    """This function will return a green picture with a red upper half."""
    image = Image.new("RGB", size, GREEN)
    ImageDraw.Draw(image).rectangle((0, 0, size[0], size[1] // 2), fill=RED)
    return image.convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    target = BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def png_logo() -> Logo:
    return read_logo(saved(picture()))


def huge_png(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of that size."""
    head = _chunk(b"IHDR", pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))
