"""Texts whose edges matter: cells lose the spaces around a text, unless it stands in double quotes."""

QUOTE = '"'
NO_TEXT = "{}"  # there is a text, but in no language yet: something else than no text at all


def quoted(text: str) -> str:
    """This function will return `text` as it stands in a cell: in quotes if it is empty or has a space at an edge."""
    return f"{QUOTE}{text}{QUOTE}" if _needs_quotes(text) else text


def unquoted(written: str) -> str:
    """This function will return the text of a cell; quotes that `quoted` would not have set belong to the text."""
    inner = written[1:-1]
    return inner if _is_framed(written) and _needs_quotes(inner) else written


def _needs_quotes(text: str) -> bool:
    return text != text.strip() or text in ("", NO_TEXT) or (_is_framed(text) and _needs_quotes(text[1:-1]))


def _is_framed(text: str) -> bool:
    return len(text) > 1 and text.startswith(QUOTE) and text.endswith(QUOTE)
