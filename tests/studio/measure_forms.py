"""Forms of the scoring pages, sent back as a browser would."""

from dataclasses import dataclass
from html.parser import HTMLParser

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.flat import Data
from assessment.bank.models import Bank

SLUG = "four-barriers"
SHIPPED = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"


def at(name: str, **named: str) -> str:
    return reverse(f"studio:{name}", kwargs={"bank_slug": SLUG, **named})


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def data_now() -> Data:
    return BANK.data(Bank.objects.get(slug=SLUG))


class _Fields(HTMLParser):
    """The fields of the form that is sent to the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._inside = False
        self._area = self._select = ""
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "measure-form" in given.get("class", "")
        if not self._inside:
            return
        name = given.get("name", "")
        if tag == "input" and name:
            if given.get("type") not in ("checkbox", "radio") or "checked" in given:
                self.sent.setdefault(name, []).append(
                    given.get("value", "on" if given.get("type") == "checkbox" else "")
                )
        elif tag == "textarea":
            self._area = name
            self.sent[name] = [""]
        elif tag == "select":
            self._select, self._options = name, []
        elif tag == "option" and self._select:
            self._options.append((given.get("value", ""), "selected" in given))

    def handle_data(self, data: str) -> None:
        if self._area:
            self.sent[self._area] = [self.sent[self._area][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.sent[self._area] = [self.sent[self._area][0].removeprefix("\n")] if self._area else []
            self._area = ""
        elif tag == "select" and self._select:
            chosen = [value for value, is_chosen in self._options if is_chosen] or [self._options[0][0]]
            self.sent[self._select] = chosen
            self._select = ""
        elif tag == "form":
            self._inside = False


def shown_fields(response: HttpResponse) -> dict[str, list[str]]:
    """This function will return what a browser would send if the form were sent back untouched."""
    parser = _Fields()
    parser.feed(response.content.decode())
    parser.sent.pop("csrfmiddlewaretoken", None)
    return parser.sent


@dataclass
class Desk:
    """Somebody at a form: opens it, changes some fields, sends it."""

    client: Client
    address: str

    def send(self, **changed: object) -> HttpResponse:
        """This function will send the form as it is shown now, with some fields changed (`__` stands for `-`)."""
        return self.post(self.fields(), **changed)

    def fields(self) -> dict[str, list[str]]:
        return shown_fields(self.client.get(self.address))

    def post(self, fields: dict[str, list[str]], **changed: object) -> HttpResponse:
        named = {name.replace("__", "-"): value for name, value in changed.items()}
        return self.client.post(self.address, fields | named)
