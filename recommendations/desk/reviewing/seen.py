"""Which version of an answer somebody saw, as a form sends it back."""

from collections.abc import Iterable


def seen_versions(sent: Iterable[str]) -> dict[str, int]:
    """This function will return versions by question from values such as "EQ05:2"; what is none is left out."""
    found = {}
    for value in sent:
        key, _colon, version = value.rpartition(":")
        if key and version.isascii() and version.isdigit() and len(version) < 10:
            found[key] = int(version)
    return found
