from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter
from recommendations.catalogue.contact.actions import (
    MOST_A_DAY,
    MOST_LETTERS,
    MOST_OPEN,
    AlreadyAsked,
    ProviderBusy,
    RequestClosed,
    Sent,
    TooManyRequests,
    answer_request,
    forget_expired_requests,
    open_request,
    withdraw_request,
)
from recommendations.catalogue.models import ContactRequest, Offering, Provider, Reply
from tests.catalogue.contact.conftest import PERSON, SHARED

Send = Callable[..., Sent]


def events() -> list[str]:
    found = AuditEvent.objects.filter(object_type="catalogue.contact_request").order_by("pk")
    return list(found.values_list("event", flat=True))


def row(sent: Sent) -> ContactRequest:
    return ContactRequest.objects.select_related("offering__provider").get(pk=sent.request.pk)


def test_request_is_stored_as_it_was_looked_at_and_its_token_is_not(sent: Sent) -> None:
    stored = row(sent)
    assert (stored.shared, stored.region, stored.language) == (SHARED, "zhejiang", "en")
    assert (stored.person, stored.email, stored.phone, stored.message) == (
        PERSON.name,
        PERSON.email,
        PERSON.phone,
        PERSON.message,
    )
    assert sent.token not in {str(value) for value in ContactRequest.objects.values_list().get()}
    assert stored.expires_at - stored.created_at == pytest.approx(timedelta(days=60), abs=timedelta(minutes=1))
    assert events() == ["contact.asked"]


def test_provider_gets_a_letter_with_the_link_and_nothing_about_the_enterprise(sent: Sent) -> None:
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (
        "sales@north-works.example",
        "An enterprise asks about “Five machines online”",
    )
    assert f"http://127.0.0.1:8000/contact/{sent.token}/" in letter.body
    secrets = (*PERSON.__slots__, "Four Gears", "Li Wei", "li.wei", "138 0013", "Discrete manufacturing")
    assert [word for word in secrets[len(PERSON.__slots__) :] if word in letter.subject + letter.body] == []


def test_letter_speaks_all_languages_where_the_offering_names_none(offering: Offering, send: Send) -> None:
    Offering.objects.filter(pk=offering.pk).update(languages=[])
    offering.refresh_from_db()
    send(offering)
    assert (
        Letter.objects.get().subject
        == "有企业就“五台设备联网”请您联系 / An enterprise asks about “Five machines online”"
    )


def test_sample_provider_gets_no_letter(make_offering: Callable[..., Offering], send: Send) -> None:
    send(make_offering(is_sample=True))
    assert (Letter.objects.count(), ContactRequest.objects.count()) == (0, 1)


def test_offering_is_asked_about_once(offering: Offering, sent: Sent, send: Send) -> None:
    with pytest.raises(AlreadyAsked) as caught:
        send(offering)
    assert caught.value.request == sent.request
    assert (ContactRequest.objects.count(), Letter.objects.count()) == (1, 1)


def test_open_requests_are_limited_and_answered_ones_do_not_count(
    make_offering: Callable[..., Offering], send: Send
) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        first, *_others = [send(make_offering(f"firm-{number}")) for number in range(MOST_OPEN)]
    one_more = make_offering("one-more")
    with pytest.raises(TooManyRequests):
        send(one_more)
    answer_request(request=row(first), reply=Reply.DECLINED, note="")
    assert send(one_more).request.offering == one_more


def test_requests_of_a_day_are_limited_though_they_were_withdrawn(
    make_offering: Callable[..., Offering], send: Send
) -> None:
    for number in range(MOST_A_DAY):
        withdraw_request(request=send(make_offering(f"firm-{number}")).request)
    with pytest.raises(TooManyRequests):
        send(make_offering("one-more"))


def test_first_reading_is_noted_once(sent: Sent) -> None:
    open_request(request=sent.request)
    first = row(sent).opened_at
    open_request(request=sent.request)
    assert first is not None
    assert row(sent).opened_at == first
    assert events() == ["contact.asked", "contact.opened"]


def test_answer_is_stored_and_written_to_the_enterprise(sent: Sent) -> None:
    answer_request(request=sent.request, reply=Reply.ACCEPTED, note="We call on Monday.\nNorth Works")
    stored = row(sent)
    assert (stored.reply, stored.reply_note) == ("accepted", "We call on Monday.\nNorth Works")
    letter = Letter.objects.get(to="li.wei@firm.example")
    assert letter.subject == "Answer to your request about “Five machines online”"
    assert letter.body == (
        "Good day,\n\nNorth Works has answered your request about “Five machines online”: will get in touch.\n\n"
        "The whole answer, and how to withdraw the request:\n"
        f"http://127.0.0.1:8000/a/{stored.assessment.public_id}/services/requests/\n\n"
        "It opens in the browser in which you answered. In another one, continue with your resume link or code first:\n"
        "http://127.0.0.1:8000/resume/"
    )


