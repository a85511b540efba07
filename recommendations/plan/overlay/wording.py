"""What overlaid recommendations are called: own words where there are some, else the engine's."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import get_language_info

from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text, language_tag, localise
from recommendations.plan.overlay.folding import Overlaid
from recommendations.rules.document import Action


@dataclass(frozen=True, slots=True)
class Written:
    """A language of the report, and what the engine says in it: empty for something added."""

    code: str
    tag: str
    name: str
    title: str = ""
    why: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    why: str
    steps: tuple[str, ...]


def words_of(item: Overlaid, action: Action | None, locale: str) -> Words:
    """This function will return title, why and steps of one item in `locale`; `action` is None for something added."""
    own = item.words
    return Words(
        title=_said(own.get("title", {}), {} if action is None else action.title, locale),
        why=_said(own.get("why", {}), {} if action is None else action.why, locale),
        steps=tuple(_steps(own.get("steps", {}), action, locale)),
    )


def _said(own: Text, engine: Text, locale: str) -> str:
    """Own words count in their own language only, as long as the engine has something to say in another."""
    return own[locale] if locale in own else localise(engine or own, locale)


def _steps(own: Mapping[str, list[str]], action: Action | None, locale: str) -> list[str]:
    if locale in own:
        return list(own[locale])
    if action is not None:
        return [localise(step, locale) for step in action.steps]
    return next(iter(own.values()), [])


def languages_of(document: BankDocument, shown: str, action: Action | None = None) -> tuple[Written, ...]:
    """This function will return the languages that reports on this bank can have, that of the page first."""
    offered = [code for code, _name in settings.LANGUAGES if code in document.locales] or [shown]
    return tuple(_written(code, action) for code in sorted(offered, key=lambda code: code != shown))


def _written(code: str, action: Action | None) -> Written:
    tag, name = language_tag(code), str(get_language_info(code)["name_local"])
    if action is None:
        return Written(code, tag, name)
    steps = tuple(localise(step, code) for step in action.steps)
    return Written(code, tag, name, localise(action.title, code), localise(action.why, code), steps)


def initial_words(item: Overlaid, languages: tuple[Written, ...]) -> dict[str, Any]:
    """This function will return what a form about an item shows before anybody types."""
    initial: dict[str, Any] = {}
    for each in languages:
        steps = item.words.get("steps", {}).get(each.code) or each.steps
        initial[f"title_{each.code}"] = item.words.get("title", {}).get(each.code) or each.title
        initial[f"why_{each.code}"] = item.words.get("why", {}).get(each.code) or each.why
        initial[f"steps_{each.code}"] = "\n".join(steps)
    return initial
