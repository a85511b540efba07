"""Other banks can be tried as well, and a page that is sent as it was shown supposes nothing."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessment.responses.models import Result
from tests.report.banks import bank_of
from tests.report.test_any_bank import BANKS, submitted

pytestmark = pytest.mark.django_db


class Fields(HTMLParser):
    """What a browser without scripts would send of the form that changes things."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.action = ""
        self._in_form = False
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = dict(attrs)
        if tag == "form":
            self._in_form = have.get("id") == "what-if-form"
            self.action = have.get("action") or "" if self._in_form else self.action
        elif tag == "select":
            self._select = have.get("name") or ""
        elif self._in_form and tag == "option" and "selected" in have:
            self._send(self._select, have.get("value"))
        elif self._in_form and tag == "input" and have.get("name") and _is_sent(have):
            self._send(str(have["name"]), have.get("value"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False

    def _send(self, name: str, value: str | None) -> None:
        self.sent.setdefault(name, []).append(value or "")


def _is_sent(have: dict[str, str | None]) -> bool:
    return have.get("type") not in ("radio", "checkbox") or "checked" in have


def fields_of(page: Any) -> Fields:
    fields = Fields()
    fields.feed(page.content.decode())
    return fields


@pytest.mark.parametrize("name", BANKS)
def test_page_sent_as_it_is_supposes_nothing(name: str) -> None:
    client, opened = submitted(name, bank_of(name).examples[0].key)
    address = reverse("plan:what-if", args=[opened.assessment.public_id])
    page = client.get(address)
    shown = page.context["shown"]
    assert (page.status_code, shown.is_changed, shown.overall.gain) == (200, False, "")
    fields = fields_of(page)
    assert len(fields.sent) > 3
    assert sum(len(values) for values in fields.sent.values()) < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    assert client.post(fields.action, fields.sent).url == address


def test_bank_without_advice_has_no_actions_to_tick() -> None:
    client, opened = submitted("eurostat-dii", bank_of("eurostat-dii").examples[0].key)
    page = client.get(reverse("plan:what-if", args=[opened.assessment.public_id]))
    assert (page.context["ticks"], page.context["shown"].advice.has_moved) == ((), False)
    assert Result.objects.get().assessment == opened.assessment


def test_profile_without_a_score_of_its_own_speaks_of_its_parts() -> None:
    document = bank_of("iso33020_ordinal")
    client, opened = submitted("iso33020_ordinal", document.examples[0].key)
    address = reverse("plan:what-if", args=[opened.assessment.public_id])
    page = client.get(address)
    shown = page.context["shown"]
    assert (shown.overall.is_scored, shown.said, shown.short) == (False, "No part changes.", "No part changes.")
    assert "Overall score" not in page.content.decode()
    given = opened.assessment.results.get().answers
    key = next(key for key in given if given[key]["value"] is not None and page.context["first"][0].key == key)
    changed = client.get(f"{address}?q.{key}=").context["shown"]
    assert changed.said.endswith("changes.") or changed.said.endswith("change.")


def test_stranger_without_any_key_sees_nothing() -> None:
    _client, opened = submitted("sanol", bank_of("sanol").examples[0].key)
    assert Client().get(reverse("plan:what-if", args=[opened.assessment.public_id])).status_code == 404
