"""What another keeper removed while its form was open: nothing typed is lost, and saving again puts it back."""

from typing import Any

import pytest
from django.db.models import Model, QuerySet
from django.test import Client

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from recommendations.catalogue.models import Category, FundingScheme, Offering, Provider, Term
from recommendations.catalogue.scheme_rows import written_values
from recommendations.catalogue.written_rows import offering_values
from recommendations.studio.catalogue import form_page
from recommendations.studio.catalogue.keeping import Gone
from recommendations.studio.catalogue.seen import Seen
from tests.studio.catalogue_forms import at, keeper_client, stock, typed
from tests.studio.typed_forms import typed_into

ONE = ("offering-edit", "p1", "one")
GRANT = ("scheme-edit", "grant-1")
SAID = "Somebody removed this meanwhile. Save again to put it back as it stands here."
BOTH = {"title_en": "Mine", "title_zh-hans": "我的"}


@pytest.fixture
def client(catalogue_keeper: User) -> Client:
    stock()
    return keeper_client(catalogue_keeper)


def last_event() -> tuple[str, str, dict[str, Any]]:
    event = AuditEvent.objects.latest("pk")
    return event.event, event.object_id, event.details


def without_memory(sent: dict[str, Any]) -> dict[str, list[str]]:
    lists = {name: value if isinstance(value, list) else [value] for name, value in sent.items()}
    return {name: value for name, value in lists.items() if name != "shown"}


def row(key: str = "one") -> Offering:
    return Offering.objects.select_related("category", "price_model", "deployment").get(provider__key="p1", key=key)


def test_offering_is_told_of_then_put_back_as_it_was_typed(client: Client) -> None:
    before, sent = offering_values(row()), typed(client, at(*ONE), **BOTH, regions=["south"])
    client.post(at("offering-remove", "p1", "one"))
    told = client.post(at(*ONE), sent)
    assert (told.status_code, SAID in told.content.decode(), Offering.objects.count()) == (409, True, 1)
    again = typed_into(told, "edit")
    assert without_memory(again) == without_memory(sent)
    assert client.post(at(*ONE), again).headers["Location"] == at(*ONE)
    title = {"en": "Mine", "zh-hans": "我的"}
    assert offering_values(row()) == before | {"title": title, "regions": ["south"]}
    assert last_event()[:2] == ("catalogue.offering_added", "p1/one")


def test_scheme_is_put_back_with_its_rows_and_its_bank(client: Client) -> None:
    scheme = FundingScheme.objects.get(key="grant-1")
    before, bank = written_values(scheme), scheme.bank_slug
    sent = typed(client, at(*GRANT), cap="777")
    client.post(at("scheme-remove", "grant-1"))
    told = client.post(at(*GRANT), sent)
    assert (told.status_code, SAID in told.content.decode()) == (409, True)
    assert client.post(at(*GRANT), typed_into(told, "edit")).status_code == 302
    back = FundingScheme.objects.get(key="grant-1")
    assert (back.bank_slug, back.cap) == (bank, 777)
    assert written_values(back) == before | {"cap": back.cap}
    assert last_event()[:2] == ("catalogue.scheme_added", "grant-1")


@pytest.mark.parametrize(
    ("address", "rows", "event"),
    [
        (("provider-edit", "p1"), Provider.objects.filter(key="p1"), ("catalogue.provider_added", "p1")),
        (("category-edit", "tools"), Category.objects.filter(key="tools"), ("catalogue.category_added", "tools")),
        (
            ("term-edit", "deployment", "onsite"),
            Term.objects.filter(vocabulary="deployment", key="onsite"),
            ("catalogue.term_added", "deployment/onsite"),
        ),
    ],
)
def test_the_others_come_back_likewise(
    client: Client, address: tuple[str, ...], rows: QuerySet[Model], event: tuple[str, str]
) -> None:
    if "category-edit" not in address:
        Offering.objects.all().delete()
    Category.usual.through.objects.all().delete()
    sent = typed(client, at(*address))
    rows.all().delete()
    told = client.post(at(*address), sent)
    assert (told.status_code, SAID in told.content.decode(), rows.all().exists()) == (409, True, False)
    assert client.post(at(*address), typed_into(told, "edit")).status_code == 302
    assert (rows.all().count(), last_event()[:2]) == (1, event)


