"""Whatever is sent to the forms of advice, it is refused with the page shown again or kept as it is; nothing breaks."""

import random
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from assessment.accounts.models import User
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from tests.studio.advice_forms import PLACE, STEPS, Posted, client_of, form_on, load_sample, working_copy

FORMS = ("head/", "actions/add/", "actions/A01/", "rules/add/?question=skill", "rules/R1/")
SCRIPT = "<script>alert(7)</script>"
TEXTS = (
    *(SCRIPT, f'"><svg onload=alert(7)>{SCRIPT}', f"</textarea>{SCRIPT}", "{{7*7}}", "{% load static %}", "{answer.NOPE}"),
    *("{", "}", "{answer.steps", "%(key)s", "a\x00b", "\ud800", "\u202e", "x" * 5000, "9" * 5000, " ", "", "\n"),
    *("1e999", "-1e999", "NaN", "-0", "0.1", "-1", "1_0", "１２", "²", "+", "null", "../../x", "a.b c", "javascript:alert(7)"),
)  # fmt: skip
DEEP = "".join("-0" for _level in range(40))
BESIDE = (
    {"steps-TOTAL_FORMS": ["-1"], "efforts-TOTAL_FORMS": ["999999999"]},
    {"steps-order": ["-1", "99999999999", "²", "0", "0"], "efforts-order": ["9999", "1e9", ""]},
    {"steps-order": [str(number) for number in range(900)]},
    {"unknown": ["x"], "a.b c": ["y"], "__class__": ["z"], "when:0:joint:x": ["all"], f"when:0{DEEP}x:fact": ["level"]},
    {f"{name}:0{DEEP[: 2 * depth]}:joint": ["none"] for name in ("when", "suits") for depth in range(40)},
    {f"{name}:0{DEEP[: 2 * depth]}:joint": ["none"] for name in ("when", "suits") for depth in range(18)},
    {f"when:0-{number}:fact": ["answer.steps"] for number in range(400)},
    {"base": ["-1"]},
    {"base": ["9" * 400]},
    {"base": [SCRIPT]},
    {},
)
OPERANDS = (
    '"\\ud800"',
    "1e999",
    "-1e999",
    "NaN",
    "-0",
    "9" * 400,
    "1e308",
    f'"{SCRIPT}"',
    '"\\u0000"',
    "[[1]]",
    "null",
)
BUTTONS = ({}, {}, {"try": ["all"]}, {"insert": ["1"]}, {"act": ["steps:add"]}, {"act": ["steps:remove:0"]}, {"act": [SCRIPT]})  # fmt: skip
ACTS = (*("efforts:down:0", "nothing:add", "steps:up:99999", "raises:add:\ud800"), f"steps:{SCRIPT}")


@pytest.fixture
def client(editor: User) -> Client:
    load_sample()
    return client_of(editor)


def posted(client: Client, address: str, sent: Posted) -> HttpResponse:
    """What the server answers to bytes as they come: lone surrogates can only be sent so."""
    body = urlencode(sent, doseq=True, errors="surrogatepass")
    answer: HttpResponse = client.post(address, body, content_type="application/x-www-form-urlencoded")
    return answer


def attack(client: Client, address: str, sent: Posted) -> None:
    """This function will send a form, look at what came of it, and undo it."""
    before = working_copy()
    with transaction.atomic():
        answer = posted(client, address, sent)
        assert answer.status_code in (200, 302, 409, 422), answer.status_code
        pages = [answer.content.decode()]
        if answer.status_code == 302:
            PLAYBOOK.compile(Playbook.objects.get())
            changed = working_copy()
            places = [f"actions/{each['key']}/" for each in changed["actions"]]
            places += [f"rules/{each['key']}/" for each in changed["rules"]]
            pages = [client.get(PLACE + place).content.decode() for place in ("", "head/", *places)]
        else:
            assert working_copy() == before
        assert not any("<script>alert" in page or "<svg onload" in page for page in pages)
        transaction.set_rollback(True)


def attacks(forms: dict[str, Posted], chance: random.Random) -> Iterator[tuple[str, Posted]]:
    """Each sort of field of each form in turn meets values drawn by chance, with and without what does not belong there."""
    for address, form in forms.items():
        names = [name for name in form if name not in ("csrfmiddlewaretoken", "base")]
        for name in chance.sample(names, 8):
            yield address, form | {name: [chance.choice(TEXTS)]} | chance.choice(BUTTONS)
        for beside in chance.sample(BESIDE, 3):
            yield address, form | beside | chance.choice(BUTTONS)
        yield address, form | {"act": [chance.choice(ACTS)]}


def condition_line(name: str, fact: str, operand: str) -> Posted:
    """A line that was shown with an operand which no field can hold, and comes back untouched."""
    was = f'{{"fact": "{fact}", "how": "is", "value": {operand}}}'
    return {f"{name}:0:joint": ["all"], f"{name}:0-0:fact": [fact], f"{name}:0-0:how": ["is"], f"{name}:0-0:was": [was]}


@pytest.mark.parametrize("seed", [7])
def test_no_form_breaks_on_what_is_sent(client: Client, seed: int) -> None:
    forms = {address: form_on(client, PLACE + address) for address in FORMS}
    for address, sent in attacks(forms, random.Random(seed)):
        attack(client, PLACE + address, sent)


@pytest.mark.parametrize("operand", OPERANDS)
@pytest.mark.parametrize(("address", "name"), [("actions/A01/", "suits"), ("rules/R1/", "when")])
def test_no_condition_brings_in_what_cannot_be_kept(client: Client, address: str, name: str, operand: str) -> None:
    form = form_on(client, PLACE + address)
    for fact in (STEPS["fact"], "answer.delay"):
        attack(client, PLACE + address, form | condition_line(name, fact, operand))