def test_answer_of_a_sample_provider_is_written_to_nobody(make_offering: Callable[..., Offering], send: Send) -> None:
    sent = send(make_offering(is_sample=True, contact_email=""))
    answer_request(request=sent.request, reply=Reply.ACCEPTED, note="Look at http://evil.example")
    assert (row(sent).reply, Letter.objects.count()) == ("accepted", 0)


def test_changed_notes_send_no_letter_and_changed_answers_at_most_three(sent: Sent) -> None:
    for number in range(4):
        answer_request(request=sent.request, reply=Reply.ACCEPTED, note=f"Note {number}")
    mine = Letter.objects.filter(to="li.wei@firm.example")
    assert mine.count() == 1
    for _number in range(4):
        answer_request(request=sent.request, reply=Reply.DECLINED, note="")
        answer_request(request=sent.request, reply=Reply.ACCEPTED, note="")
    assert (mine.count(), row(sent).told_count) == (MOST_LETTERS, MOST_LETTERS)


def test_requests_to_one_address_are_limited_over_all_enterprises_and_providers(
    make_offering: Callable[..., Offering], send: Send, sent: Sent, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recommendations.catalogue.contact.actions.MOST_A_DAY_TO_ONE", 2)
    address = "SALES@north-works.example"
    send(make_offering("second", contact_email=address))
    with pytest.raises(ProviderBusy):
        send(make_offering("third", contact_email=address))
    assert (ContactRequest.objects.count(), Letter.objects.count()) == (2, 2)
    assert send(make_offering("fourth", contact_email=address, is_sample=True)).request.pk
    ContactRequest.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert send(Offering.objects.get(provider__key="third")).request.pk


def test_answer_can_be_changed_and_the_time_of_the_first_stays(sent: Sent) -> None:
    answer_request(request=sent.request, reply=Reply.ACCEPTED, note="")
    first = row(sent).answered_at
    answer_request(request=sent.request, reply=Reply.ACCEPTED, note="")
    answer_request(request=sent.request, reply=Reply.DECLINED, note="No time.")
    assert (row(sent).reply, row(sent).answered_at) == ("declined", first)
    assert Letter.objects.filter(to="li.wei@firm.example").count() == 2
    assert events() == ["contact.asked", "contact.answered", "contact.answered"]


def test_withdrawn_or_expired_request_takes_no_answer(sent: Sent) -> None:
    with pytest.raises(RequestClosed):
        ContactRequest.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
        answer_request(request=sent.request, reply=Reply.ACCEPTED, note="")
    withdraw_request(request=sent.request)
    with pytest.raises(RequestClosed):
        answer_request(request=sent.request, reply=Reply.ACCEPTED, note="")
    assert row(sent).reply == ""


def test_withdrawing_empties_the_request_and_tells_the_provider_without_details(sent: Sent) -> None:
    answer_request(request=sent.request, reply=Reply.ACCEPTED, note="We call.")
    withdraw_request(request=sent.request)
    withdraw_request(request=sent.request)
    stored = row(sent)
    assert (stored.person, stored.email, stored.phone, stored.message, stored.shared) == ("", "", "", "", {})
    letter = Letter.objects.get(subject__contains="withdrawn")
    assert (letter.to, letter.subject) == (
        "sales@north-works.example",
        "A request about “Five machines online” was withdrawn",
    )
    assert [word for word in ("Four Gears", "Li Wei", "firm.example", "138") if word in letter.body] == []
    assert events() == ["contact.asked", "contact.answered", "contact.withdrawn"]


def test_withdrawn_request_that_holds_anything_is_refused_by_the_database(sent: Sent) -> None:
    with pytest.raises(IntegrityError, match="withdrawn_request_is_empty"), transaction.atomic():
        ContactRequest.objects.update(revoked_at=timezone.now())


def test_after_withdrawing_an_offering_can_be_asked_about_anew(offering: Offering, sent: Sent, send: Send) -> None:
    withdraw_request(request=sent.request)
    assert send(offering).request.pk != sent.request.pk


def test_expired_requests_are_emptied_once(
    offering: Offering, make_offering: Callable[..., Offering], sent: Sent, send: Send
) -> None:
    fresh = send(make_offering("fresh"))
    ContactRequest.objects.filter(pk=sent.request.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert (forget_expired_requests(), forget_expired_requests()) == (1, 0)
    assert (row(sent).person, row(sent).shared, row(sent).revoked_at) == ("", {}, None)
    assert row(fresh).shared == SHARED


def test_expired_request_is_withdrawn_without_a_letter(sent: Sent) -> None:
    ContactRequest.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    withdraw_request(request=sent.request)
    assert row(sent).revoked_at is not None
    assert not Letter.objects.filter(subject__contains="withdrawn").exists()


def test_provider_that_lost_its_address_stops_no_withdrawal(sent: Sent) -> None:
    Provider.objects.update(contact_email="")
    withdraw_request(request=sent.request)
    assert row(sent).revoked_at is not None
