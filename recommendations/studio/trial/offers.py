"""Services of the catalogue for the actions that come first on the bench, judged by its answers."""

from datetime import date

from django.http import QueryDict

from recommendations.catalogue.fit_page import Enterprise, FitCard, Helped, fit_page
from recommendations.catalogue.forms import FitForm
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search_filters import search_filters
from recommendations.studio.trial.sides import Side

FIRST_ACTIONS = 3
MOST_SHOWN = 8


def offers(now: Side, on: date) -> tuple[FitCard, ...]:
    """This function will return the services that help the first actions and fit, or may fit."""
    helps = _helps(now)
    if not helps:
        return ()
    reader, query = Reader(now.locale), QueryDict("")
    enterprise = Enterprise(lookup=now.case.lookup, bank=now.document, helps=helps)
    page = fit_page(enterprise, FitForm(query, search_filters(reader)), query, reader, on)
    return tuple(card for card in page.cards if card.helps)[:MOST_SHOWN]


def _helps(now: Side) -> dict[str, tuple[Helped, ...]]:
    found: dict[str, tuple[Helped, ...]] = {}
    for key in list(now.recommended)[:FIRST_ACTIONS]:
        action = now.actions[key]
        for category in action.categories:
            found[category] = (*found.get(category, ()), Helped(key, now.speaker.say(action.title)))
    return found
