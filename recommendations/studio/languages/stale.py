"""Texts that were changed in one language only: their translations still say what the other language said before."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse

from assessment.accounts.models import User
from assessment.bank.models import Bank
from recommendations.playbook.models import Playbook
from recommendations.studio.access import Workshop
from recommendations.studio.forms import language_name
from recommendations.studio.languages.rows import Table, table_of
from recommendations.studio.languages.standing import State

MOST_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Stale:
    """How many texts in the language `locale` say what the first language said before; `address` lists them."""

    locale: str
    language: str
    count: int
    address: str


def stale_texts(bank: Bank, playbook: Playbook | None) -> tuple[Stale, ...]:
    """This function will return the languages with such texts. Both working copies must be readable."""
    table = table_of(Workshop(bank, playbook, User(), may_edit=False, may_release=False))
    found = (_into(table, bank.slug, locale) for locale in table.locales)
    return tuple(each for each in found if each.count)


@lru_cache(maxsize=MOST_REMEMBERED)
def remembered_stale_texts(copies: tuple[tuple[int, int, datetime | None], ...]) -> tuple[Stale, ...]:
    """This function will return the same of a bank, and the playbook after it if there is one, worked out once.

    Each is given by its id, its revision and the time of its last change: a restored backup counts revisions anew.
    """
    (bank, *_rest), *advice = copies
    playbook = Playbook.objects.get(pk=advice[0][0]) if advice else None
    return stale_texts(Bank.objects.get(pk=bank), playbook)


def _into(table: Table, slug: str, target: str) -> Stale:
    """Seen from the first language of the bank: seen from a translation, every text translated since would look stale."""
    source = table.locales[0]
    standings = table.standings(source, target) if source != target else []
    count = sum(1 for _text, standing in standings if standing.state is State.STALE)
    query = urlencode({"source": source, "target": target, "show": State.STALE.value})
    return Stale(target, language_name(target), count, f"{reverse('studio:languages', args=[slug])}?{query}")
