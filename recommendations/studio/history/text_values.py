"""Texts, and lists of texts, one language at a time."""

from typing import Any


def locales_of(*values: Any) -> list[str]:
    """This function will return the languages of texts, or of lists of texts, in the order in which they are written."""
    texts = [text for value in values for text in (value if isinstance(value, list) else [value]) if text]
    return list(dict.fromkeys(locale for text in texts for locale in text))


def in_language(value: Any, locale: str) -> str:
    """This function will return a text in one language, a list of texts line by line; "" for nothing."""
    texts = value if isinstance(value, list) else [value or {}]
    return "\n".join(text.get(locale, "") for text in texts)