def test_the_same_checks_hold_for_what_is_put_back(client: Client) -> None:
    sent = typed(client, at(*ONE), price_minimum="9", price_maximum="5", summary_en="")
    Offering.objects.filter(key="one").delete()
    told = client.post(at(*ONE), sent)
    assert (told.status_code, SAID in told.content.decode()) == (409, True)
    assert list(told.context["form"].errors) == ["summary"]
    refused = client.post(at(*ONE), typed_into(told, "edit", summary_en="Words."))
    assert (refused.status_code, SAID in refused.content.decode()) == (422, True)
    assert refused.context["form"].errors["price_minimum"] == ["the minimum is missing or above the maximum"]
    assert not Offering.objects.filter(key="one").exists()
    assert client.post(at(*ONE), typed_into(refused, "edit", price_maximum="10")).status_code == 302


def test_offering_whose_provider_went_too_says_so(client: Client) -> None:
    sent = typed(client, at(*ONE), **BOTH)
    Offering.objects.all().delete()
    Provider.objects.all().delete()
    again = typed_into(client.post(at(*ONE), sent), "edit")
    refused = client.post(at(*ONE), again)
    assert (refused.status_code, Offering.objects.count()) == (422, 0)
    assert refused.context["form"].non_field_errors() == [
        "Its provider was removed as well. Add a provider with the key p1 first, then save here again."
    ]
    assert typed_into(refused, "edit")["title_en"] == ["Mine"]


def test_what_somebody_else_put_back_first_is_not_overwritten(client: Client) -> None:
    sent = typed(client, at(*GRANT), cap="777")
    FundingScheme.objects.all().delete()
    mine = typed_into(client.post(at(*GRANT), sent), "edit")
    client.post(at(*GRANT), {**mine, "cap": "888"})
    answer = client.post(at(*GRANT), mine)
    assert (answer.status_code, FundingScheme.objects.get(key="grant-1").cap) == (409, 888)
    assert [(line.now, line.yours) for line in answer.context["lines"]] == [("888", "777")]


def test_buttons_that_draw_the_page_again_lose_nothing(client: Client) -> None:
    sent = typed(client, at(*GRANT), **BOTH, act="sources:add")
    FundingScheme.objects.all().delete()
    drawn = client.post(at(*GRANT), sent)
    assert (drawn.status_code, SAID in drawn.content.decode()) == (200, True)
    assert len(list(drawn.context["form"].rows["sources"])) == 2
    assert typed_into(drawn, "edit")["title_en"] == ["Mine"]
    assert FundingScheme.objects.count() == 0


def test_removal_in_the_midst_of_saving_is_told_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(**_options: object) -> None:
        Offering.objects.filter(key="one").delete()
        raise Gone

    monkeypatch.setattr(form_page, "change", overtaken)
    told = client.post(at(*ONE), typed(client, at(*ONE), **BOTH))
    assert (told.status_code, SAID in told.content.decode(), told.context["row"]) == (409, True, None)
    assert client.post(at(*ONE), typed_into(told, "edit")).status_code == 302
    assert row().title["en"] == "Mine"


def test_made_up_address_stays_not_found(client: Client) -> None:
    """What a form of another thing showed, or nobody's signature, opens nothing."""
    for shown in (typed(client, at(*ONE))["shown"], typed(client, at("offering-add"))["shown"], "x:y", "\x00", ""):
        for address in (("offering-edit", "p1", "made-up"), ("scheme-edit", "one"), ("category-edit", "p1")):
            assert client.post(at(*address), {**BOTH, "shown": shown}).status_code == 404, (shown, address)
    Offering.objects.filter(key="one").delete()
    assert client.get(at(*ONE)).status_code == 404
    assert client.post(at(*ONE), BOTH).status_code == 404


def test_memory_of_another_thing_never_saves_this_one_unseen(client: Client) -> None:
    other = typed(client, at("offering-edit", "p1", "two"))["shown"]
    assert client.post(at(*ONE), typed(client, at(*ONE), **BOTH, shown=other)).status_code == 409
    assert row().title["en"] == "Offer one"


def test_strangers_find_nothing_with_a_valid_memory(client: Client, stranger: User, editor: User) -> None:
    sent = typed(client, at(*ONE), **BOTH)
    Offering.objects.filter(key="one").delete()
    for person in (stranger, editor):
        assert keeper_client(person).post(at(*ONE), sent).status_code == 404


def test_memory_comes_back_as_it_was_sent() -> None:
    seen = Seen("schemes/a", "sample", {"title": {"en": "A"}}, is_gone=True)
    assert Seen.read(seen.sealed, "schemes/a") == seen
    assert (Seen.read(seen.sealed, "schemes/b"), Seen.read(seen.sealed[:-1], "schemes/a")) == (None, None)
