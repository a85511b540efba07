"""Who only reads opens the pages of advice and finds nothing to press; a bank without any is told how it begins."""

from html.parser import HTMLParser

import pytest
from django.contrib.messages import get_messages
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from tests.rules.samples import sample_bank
from tests.studio.advice_forms import PLACE, client_of, form_on, load_sample, working_copy

PAGES = ("head/", "actions/A01/", "rules/R1/")
CONTROLS = ("button", "input", "select", "textarea")


class Controls(HTMLParser):
    """`open` are the controls of the page's form that can be used, `closed` those that cannot."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.closed: list[str] = []
        self._inside = False
        self._fieldsets: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self._inside = given.get("id") == "edit"
        if tag == "fieldset":
            self._fieldsets.append("disabled" in given)
        if tag in CONTROLS and given.get("type") != "hidden" and (self._inside or given.get("form") == "edit"):
            (self.closed if any(self._fieldsets) else self.open).append(str(given.get("name", tag)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        if tag == "fieldset":
            self._fieldsets.pop()


@pytest.fixture
def reader(publisher: User) -> Client:
    load_sample()
    return client_of(publisher)


@pytest.mark.parametrize("address", PAGES)
def test_publisher_reads_a_form_and_can_change_nothing_in_it(reader: Client, address: str) -> None:
    html = reader.get(PLACE + address).content.decode()
    controls = Controls(html)
    assert (controls.open, "sources" in " ".join(controls.closed) or "title_en" in controls.closed) == ([], True)
    assert not any(word in html for word in ("/duplicate/", "/remove/", "/add/", ">Save<", 'name="act"', 'name="try"'))


@pytest.mark.parametrize("address", PAGES)
def test_editor_finds_the_same_form_open(reader: Client, editor: User, address: str) -> None:
    controls = Controls(client_of(editor).get(PLACE + address).content.decode())
    assert (controls.closed, len(controls.open) > 5) == ([], True)


@pytest.mark.parametrize("address", PAGES)
def test_what_a_publisher_sends_is_not_found(reader: Client, editor: User, address: str) -> None:
    before, sent = working_copy(), form_on(client_of(editor), PLACE + address)
    for pressed in ({}, {"try": ["all"]}, {"act": ["steps:add"]}):
        assert reader.post(PLACE + address, sent | pressed).status_code == 404
    assert working_copy() == before


def test_links_of_other_pages_open_for_a_publisher(reader: Client) -> None:
    html = reader.get("/studio/banks/sample/questions/steps/").content.decode()
    assert f'href="{PLACE}rules/R1/"' in html
    assert "?question=steps" not in html


@pytest.mark.parametrize("address", ["head/", "actions/add/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_bank_without_advice_says_how_it_begins(editor: User, address: str, method: str) -> None:
    load_bank(document=sample_bank())
    reply = getattr(client_of(editor), method)(PLACE + address)
    said = [str(message) for message in get_messages(reply.wsgi_request)]
    assert (reply.status_code, reply["Location"]) == (302, PLACE)
    assert said == ["This bank has no advice yet. Write its first rule: all else comes with it."]


def test_reader_of_a_bank_without_advice_is_led_to_the_advice_page(publisher: User) -> None:
    load_bank(document=sample_bank())
    client = client_of(publisher)
    reply = client.get(f"{PLACE}head/")
    assert (reply.status_code, reply["Location"], list(get_messages(reply.wsgi_request))) == (302, PLACE, [])
    assert client.get(f"{PLACE}actions/A01/").status_code == 404
