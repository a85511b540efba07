"""The part with all styles. Fonts and the main colour come from the theme, so that one click changes them."""

from recommendations.charts.svg import HUES, INK_SOFT, LINE
from recommendations.report.formats.word.markup import element, root, value
from recommendations.report.formats.word.measures import half_points, points, twips
from recommendations.report.formats.word.styles import (
    BUILT_IN,
    CELLS,
    COVER,
    HEADINGS,
    MAIN,
    TEXTS,
    WARM,
    ParagraphStyle,
)

TABLE = "FourfoldTable"


def styles_xml(colour: str, language: str) -> str:
    """This function will return the part with all styles; `colour` is #rrggbb, `language` a tag such as zh-CN."""
    paragraphs = (_paragraph(style, colour) for style in (*TEXTS, *HEADINGS, *COVER, *CELLS))
    return root("styles", _defaults(language), *paragraphs, *_characters(colour), _plain_table(), _table(colour))


def _defaults(language: str) -> str:
    lang = element("lang", val=language, eastAsia="zh-CN", bidi="ar-SA")
    run = element("rPr", _fonts("minor"), value("sz", 19), value("szCs", 19), lang)
    paragraph = element("pPr", element("spacing", after=100, line=300, lineRule="auto"))
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _fonts(kind: str) -> str:
    latin = f"{kind}HAnsi"
    return element("rFonts", asciiTheme=latin, hAnsiTheme=latin, eastAsiaTheme=f"{kind}EastAsia", cstheme=f"{kind}Bidi")


def _colour(name: str, main: str) -> str:
    if name == MAIN:
        return element("color", val=main[1:].upper(), themeColor="accent1")
    return value("color", name[1:].upper())


def _paragraph(style: ParagraphStyle, colour: str) -> str:
    given = {"type": "paragraph", "styleId": style.key}
    given |= {"default": "1"} if style.key == "Normal" else {}
    given |= {} if style.key in BUILT_IN else {"customStyle": "1"}
    based = value("basedOn", style.based) if style.based else ""
    shown = value("uiPriority", 1) + "<w:qFormat/>"
    return element(
        "style",
        value("name", style.name),
        based,
        value("next", style.follower),
        shown,
        element("pPr", *_layout(style, colour)),
        element("rPr", *_letters(style, colour)),
        **given,
    )


def _layout(style: ParagraphStyle, colour: str) -> list[str]:
    """In the order that the schema of Word asks for."""
    parts = ["<w:keepNext/><w:keepLines/>" if style.keeps_next else "", "<w:widowControl/>"]
    if style.numbering:
        parts.append(element("numPr", value("numId", style.numbering)))
    parts += [_border(style.border, colour), _fill(style.fill, colour)]
    if style.tabs:
        parts.append(
            element("tabs", *(element("tab", val=kind, leader=style.leader, pos=twips(at)) for kind, at in style.tabs))
        )
    line: dict[str, str | int] = {"line": round(style.line * 240), "lineRule": "auto"} if style.line else {}
    parts.append(element("spacing", before=points(style.before), after=points(style.after), **line))
    if style.indent:
        sides = {"right": twips(style.indent)} if style.fill else {}
        hanging = {"hanging": twips(style.hanging)} if style.hanging else {}
        parts.append(element("ind", left=twips(style.indent), **sides, **hanging))
    parts.append(value("jc", style.align) if style.align else "")
    parts.append(value("outlineLvl", style.level) if style.level is not None else "")
    return parts


def _border(kind: str, main: str) -> str:
    """A line on the left, or a frame in the main colour whose distance to the text is the margin of a band."""
    line = {"val": "single", "color": main[1:].upper()}
    if kind == "left":
        return element("pBdr", element("left", sz=18, space=6, **line))
    if kind == "all":
        return element("pBdr", *(element(side, sz=48, space=10, **line) for side in ("top", "left", "bottom", "right")))
    return ""


def _fill(fill: str, main: str) -> str:
    return element("shd", val="clear", color="auto", fill=main[1:].upper(), themeFill="accent1") if fill else ""


def _letters(style: ParagraphStyle, colour: str) -> list[str]:
    size = half_points(style.size)
    return [
        _fonts("major" if style.is_heading else "minor"),
        "<w:b/><w:bCs/>" if style.is_bold else "",
        _colour(style.colour, colour) if style.colour else "",
        value("sz", size) + value("szCs", size) if size else "",
    ]


def _characters(colour: str) -> list[str]:
    hues = [
        (f"Hue{number}", f"Fourfold Part {number}", value("color", hue[1:].upper())) for number, hue in HUES.items()
    ]
    looks = [
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        ("Soft", "Fourfold Soft", _colour(INK_SOFT, colour)),
        ("Sample", "Fourfold Sample", "<w:b/><w:bCs/>" + _colour(WARM, colour)),
        ("Hash", "Fourfold Fingerprint", _colour(INK_SOFT, colour) + value("sz", 14) + value("szCs", 14)),
        ("Hyperlink", "Hyperlink", _colour(MAIN, colour) + value("u", "single")),
    ]
    default = element(
        "style",
        value("name", "Default Paragraph Font"),
        "<w:semiHidden/>",
        type="character",
        default="1",
        styleId="DefaultParagraphFont",
    )
    return [default, *(_character(*look) for look in (*looks, *hues))]


def _character(key: str, name: str, letters: str) -> str:
    shown = value("basedOn", "DefaultParagraphFont") + value("uiPriority", 2) + "<w:qFormat/>"
    return element("style", value("name", name), shown, element("rPr", letters), type="character", styleId=key)


def _plain_table() -> str:
    sides = {"top": 0, "left": 108, "bottom": 0, "right": 108}
    margins = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), margins)
    return element(
        "style",
        value("name", "Normal Table"),
        "<w:semiHidden/>",
        properties,
        type="table",
        default="1",
        styleId="TableNormal",
    )


def _table(colour: str) -> str:
    thin: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": LINE[1:].upper()}
    borders = element("tblBorders", element("bottom", **thin), element("insideH", **thin))
    sides = {"top": 50, "left": 60, "bottom": 50, "right": 100}
    margins = element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))
    line = element("bottom", val="single", sz=8, space=0, color=colour[1:].upper(), themeColor="accent1")
    head = element("tblStylePr", element("tcPr", element("tcBorders", line)), type="firstRow")
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), borders, margins)
    names = value("name", "Fourfold Table") + value("basedOn", "TableNormal") + value("uiPriority", 3) + "<w:qFormat/>"
    return element("style", names, properties, head, type="table", styleId=TABLE, customStyle="1")
