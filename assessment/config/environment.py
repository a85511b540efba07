"""Typed readers of environment variables: a value that makes no sense stops the start and names its variable."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

YES = ("1", "on", "true", "yes")
NO = ("0", "no", "off", "false")


class Environment:
    """An unset and an empty variable both mean the default."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables

    def text(self, name: str, default: str) -> str:
        return self._variables.get(name, "").strip() or default

    def items(self, name: str, default: str) -> list[str]:
        """This function will return the parts of a comma-separated list, without blanks."""
        return [part.strip() for part in self.text(name, default).split(",") if part.strip()]

    def flag(self, name: str, *, default: bool) -> bool:
        raw = self.text(name, "yes" if default else "no")
        if raw.lower() not in YES + NO:
            raise ImproperlyConfigured(f"{name} must be one of {', '.join(YES + NO)}, not {raw!r}")
        return raw.lower() in YES

    def choice(self, name: str, default: str, choices: tuple[str, ...]) -> str:
        raw = self.text(name, default)
        if raw.lower() not in choices:
            raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not {raw!r}")
        return raw.lower()

    def number(self, name: str, default: int, *, low: int, high: int) -> int:
        raw = self.text(name, str(default))
        if not (raw.isascii() and raw.isdigit() and low <= int(raw) <= high):
            raise ImproperlyConfigured(f"{name} must be a whole number from {low} to {high}, not {raw!r}")
        return int(raw)

    def address(self, name: str, default: str) -> str:
        """This function will return an address such as https://fourfold.example.org, without the slash at the end."""
        raw = self.text(name, default).rstrip("/")
        try:
            url = urlsplit(raw)
            is_one = url.scheme in ("http", "https") and bool(url.hostname) and (url.port is None or url.port > 0)
        except ValueError:
            is_one = False
        if not is_one or "@" in raw or raw != f"{url.scheme}://{url.netloc}":
            raise ImproperlyConfigured(f"{name} must be an address such as https://fourfold.example.org, not {raw!r}")
        return raw

    def time_zone(self, name: str, default: str) -> str:
        raw = self.text(name, default)
        try:
            ZoneInfo(raw)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ImproperlyConfigured(f"{name} must be a time zone such as Asia/Shanghai, not {raw!r}") from error
        return raw


def read_env_file(path: Path) -> dict[str, str]:
    """This function will return the KEY=VALUE lines of `path`, or nothing where there is no such file.

    Blank lines and lines that start with # are left out; quotes around a value are dropped. Anything else raises
    ImproperlyConfigured with the line's number.
    """
    if not path.is_file():
        return {}
    found = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, equals, value = line.partition("=")
        if not equals or not key.strip().isidentifier():
            raise ImproperlyConfigured(f"{path.name}, line {number}: expected NAME=VALUE")
        found[key.strip()] = _without_quotes(value.strip())
    return found


def _without_quotes(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value
