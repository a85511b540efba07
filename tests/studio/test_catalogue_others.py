"""Providers, funding schemes, categories and words: written in forms, removed only where nothing refers to them."""

from typing import Any

import pytest
from django.test import Client

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from recommendations.catalogue.models import Category, FundingScheme, Offering, Provider, Term
from recommendations.catalogue.scheme_rows import written_values
from recommendations.catalogue.written_rows import category_values, provider_values
from recommendations.playbook.actions import load_playbook
from recommendations.studio.conditions.fields import ConditionSubject
from tests.catalogue.samples import catalogue_bank
from tests.rules.samples import action, playbook, rule
from tests.studio.catalogue_forms import CONDITION, at, keeper_client, stock, typed
from tests.studio.conditions import posted_condition

BOTH = {"title_en": "New thing", "title_zh-hans": "新"}


@pytest.fixture
def client(catalogue_keeper: User) -> Client:
    stock()
    return keeper_client(catalogue_keeper)


def last_event() -> tuple[str, str, dict[str, Any]]:
    event = AuditEvent.objects.latest("pk")
    return event.event, event.object_id, event.details


@pytest.mark.parametrize(
    "address",
    [
        ("provider-edit", "p1"),
        ("scheme-edit", "grant-1"),
        ("category-edit", "help"),
        ("term-edit", "deployment", "onsite"),
    ],
)
def test_forms_save_what_they_show_and_record_nothing(client: Client, address: tuple[str, ...]) -> None:
    def rows() -> tuple[object, ...]:
        category = Category.objects.get(key="help")
        return (
            provider_values(Provider.objects.get(key="p1")),
            written_values(FundingScheme.objects.get(key="grant-1")),
            (category.position, category_values(category)),
            list(Term.objects.order_by("pk").values_list("key", "position", "title")),
        )

    before, events = rows(), AuditEvent.objects.count()
    assert client.post(at(*address), typed(client, at(*address))).status_code == 302
    assert (rows(), AuditEvent.objects.count()) == (before, events)


def test_provider_is_changed_beside_its_offerings(client: Client) -> None:
    client.post(at("provider-edit", "p1"), typed(client, at("provider-edit", "p1"), contact_email="b@firm.example"))
    assert Provider.objects.get(key="p1").contact_email == "b@firm.example"
    assert last_event() == ("catalogue.provider_edited", "p1", {"fields": ["contact_email"]})
    assert Offering.objects.filter(provider__key="p1").count() == 2


def test_real_provider_never_becomes_a_sample(client: Client) -> None:
    answer = client.post(at("provider-edit", "p1"), typed(client, at("provider-edit", "p1"), sample="on"))
    assert (answer.status_code, Provider.objects.get(key="p1").is_sample) == (422, False)
    assert "is a real provider and cannot become a sample" in answer.content.decode()


def test_new_provider_is_added(client: Client) -> None:
    fields = {
        "name_en": "Firm",
        "name_zh-hans": "公司",
        "kind": "consultancy",
        "source_en": "S",
        "source_zh-hans": "源",
    }
    answer = client.post(at("provider-add"), typed(client, at("provider-add"), **fields))
    assert answer.headers["Location"] == at("provider-edit", "firm")
    assert last_event()[:2] == ("catalogue.provider_added", "firm")


def test_scheme_is_changed_with_condition_rows_and_numbers(client: Client) -> None:
    address = at("scheme-edit", "grant-1")
    sent = typed(client, address, rate_percent="45.5", cap="", categories=["help"])
    subject = ConditionSubject.eligibility(catalogue_bank())
    sent = {name: value for name, value in sent.items() if not name.startswith("eligible_if")}
    sent |= posted_condition("eligible_if", CONDITION, subject)
    more = {**sent, "act": "sources:add"}
    grown = client.post(address, more)
    assert (grown.status_code, len(list(grown.context["form"].rows["sources"]))) == (200, 2)
    sent |= {"sources-order": ["0", "1"], "sources-1-text_en": "Notice", "sources-1-text_zh-hans": "通知"}
    assert client.post(address, {**sent, "sources-1-date": "May"}).status_code == 422
    saved = client.post(address, {**sent, "sources-1-date": "2026-05"})
    assert saved.status_code == 302, list(saved.context["form"].problems)
    row = FundingScheme.objects.get(key="grant-1")
    assert (str(row.rate_percent), row.cap, row.eligible_if) == ("45.50", None, CONDITION)
    assert [source["date"] for source in row.sources] == ["2026-05", "2026-05"]
    assert [category.key for category in row.categories.all()] == ["help"]
    event, _name, details = last_event()
    assert event == "catalogue.scheme_edited"
    assert set(details["fields"]) == {"rate_percent", "cap", "categories", "eligible_if", "sources"}


