"""Logos: whatever is uploaded, what is stored is a small PNG that was drawn here."""

from collections.abc import Callable
from io import BytesIO
from struct import pack

import pytest
from PIL import Image

from recommendations.report.brand.logos import BOX, MOST_PNG_BYTES, BadLogo, Refusal, read_logo
from tests.report.brand.pictures import GREEN, RED, huge_png, picture, saved

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


def redrawn(data: bytes) -> Image.Image:
    return Image.open(BytesIO(read_logo(data).png))


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel[:3], colour, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_picture_of_each_kind_becomes_a_png(kind: str) -> None:
    logo = read_logo(saved(picture(), kind))
    image = Image.open(BytesIO(logo.png))
    assert (image.format, image.mode, image.size, (logo.width, logo.height)) == ("PNG", "RGBA", (400, 200), (400, 200))
    assert (near(image.getpixel((200, 20)), RED), near(image.getpixel((200, 180)), GREEN)) == (True, True)


@pytest.mark.parametrize(
    ("size", "becomes"), [((3200, 600), (800, 150)), ((600, 3200), (56, 300)), ((80, 30), (80, 30))]
)
def test_logo_fits_its_box_and_is_never_enlarged(size: tuple[int, int], becomes: tuple[int, int]) -> None:
    assert redrawn(saved(picture(size=size))).size == becomes


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA", "I;16"])
def test_every_mode_of_a_png_can_be_read(mode: str) -> None:
    image = Image.new("I;16", (60, 60), 65535) if mode == "I;16" else picture(mode)
    assert redrawn(saved(image)).mode == "RGBA"


def test_grey_of_16_bits_keeps_its_grey() -> None:
    assert redrawn(saved(Image.new("I;16", (60, 60), 128 * 256))).getpixel((30, 30)) == (128, 128, 128, 255)


def test_jpeg_for_printers_becomes_a_picture_for_screens() -> None:
    image = redrawn(saved(picture("CMYK"), "JPEG"))
    assert (image.mode, near(image.getpixel((200, 180)), GREEN)) == ("RGBA", True)


def test_transparent_parts_stay_transparent() -> None:
    image = picture("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 100, 200))
    assert redrawn(saved(image)).getpixel((50, 100))[3] == 0  # type: ignore[index]


def test_place_camera_and_profile_are_dropped() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (22.5, 31.0, 0.0)
    sent = saved(picture(), "JPEG", exif=exif, icc_profile=b"SecretProfile" * 20, comment=b"SecretComment")
    assert b"Secret" in sent
    logo = read_logo(sent)
    image = Image.open(BytesIO(logo.png))
    assert (b"Secret" in logo.png, b"eXIf" in logo.png, dict(image.getexif()), image.info) == (False, False, {}, {})


def test_picture_that_lies_on_its_side_is_put_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = redrawn(saved(picture(), "JPEG", exif=exif))
    assert (image.size, near(image.getpixel((10, 200)), GREEN), near(image.getpixel((140, 200)), RED)) == (
        (150, 300),
        True,
        True,
    )


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_frame_is_taken(kind: str) -> None:
    frames = [Image.new("RGB", (60, 60), colour) for colour in (RED, GREEN, (0, 0, 255))]
    image = redrawn(saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100))
    assert (getattr(image, "n_frames", 1), near(image.getpixel((30, 30)), RED)) == (1, True)


def test_what_hangs_behind_a_picture_is_gone() -> None:
    logo = read_logo(saved(picture()) + b"<script>alert(1)</script><?php system($_GET[0]); ?>PK\x03\x04")
    assert (b"script" in logo.png, b"php" in logo.png, b"PK" in logo.png) == (False, False, False)


def test_photograph_becomes_light_enough_for_every_report() -> None:
    noise = Image.effect_noise((1600, 600), 90).convert("RGB")
    assert len(read_logo(saved(noise, "JPEG")).png) <= MOST_PNG_BYTES * 1.3
    assert redrawn(saved(noise, "JPEG")).size == BOX


def broken_jpeg_of_many_scans() -> bytes:
    whole = saved(picture(), "JPEG", progressive=True)
    return whole[:-2] + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" * 100 + whole[-2:]


REFUSED: dict[str, tuple[Callable[[], bytes], Refusal]] = {
    "drawing": (lambda: SVG, Refusal.NO_PICTURE),
    "nothing": (lambda: b"", Refusal.NO_PICTURE),
    "text": (lambda: b"GIF is what I say", Refusal.NO_PICTURE),
    "pdf": (lambda: b"%PDF-1.7\n", Refusal.NO_PICTURE),
    "tiff": (lambda: saved(picture(), "TIFF"), Refusal.NO_PICTURE),
    "bmp": (lambda: saved(picture(), "BMP"), Refusal.NO_PICTURE),
    "too wide": (lambda: huge_png(4001, 10), Refusal.TOO_LARGE),
    "too many pixels": (lambda: huge_png(4000, 4001), Refusal.TOO_LARGE),
    "bomb": (lambda: huge_png(65_000, 65_000), Refusal.TOO_LARGE),
    "says more than it has": (lambda: huge_png(1000, 1000), Refusal.DAMAGED),
    "cut off": (lambda: saved(picture(size=(2000, 900)), "PNG")[:600], Refusal.DAMAGED),
    "cut off jpeg": (lambda: saved(picture(), "JPEG")[:900], Refusal.DAMAGED),
    "many passes": (broken_jpeg_of_many_scans, Refusal.DAMAGED),
    "too heavy": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * (2 * 1024 * 1024), Refusal.TOO_HEAVY),
    "tiny": (lambda: saved(picture(size=(20, 20))), Refusal.TOO_SMALL),
    "a line": (lambda: saved(picture(size=(3000, 30))), Refusal.TOO_SMALL),
    "gif of no size": (lambda: b"GIF89a" + pack("<HH", 0, 0) + b"\0\0\0;", Refusal.NO_PICTURE),
}


@pytest.mark.parametrize(("make", "refusal"), REFUSED.values(), ids=REFUSED)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_is_no_good_picture_is_refused_with_its_reason(make: Callable[[], bytes], refusal: Refusal) -> None:
    with pytest.raises(BadLogo) as caught:
        read_logo(make())
    assert caught.value.refusal == refusal
