"""The styles of paragraphs, each defined once."""

from dataclasses import dataclass, field

from recommendations.charts.svg import INK, INK_SOFT

WARM = "#c2410c"
WHITE = "#ffffff"
PAGE = (("right", 170.0),)  # where the number of a page stands in the contents
MAIN = "main"  # the colour of the edition, accent 1 of the theme


@dataclass(frozen=True)
class ParagraphStyle:
    """`key` is its id. Sizes and distances are points, indents millimetres; `leader` is what leads to a tab."""

    key: str
    name: str
    size: float = 0
    is_bold: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 0
    keeps_next: bool = False
    is_heading: bool = False
    indent: float = 0
    hanging: float = 0
    align: str = ""
    level: int | None = None
    numbering: int = 0
    based: str = "Normal"
    follower: str = "Normal"
    border: str = ""
    fill: str = ""
    tabs: tuple[tuple[str, float], ...] = field(default=())
    leader: str = "none"


TEXTS = (
    ParagraphStyle("Normal", "Normal", 9.5, colour=INK, after=5, line=1.25, based=""),
    ParagraphStyle("Lead", "Fourfold Lead", 11, after=6),
    ParagraphStyle("Kicker", "Fourfold Kicker", 8.5, True, WARM, 2, 0, keeps_next=True, follower="Heading1"),
    ParagraphStyle("Intro", "Fourfold Intro", colour=INK_SOFT, after=4, keeps_next=True),
    ParagraphStyle("Note", "Fourfold Note", 8.5, colour=INK_SOFT, before=3, after=5),
    ParagraphStyle("Because", "Fourfold Because", after=5, indent=3, border="left", keeps_next=True),
    ParagraphStyle("Label", "Fourfold Label", 9.5, True, INK_SOFT, 6, 2, keeps_next=True),
    ParagraphStyle("Fact", "Fourfold Fact", after=3, indent=50, hanging=50, tabs=(("left", 50),)),
    ParagraphStyle("Caption", "caption", 8.5, colour=INK_SOFT, before=3, after=8),
    ParagraphStyle("ListBullet", "List Bullet", after=2, numbering=1, follower="ListBullet"),
    ParagraphStyle("ListNumber", "List Number", after=2, numbering=2, follower="ListNumber"),
)
HEADINGS = (
    ParagraphStyle("Heading1", "heading 1", 20, True, MAIN, 2, 8, 1.1, True, True, level=0),
    ParagraphStyle("Heading2", "heading 2", 13, True, INK, 14, 4, 1.1, True, True, level=1),
    ParagraphStyle("Heading3", "heading 3", 10.5, True, INK_SOFT, 10, 3, 1.1, True, True, level=2),
    ParagraphStyle("TOCHeading", "TOC Heading", 20, True, MAIN, 2, 8, 1.1, True, True),
    ParagraphStyle("TOC1", "toc 1", 9.5, True, before=3, line=1, follower="TOC1", tabs=PAGE, leader="dot"),
    ParagraphStyle("TOC2", "toc 2", 9, line=1, indent=6, follower="TOC2", tabs=PAGE, leader="dot"),
)
COVER = (
    ParagraphStyle("CoverLine", "Fourfold Cover Line", 11, colour=WHITE, after=4, border="all", fill=MAIN, indent=4),
    ParagraphStyle("Title", "Title", 30, True, WHITE, 36, 10, 1.1, False, True, based="CoverLine"),
    ParagraphStyle("Subtitle", "Subtitle", 16, True, WHITE, 4, 18, 1.1, based="CoverLine"),
    ParagraphStyle("Result", "Fourfold Result", 18, True, MAIN, 4, 4, 1.1, False, True),
)
CELLS = (
    ParagraphStyle("TableText", "Fourfold Table Text", 8.5, line=1.15, follower="TableText"),
    ParagraphStyle("TableNumber", "Fourfold Table Number", align="right", based="TableText", follower="TableNumber"),
    ParagraphStyle("TableHeading", "Fourfold Table Heading", 8.5, True, INK_SOFT, line=1.1, keeps_next=True),
    ParagraphStyle("TableHeadingNumber", "Fourfold Table Heading Number", align="right", based="TableHeading"),
    ParagraphStyle("TableGap", "Fourfold Table Gap", 4, line=1, follower="Normal"),
    ParagraphStyle("Header", "header", 8, colour=INK_SOFT, tabs=(("right", 170),)),
    ParagraphStyle("Footer", "footer", 8, colour=INK_SOFT, tabs=(("right", 170),)),
)
BUILT_IN = frozenset(
    {"Normal", "Caption", "ListBullet", "ListNumber", "TOCHeading", "TOC1", "TOC2", "Title", "Subtitle"}
    | {"Heading1", "Heading2", "Heading3", "Header", "Footer"}
)