def test_scheme_without_a_source_is_refused(client: Client) -> None:
    address = at("scheme-edit", "grant-1")
    answer = client.post(address, typed(client, address, **{"sources-order": None}))
    assert (answer.status_code, "Name at least one source." in answer.content.decode()) == (422, True)


def test_two_keepers_of_a_scheme_see_each_other(client: Client) -> None:
    address = at("scheme-edit", "grant-1")
    mine = typed(client, address, cap="7")
    client.post(at("scheme-suspend", "grant-1"))
    answer = client.post(address, mine)
    (line,) = answer.context["lines"]
    assert (answer.status_code, line.then, line.now, line.yours) == (409, "no", "yes", "")
    assert FundingScheme.objects.get(key="grant-1").cap == 10000


def test_new_category_comes_last_and_can_be_named_by_actions(client: Client) -> None:
    fields = {**BOTH, "description_en": "D", "description_zh-hans": "述", "barriers": ["people"]}
    answer = client.post(at("category-add"), typed(client, at("category-add"), **fields))
    assert answer.headers["Location"] == at("category-edit", "new-thing")
    row = Category.objects.get(key="new-thing")
    assert (row.bank_slug, row.position, row.barriers) == ("sample", 2, ["people"])
    assert client.post(at("category-add"), typed(client, at("category-add"), **fields, key="search")).status_code == 422


def test_category_shows_the_actions_that_name_it_and_stays_for_them(client: Client, editor: User) -> None:
    load_playbook(document=playbook([action("A1", categories=["tools"])], [rule("R1", "A1")]))
    page = client.get(at("category-edit", "tools")).content.decode()
    assert ("A1" in page, "/banks/sample/advice/actions/" in page) == (True, False)
    client.post(at("category-remove", "tools"))
    assert Category.objects.filter(key="tools").exists()


def test_what_something_refers_to_stays_and_says_what(client: Client) -> None:
    for address in (("provider-remove", "p1"), ("category-remove", "help"), ("term-remove", "price_model", "project")):
        asked, pressed = client.get(at(*address)), client.post(at(*address))
        assert (asked.status_code, pressed.status_code) == (200, 409)
        assert "It cannot be removed, for this refers to it:" in asked.content.decode()
    uses = client.get(at("category-remove", "help")).context["uses"]
    assert [(use.label, use.count) for use in uses] == [("offerings", 2)]


def test_what_nothing_refers_to_is_removed_and_recorded(client: Client) -> None:
    assert client.get(at("offering-remove", "p1", "two")).status_code == 200
    assert Offering.objects.filter(key="two").exists()
    assert client.post(at("offering-remove", "p1", "two")).headers["Location"] == at("offerings")
    assert not Offering.objects.filter(key="two").exists()
    assert last_event()[:2] == ("catalogue.offering_removed", "p1/two")
    client.post(at("scheme-remove", "grant-1"))
    client.post(at("category-remove", "tools"))
    assert (FundingScheme.objects.count(), Category.objects.filter(key="tools").count()) == (0, 0)


def test_word_is_added_and_changed(client: Client) -> None:
    answer = client.post(at("term-add", "deployment"), typed(client, at("term-add", "deployment"), **BOTH))
    assert answer.headers["Location"] == at("term-edit", "deployment", "new-thing")
    address = at("term-edit", "deployment", "new-thing")
    client.post(address, typed(client, address, title_en="Other"))
    row = Term.objects.get(key="new-thing")
    assert (row.title["en"], row.position) == ("Other", 1)
    assert last_event() == ("catalogue.term_edited", "deployment/new-thing", {"fields": ["title"]})
    refused = client.post(at("term-add", "kind"), typed(client, at("term-add", "kind"), **BOTH))
    assert (refused.status_code, Term.objects.filter(vocabulary="kind").count()) == (422, 1)


def test_nothing_is_written_before_a_bank_is_released(catalogue_keeper: User) -> None:
    page = keeper_client(catalogue_keeper).get(at("provider-add"))
    assert "No question bank is released yet" in page.content.decode()
    assert keeper_client(catalogue_keeper).post(at("provider-add")).status_code == 409


@pytest.mark.parametrize(
    "address",
    [
        ("offering-edit", "p1", "no"),
        ("provider-edit", "no"),
        ("scheme-edit", "no"),
        ("category-edit", "no"),
        ("term-add", "no"),
    ],
)
def test_what_is_not_there_is_not_found(client: Client, address: tuple[str, ...]) -> None:
    assert client.get(at(*address)).status_code == 404
