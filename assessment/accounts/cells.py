"""Cells of tables of comma-separated values, which spreadsheets open and read as they like."""

# OWASP, CSV injection; in East Asian settings spreadsheets read the full-width and small signs likewise.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫")
GUARD = "'"


def plain_cell(text: str) -> str:
    """This function will return a text so that no spreadsheet takes it for a formula, whoever wrote it."""
    return f"{GUARD}{text}" if text.startswith(FORMULA_SIGNS) else text


def unguarded_cell(text: str) -> str:
    """This function will return the text of which `plain_cell` made `text`."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith(FORMULA_SIGNS) else text
