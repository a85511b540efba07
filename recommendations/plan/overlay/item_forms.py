"""The forms of one recommendation, filled with what stands."""

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language

from recommendations.catalogue.queries import category_titles
from recommendations.plan.overlay.desk import Desk
from recommendations.plan.overlay.folding import Overlaid
from recommendations.plan.overlay.forms import OwnForm, ServicesForm, WordsForm
from recommendations.plan.overlay.rows import part_choices
from recommendations.plan.overlay.services import Offered
from recommendations.plan.overlay.wording import initial_words, languages_of

FACTS = ("cost_from", "cost_to", "days", "barrier", "categories")


def words_form(desk: Desk, request: HttpRequest, item: Overlaid) -> WordsForm:
    """This function will return the form about the words of one of the engine's recommendations."""
    locale = get_language() or "en"
    languages = languages_of(desk.current.scorer.document, locale, desk.current.actions[item.key])
    initial = initial_words(item, languages) | {"base": desk.overlay.number}
    return WordsForm(_sent(request), languages=languages, initial=initial)


def own_form(desk: Desk, request: HttpRequest, item: Overlaid | None) -> OwnForm:
    """This function will return the form about something of the consultant's own; `item` is None for a new one. One query."""
    locale, document = get_language() or "en", desk.current.scorer.document
    languages = languages_of(document, locale)
    initial = {} if item is None else initial_words(item, languages) | {name: item.words.get(name) for name in FACTS}
    return OwnForm(
        _sent(request),
        languages=languages,
        barriers=part_choices(desk, locale),
        categories=category_titles(document.slug, locale),
        initial=initial | {"base": desk.overlay.number},
    )


def services_form(desk: Desk, request: HttpRequest, item: Overlaid, offered: Iterable[Offered]) -> ServicesForm:
    """This function will return the form in which the services of one recommendation are chosen."""
    offers = {offer.name: offer.title for group in offered for offer in group.offers if offer.may_be_chosen}
    initial: dict[str, Sequence[str] | int] = {"offerings": item.offerings, "base": desk.overlay.number}
    return ServicesForm(_sent(request), offers=offers, initial=initial)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
