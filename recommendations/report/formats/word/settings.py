"""The settings of the document, the fonts it names, and the program it comes from."""

from recommendations.report.formats.word.markup import element, root, value

LATIN, CHINESE = "Noto Sans", "Noto Sans SC"
# What stands in where a machine lacks the font, most welcome first. charset 86 (hexadecimal) is simplified Chinese.
FONTS = ((LATIN, "Segoe UI,Arial", "00"), (CHINESE, "Microsoft YaHei,PingFang SC,SimSun", "86"))
COMPATIBLE = "http://schemas.microsoft.com/office/word"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def settings_xml(language: str) -> str:
    mode = element("compatSetting", name="compatibilityMode", uri=COMPATIBLE, val=15)
    return root(
        "settings",
        element("zoom", percent=100),
        value("defaultTabStop", 720),
        value("characterSpacingControl", "doNotCompress"),
        element("compat", mode),
        element("themeFontLang", val=language, eastAsia="zh-CN"),
        value("decimalSymbol", "."),
        value("listSeparator", ","),
    )


def fonts_xml() -> str:
    fonts = (
        element("font", value("altName", others), value("charset", charset), value("family", "swiss"), name=name)
        for name, others, charset in FONTS
    )
    return root("fonts", *fonts)


def app_xml() -> str:
    return f'<Properties xmlns="{PROPERTIES}"><Application>Fourfold</Application></Properties>'
