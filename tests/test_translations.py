"""Every word of the interface stands in both languages."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation import templatize

ROOT = Path(settings.BASE_DIR)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
CATALOGUES = sorted(ROOT.glob("*/*/locale/zh_Hans/LC_MESSAGES/django.po"))


def messages_of(name: str, source: str) -> Iterator[tuple[str, str]]:
    """Yields (context, message) for each text that is marked for translation."""
    for _line, message, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield context or "", message if isinstance(message, str) else message[0]


def used_messages() -> dict[tuple[str, str], str]:
    used = {}
    for path in sorted((ROOT / "templates").rglob("*")):
        if path.is_file():
            name = str(path.relative_to(ROOT))
            source = templatize(path.read_text(encoding="utf-8"), origin=name)
            used |= dict.fromkeys(messages_of(name, source), name)
    for house in ("assessment", "recommendations"):
        for path in sorted((ROOT / house).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            used |= dict.fromkeys(messages_of(name, path.read_text(encoding="utf-8")), name)
    return used


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, domain="django")


def translated_messages() -> set[tuple[str, str]]:
    return {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for path in CATALOGUES
        for message in read(path)
        if message.id and message.string and all(message.string)
    }


def test_every_message_has_a_chinese_translation() -> None:
    used = used_messages()
    missing = sorted(f"{used[key]}: {key[1]}" for key in used.keys() - translated_messages())
    assert missing == []


PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


@pytest.mark.parametrize("path", CATALOGUES, ids=[str(path.relative_to(ROOT)) for path in CATALOGUES])
def test_translations_keep_the_placeholders_and_guess_nothing(path: Path) -> None:
    wrong = []
    for message in read(path):
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string)
        expected = {name for text in ids for name in PLACEHOLDER.findall(text)}
        if message.fuzzy or any(set(PLACEHOLDER.findall(text)) - expected for text in strings):
            wrong.append(ids[0])
        if expected - {name for text in strings for name in PLACEHOLDER.findall(text)}:
            wrong.append(ids[0])
    assert wrong == []
