"""The theme: the fonts and colours that a consultant can change for the whole document at once."""

from recommendations.charts.svg import HUES, INK, LINE, PAPER
from recommendations.report.formats.word.settings import CHINESE, LATIN

NAMES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
EDGE = f'<a:ln w="6350">{PLAIN}</a:ln>'
NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
FORMS = (
    f'<a:fmtScheme name="Fourfold"><a:fillStyleLst>{PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>{EDGE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{NO_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(colour: str) -> str:
    """This function will return the theme with `colour` (#rrggbb) as its first accent and the hues of the parts after it."""
    colours = {"dk1": INK, "lt1": PAPER, "dk2": INK, "lt2": LINE, "accent1": colour}
    colours |= {f"accent{place + 1}": HUES[place] for place in range(1, 6)}
    colours |= {"hlink": colour, "folHlink": colour}
    palette = "".join(f'<a:{name}><a:srgbClr val="{value[1:].upper()}"/></a:{name}>' for name, value in colours.items())
    fonts = (
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{CHINESE}"/>'
    )
    return (
        f'<a:theme {NAMES} name="Fourfold"><a:themeElements><a:clrScheme name="Fourfold">{palette}</a:clrScheme>'
        f'<a:fontScheme name="Fourfold"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont>'
        f"</a:fontScheme>{FORMS}</a:themeElements></a:theme>"
    )
