"""The styles of print: one sheet for each part of the report."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "report" / "print" / "styles"
# In this order: what comes later may take back what came before.
SHEETS = (
    "page",
    "hues",
    "tables",
    "cover",
    "summary",
    "contents",
    "barriers",
    "level",
    "actions",
    "timeline",
    "plan",
    "annex",
    "verify",
    "brand",
)


def style_text() -> str:
    """This function will return all sheets in their order."""
    return "\n".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)
