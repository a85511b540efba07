"""Compiles the rooms' translations, with Babel: the gettext tools need not be on the machine."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_messages(base_dir: Path) -> list[Path]:
    """This function will write django.mo beside each room's django.po that is newer, and return what it wrote."""
    sources = sorted(base_dir.glob("*/*/locale/*/LC_MESSAGES/django.po"))
    return [_compile(source) for source in sources if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns


def _compile(source: Path) -> Path:
    target = source.with_suffix(".mo")
    with source.open("rb") as file:
        catalogue = read_po(file, domain="django")
    draft = target.with_suffix(".mo.new")
    with draft.open("wb") as file:
        write_mo(file, catalogue)
    return draft.replace(target)
