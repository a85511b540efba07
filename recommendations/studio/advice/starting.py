"""The first rule of a bank that has no playbook yet: with it the playbook is made, on scales to begin with."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.documents import canonical_json, hash_of
from assessment.bank.editing.actions import record_replacement
from assessment.bank.editing.flat import Data
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text
from recommendations.playbook.actions import Event
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from recommendations.playbook.working_copy import replace_working_copy
from recommendations.rules.document import FORMAT


class AlreadyStarted(Exception):
    """Somebody else made a playbook for the bank meanwhile."""


def blank_playbook(bank: BankDocument) -> Data:
    """This function will return the flat data of a playbook with scales, but without any action and rule yet."""
    locales = list(bank.locales)
    said = partial(in_every_language, locales)
    return {
        "format": FORMAT,
        "slug": bank.slug,
        "bank": bank.slug,
        "locales": locales,
        "title": said(_("What to do next")),
        "sources": [{"key": "estimate", "text": said(_("Our own estimate.")), "estimate": True}],
        **_scales(said),
        "actions": [],
        "rules": [],
    }


def _scales(said: Callable[[Any], Text]) -> Data:
    estimate = {"sources": ["estimate"]}
    return {
        "efforts": [
            {"key": "low", "title": said(pgettext_lazy("effort", "Little")), "days": 5} | estimate,
            {"key": "medium", "title": said(pgettext_lazy("effort", "Some")), "days": 15} | estimate,
            {"key": "high", "title": said(pgettext_lazy("effort", "Much")), "days": 40} | estimate,
        ],
        "cost_bands": [
            _band("free", said(_("No money, only time")), "0", "0") | estimate,
            _band("under_20k", said(_("Up to 20,000 yuan")), "0", "20000") | estimate,
            _band("under_100k", said(_("20,000 to 100,000 yuan")), "20000", "100000") | estimate,
            _band("over_100k", said(_("More than 100,000 yuan")), "100000") | estimate,
        ],
        "priority_bands": [
            {"key": "now", "title": said(pgettext_lazy("priority", "Now")), "from_priority": 70} | estimate,
            {"key": "soon", "title": said(pgettext_lazy("priority", "Soon")), "from_priority": 40} | estimate,
            {"key": "later", "title": said(pgettext_lazy("priority", "Later")), "from_priority": 1} | estimate,
        ],
    }


def _band(key: str, title: Text, minimum: str, maximum: str | None = None) -> Data:
    band: Data = {"key": key, "title": title, "minimum": minimum}
    return band if maximum is None else band | {"maximum": maximum}


@transaction.atomic
def start_playbook(*, data: Data, by: User) -> Playbook:
    """This function will make the playbook that flat data describe.

    Raises AlreadyStarted if its bank has one meanwhile, DocumentError for data that cannot be stored.
    """
    data = data | {"slug": _free_slug(data["slug"])}
    document = PLAYBOOK.document(data, data["slug"])
    try:
        with transaction.atomic():
            playbook = Playbook.objects.create(slug=document.slug, bank_slug=document.bank, title=document.title)
    except IntegrityError as error:
        raise AlreadyStarted from error
    replace_working_copy(playbook, document)
    record_replacement(craft=PLAYBOOK, copy=playbook, before=None, by=by)
    details = {"content_hash": hash_of(canonical_json(document))}
    record_event(event=Event.LOADED, object_type="playbook", object_id=playbook.slug, actor=by, details=details)
    return playbook


def _free_slug(slug: str) -> str:
    taken, wished, number = set(Playbook.objects.values_list("slug", flat=True)), slug, 2
    while wished in taken:
        wished, number = f"{slug[:50]}-{number}", number + 1
    return wished


def in_every_language(locales: list[str], words: Any) -> Text:
    """This function will return lazy words in every language of a bank, in English where they are not translated."""
    texts = {}
    for locale in locales:
        with override(locale):
            texts[locale] = str(words)
    return texts
