"""A small bank with its playbook in the database, and what a browser sends for a form of the studio."""

from html.parser import HTMLParser
from typing import Any

from django.test import Client

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.editing.flat import Data
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from tests.rules.samples import Json, action, playbook, rule, sample_bank

SLUG = "sample"
PLACE = f"/studio/banks/{SLUG}/advice/"
STEPS = {"fact": "answer.steps", "op": "is", "value": "a0"}
Posted = dict[str, list[str]]


def load_sample(actions: list[Json] | None = None, rules: list[Json] | None = None) -> Playbook:
    """This function will load a bank of two barriers, and two actions with two rules unless others are given."""
    load_bank(document=sample_bank())
    actions = actions or [action("A01"), action("A02", node="people", requires=["A01"])]
    rules = rules or [rule("R1", "A01", when=STEPS), rule("R2", "A02")]
    return load_playbook(document=playbook(actions, rules))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def working_copy() -> Data:
    """This function will return what the playbook's working copy says now, as flat data."""
    return PLAYBOOK.data(Playbook.objects.get(bank_slug=SLUG))


def item(part: str, key: str) -> Data:
    found: Data = next(each for each in working_copy()[part] if each["key"] == key)
    return found


def keys(part: str) -> list[str]:
    return [each["key"] for each in working_copy()[part]]


def form_on(client: Client, address: str, **changes: Any) -> Posted:
    """This function will return what a browser would send from a page, its fields changed; None leaves a field out."""
    reply = client.get(address)
    assert reply.status_code == 200, reply.status_code
    return with_changes(controls_of(reply.content.decode()), **changes)


def with_changes(posted: Posted, **changes: Any) -> Posted:
    sent = posted | {name: value if isinstance(value, list) else [value] for name, value in changes.items()}
    return {name: value for name, value in sent.items() if value != [None]}


def controls_of(html: str, form: str = "edit") -> Posted:
    """This function will return the controls of one form of a page with their values; buttons are not pressed."""
    reader = _Controls(form)
    reader.feed(html)
    return reader.sent


class _Controls(HTMLParser):
    def __init__(self, form: str) -> None:
        super().__init__()
        self.sent: Posted = {}
        self._form = form
        self._inside = False
        self._select = ""
        self._options: list[tuple[str, bool]] = []
        self._textarea = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == self._form
        belongs = (self._inside or given.get("form") == self._form) and "name" in given
        if tag == "option":
            self._options.append((given["value"], "selected" in given))
        elif belongs and tag == "select":
            self._select, self._options = given["name"], []
        elif belongs and tag == "textarea":
            self._textarea, self._text = given["name"], ""
        elif belongs and tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            self.sent.setdefault(given["name"], []).append(
                given.get("value", "on" if given.get("type") == "checkbox" else "")
            )

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select" and self._select:
            chosen = [value for value, is_selected in self._options if is_selected] or [self._options[0][0]]
            self.sent.setdefault(self._select, []).append(chosen[-1])
            self._select = ""
        elif tag == "textarea" and self._textarea:
            self.sent.setdefault(self._textarea, []).append(self._text.removeprefix("\n"))
            self._textarea = ""
