"""The form of an offering: what it shows it saves, faults stand at their fields, nobody overwrites unseen."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from recommendations.catalogue.models import Category, Offering
from recommendations.catalogue.written_rows import offering_values
from tests.studio.catalogue_forms import at, keeper_client, stock, typed
from tests.studio.typed_forms import typed_into

ONE = ("offering-edit", "p1", "one")


@pytest.fixture
def client(catalogue_keeper: User) -> Client:
    stock()
    return keeper_client(catalogue_keeper)


def row(key: str = "one") -> Offering:
    return Offering.objects.select_related("category", "price_model", "deployment").get(provider__key="p1", key=key)


def last_event() -> tuple[str, str, dict[str, Any]]:
    event = AuditEvent.objects.latest("pk")
    return event.event, event.object_id, event.details


def test_form_saves_what_it_shows_and_records_nothing(client: Client) -> None:
    before, events = offering_values(row()), AuditEvent.objects.count()
    assert client.post(at(*ONE), typed(client, at(*ONE))).status_code == 302
    assert (offering_values(row()), AuditEvent.objects.count()) == (before, events)


def test_every_field_that_is_typed_is_saved_and_named_in_the_record(client: Client, catalogue_keeper: User) -> None:
    fields = {
        "title_en": "New title",
        "price_minimum": "5.50",
        "price_maximum": "",
        "regions": ["north", "south"],
        "weeks_to": "8",
        "valid_until": "",
        "url": "",
    }
    assert client.post(at(*ONE), typed(client, at(*ONE), **fields)).headers["Location"] == at(*ONE)
    saved = offering_values(row())
    assert saved["title"]["en"] == "New title"
    assert (str(saved["price"]["minimum"]), saved["price"]["maximum"]) == ("5.50", None)
    assert (saved["regions"], saved["go_live_weeks"]) == (["north", "south"], {"minimum": 2, "maximum": 8})
    assert (saved["valid_until"], saved["url"]) == (None, "")
    assert "new title" in row().search_text.lower()
    event, name, details = last_event()
    assert (event, name) == ("catalogue.offering_edited", "p1/one")
    assert set(details["fields"]) == {
        "title",
        "price_minimum",
        "price_maximum",
        "regions",
        "weeks_to",
        "valid_until",
        "url",
    }
    assert AuditEvent.objects.latest("pk").actor_id == catalogue_keeper.pk


@pytest.mark.parametrize(
    ("fields", "name", "message"),
    [
        ({"price_minimum": "9", "price_maximum": "5"}, "price_minimum", "the minimum is missing or above the maximum"),
        ({"valid_from": "2027-01-01"}, "valid_until", "the offering ends before it begins"),
        ({"weeks_from": "7"}, "weeks_from", "the minimum is above the maximum"),
        ({"weeks_from": ""}, "weeks_to", "Fill in both numbers of weeks, or neither."),
        ({"summary_zh-hans": ""}, "summary", "Write it in 简体中文 as well."),
        ({"url": "javascript:alert(1)"}, "url", "Begin with http:// or https://, without blanks."),
        ({"price_minimum": "NaN"}, "price_minimum", "Enter a number."),
        ({"currency": "yuan"}, "currency", "Ensure this value has at most 3 characters (it has 4)."),
        ({"valid_from": "yesterday"}, "valid_from", "Enter a valid date."),
    ],
)
def test_faults_stand_at_their_fields(client: Client, fields: dict[str, str], name: str, message: str) -> None:
    before = offering_values(row())
    answer = client.post(at(*ONE), typed(client, at(*ONE), **fields))
    assert answer.status_code == 422
    assert message in answer.context["form"].errors[name]
    assert f'id="at-{name}"' in answer.content.decode()
    assert offering_values(row()) == before


def test_two_keepers_never_overwrite_unseen(client: Client) -> None:
    mine = typed(client, at(*ONE), title_en="Mine", summary_en="My words.")
    client.post(at(*ONE), typed(client, at(*ONE), title_en="Theirs", price_minimum="900"))
    answer = client.post(at(*ONE), mine)
    assert (answer.status_code, row().title["en"]) == (409, "Theirs")
    lines = {line.label: (line.then, line.now, line.yours) for line in answer.context["lines"]}
    said = "English: {}\n简体中文: 〔Offer one〕"
    assert lines["Title"] == tuple(said.format(each) for each in ("Offer one", "Theirs", "Mine"))
    assert lines["Price from"] == ("1000", "900", "")
    assert set(lines) == {"Title", "Price from"}
    again = typed_again(answer)
    assert (again["title_en"], again["summary_en"], again["price_minimum"]) == (["Mine"], ["My words."], ["900"])
    assert client.post(at(*ONE), again).status_code == 302
    assert (row().title["en"], row().summary["en"], str(row().price_minimum)) == ("Mine", "My words.", "900.00")


def typed_again(answer: Any) -> dict[str, list[str]]:
    return typed_into(answer, "edit")


def test_two_languages_of_a_text_written_at_once_come_together(client: Client) -> None:
    mine = typed(client, at(*ONE), **{"title_zh-hans": "我的"})
    client.post(at(*ONE), typed(client, at(*ONE), title_en="Theirs"))
    answer = client.post(at(*ONE), mine)
    assert answer.status_code == 409
    assert client.post(at(*ONE), typed_again(answer)).status_code == 302
    assert row().title == {"en": "Theirs", "zh-hans": "我的"}


def test_form_whose_memory_was_tampered_with_saves_nothing(client: Client) -> None:
    answer = client.post(at(*ONE), typed(client, at(*ONE), shown="x:y", title_en="Mine"))
    assert (answer.status_code, row().title["en"]) == (409, "Offer one")
    assert typed_again(answer)["title_en"] == ["Mine"]


def test_new_offering_gets_a_key_from_its_title(client: Client) -> None:
    fields = {
        "provider": "p1",
        "category": "help",
        "title_en": "Offer one!",
        "title_zh-hans": "服务",
        "summary_en": "Somebody helps.",
        "summary_zh-hans": "有人帮忙。",
        "price_model": "project",
        "source_en": "Made up.",
        "source_zh-hans": "虚构",
    }
    answer = client.post(at("offering-add"), typed(client, at("offering-add"), **fields))
    assert answer.headers["Location"] == at("offering-edit", "p1", "offer-one")
    assert last_event()[:2] == ("catalogue.offering_added", "p1/offer-one")
    answer = client.post(at("offering-add"), typed(client, at("offering-add"), **fields))
    assert answer.headers["Location"] == at("offering-edit", "p1", "offer-one-2")
    answer = client.post(at("offering-add"), typed(client, at("offering-add"), **fields, key="one"))
    assert answer.context["form"].errors["key"] == ["one is used already."]


def test_copy_is_shown_and_only_added_when_it_is_saved(client: Client) -> None:
    address = f"{at('offering-add')}?from=p1/one"
    sent = typed(client, address)
    assert Offering.objects.count() == 2
    assert client.post(at("offering-add"), {**sent, "key": "copy"}).status_code == 302
    assert offering_values(row("copy")) == offering_values(row()) | {"key": "copy"}


def test_verified_today_is_one_press(client: Client) -> None:
    client.post(at(*ONE), typed(client, at(*ONE), verified="today", title_en="Seen"))
    assert (row().verified_on, row().title["en"]) == (timezone.localdate(), "Seen")
    client.post(at("offering-verify", "p1", "two"))
    assert (row("two").verified_on, last_event()[2]) == (timezone.localdate(), {"fields": ["verified_on"]})


def test_offering_is_suspended_and_brought_back(client: Client) -> None:
    client.post(at("offering-suspend", "p1", "one"))
    assert (row().suspended, last_event()) == (True, ("catalogue.offering_edited", "p1/one", {"fields": ["suspended"]}))
    client.post(at("offering-suspend", "p1", "one"), {"back": "1"})
    assert row().suspended is False


def test_broken_row_is_shown_and_can_be_mended(client: Client) -> None:
    Offering.objects.filter(key="one").update(sectors=["gone"], currency="x", url="ftp://x")
    page = client.get(at(*ONE))
    assert "gone (not there any more)" in page.content.decode()
    sent = typed(client, at(*ONE))
    answer = client.post(at(*ONE), sent)
    assert (answer.status_code, "url" in answer.context["form"].errors) == (422, True)
    mended = client.post(at(*ONE), {**sent, "sectors": ["food"], "currency": "CNY", "url": ""})
    assert (mended.status_code, row().sectors) == (302, ["food"])


@pytest.mark.parametrize("condition", [{"junk": 1}, {"fact": "profile.gone", "op": "is", "value": "yes"}, [], 5])
def test_broken_condition_is_told_to_whom_it_overtakes(client: Client, condition: object) -> None:
    sent = typed(client, at(*ONE), title_en="Mine")
    Offering.objects.filter(key="one").update(eligible_if=condition)
    answer = client.post(at(*ONE), sent)
    assert (answer.status_code, "Only for enterprises where" in answer.content.decode()) == (409, True)
    assert client.post(at(*ONE), typed(client, at(*ONE))).status_code == 422


def test_category_that_went_is_a_fault_at_its_field(client: Client) -> None:
    sent = typed(client, at("offering-edit", "p1", "two"), category="tools")
    Category.objects.filter(key="tools").delete()
    assert "category" in client.post(at("offering-edit", "p1", "two"), sent).context["form"].errors


HOSTILE = [
    "\x00",
    "<script>",
    "𝟙" * 5000,
    "-1",
    "9" * 400,
    "2026-02-31",
    "{}",
    "1e9999",
    "\ud800".encode("utf-16", "surrogatepass").decode("latin-1"),
]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_values_are_refused_and_never_an_error(client: Client, value: str) -> None:
    for address in (at(*ONE), at("offering-add"), at("provider-edit", "p1"), at("scheme-edit", "grant-1")):
        sent = typed(client, address)
        assert client.post(address, dict.fromkeys(sent, value)).status_code in (200, 409, 422), address
    asked = {"q": value, "state": value, "page": value, "order": value, "from": value, "provider": value}
    for address in (at("offerings"), at("schemes"), at("offering-add"), at("scheme-add")):
        assert client.get(address, asked).status_code == (400 if "\x00" in value else 200), address


@pytest.mark.parametrize("value", HOSTILE[:1])
def test_one_hostile_value_spoils_nothing_else(client: Client, value: str) -> None:
    for address in (at(*ONE), at("scheme-edit", "grant-1")):
        sent = typed(client, address)
        for name in sent:
            answer = client.post(address, {**sent, name: value})
            assert answer.status_code in (200, 302, 409, 422), (address, name)


def test_stranger_and_editor_find_nothing(stranger: User, editor: User, client: Client) -> None:
    for person in (stranger, editor):
        assert keeper_client(person).get(at(*ONE)).status_code == 404
        assert keeper_client(person).post(at("offering-suspend", "p1", "one")).status_code == 404
    assert row().suspended is False
