"""Building blocks of SVG text. Attributes only, no styles: a strict content security policy forbids inline styles."""

from collections.abc import Iterable
from html import escape

from assessment.scoring.texts import in_xml

INK, INK_SOFT, LINE, PAPER, TRACK = "#12202f", "#45566a", "#dbe2ea", "#ffffff", "#eaf0f6"
HUES = {
    0: "#0b4f6c",
    1: "#1d6fb8",
    2: "#6d4bb3",
    3: "#8f6000",
    4: "#0f766e",
    5: "#a3346b",
    6: "#4f6b16",
    7: "#9a3f12",
    8: "#4a5a70",
}
FONT = "Noto Sans, Noto Sans SC, sans-serif"

Attribute = str | float | int


def number(value: float) -> str:
    """This function will return a coordinate with at most two decimals, none of them idle."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """This function will return one SVG element. Underscores in attribute names stand for hyphens; children are SVG."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"' for key, value in attributes.items()
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def _attribute(value: Attribute) -> str:
    return _escaped(value) if isinstance(value, str) else number(value)


def _escaped(words: str) -> str:
    """Contents that stand may hold what XML does not: a chart with it could not be drawn."""
    return escape(in_xml(words))


def label(x: Attribute, y: Attribute, words: str, size: float, **attributes: Attribute) -> str:
    """This function will return a text. Its font is set on the element, since print inherits none inside SVG."""
    given = {"fill": INK, **attributes}
    return element("text", _escaped(words), x=x, y=y, font_family=FONT, font_size=size, **given)


def percent(value: float) -> str:
    return f"{number(value)}%"


def picture(title: str, parts: Iterable[str], **attributes: Attribute) -> str:
    """This function will return a whole SVG; `title` names it and says its numbers in words."""
    return element(
        "svg", element("title", _escaped(title)), *parts, xmlns="http://www.w3.org/2000/svg", role="img", **attributes
    )
