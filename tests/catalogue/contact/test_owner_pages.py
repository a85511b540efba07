"""Asking, looking at the words, sending, the list, taking back."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.mail.models import Letter
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from recommendations.catalogue.contact.actions import MOST_OPEN, Sent, answer_request, open_request, withdraw_request
from recommendations.catalogue.models import ContactRequest, Offering, Provider, Reply

FILLED = {"parts": ["region", "result"], "action": "A02", "person": "Li Wei", "email": "li.wei@firm.example"}


@pytest.fixture
def address(assessment: Assessment, offering: Offering) -> str:
    return ask_address(assessment, offering)


def ask_address(assessment: Assessment, offering: Offering) -> str:
    return reverse("catalogue:contact-ask", args=[assessment.public_id, offering.provider.key, offering.key])


def words(page: str) -> list[tuple[str, str]]:
    """What stands in the list that the provider reads."""
    (inside,) = re.findall(r'<dl class="pairs contact-words">(.*?)</dl>', page, re.DOTALL)
    return re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", inside, re.DOTALL)


def seen_in(page: str) -> str:
    return re.findall(r'name="seen" value="([0-9a-f]{64})"', page)[0]


def send_previewed(client: Client, address: str, **changes: object) -> object:
    filled = FILLED | changes
    page = client.post(address, filled | {"step": "preview"}).content.decode()
    return client.post(address, filled | {"step": "send", "seen": seen_in(page), "consent": "on"})


def test_page_shows_every_value_that_could_be_shared_and_nothing_is_ticked(respondent: Client, address: str) -> None:
    page = respondent.get(address).content.decode()
    shown = re.findall(r'<span class="contact-line">(.*?)</span>', page)
    assert shown == [
        "General machinery and parts (C34)",
        "Jiangsu",
        "Small",
        "Level: Standardised",
        "Overall score: 42.0 of 100 points",
        "Equipment and networks: 45.8 of 100 points",
        "R&amp;D and production: 37.5 of 100 points",
        "Cost and funding: 38.2 of 100 points",
        "Talent and organisation: 46.3 of 100 points",
    ]
    assert re.findall(r"<input[^>]*type=\"checkbox\"[^>]* checked", page) == []
    assert "Hengda Precision Parts (sample)" in page


def test_action_of_the_link_is_chosen(respondent: Client, address: str) -> None:
    page = respondent.get(f"{address}?action=A05").content.decode()
    assert re.findall(r'<option value="(\w*)" selected>', page) == ["A05"]


def test_preview_shows_the_very_words_and_sends_nothing(respondent: Client, address: str) -> None:
    response = respondent.post(address, FILLED | {"step": "preview", "message": "Line one\r\n<b>two</b>"})
    assert response.status_code == 200
    assert words(response.content.decode()) == [
        ("Enterprise", "Hengda Precision Parts (sample)"),
        ("Region", "Jiangsu"),
        ("Level", "Standardised"),
        ("Overall score", "42.0 of 100 points"),
        ("Action it is about", "Connect three to five bottleneck machines"),
        ("Contact person", "Li Wei"),
        ("E-mail address", "li.wei@firm.example"),
        ("Message", "Line one\n&lt;b&gt;two&lt;/b&gt;"),
    ]
    assert (ContactRequest.objects.count(), Letter.objects.count()) == (0, 0)


def test_sending_stores_exactly_what_was_shown(respondent: Client, address: str, offering: Offering) -> None:
    response = send_previewed(respondent, address)
    assert response.status_code == 200
    stored = ContactRequest.objects.get()
    assert [(line["label"], line["value"]) for line in stored.shared["lines"]] == [
        ("Region", "Jiangsu"),
        ("Level", "Standardised"),
        ("Overall score", "42.0 of 100 points"),
        ("Action it is about", "Connect three to five bottleneck machines"),
    ]
    assert (stored.offering, stored.region, stored.action_key) == (offering, "jiangsu", "A02")
    assert Letter.objects.get().to == "sales@north-works.example"


def test_nothing_is_sent_without_consent(respondent: Client, address: str) -> None:
    page = respondent.post(address, FILLED | {"step": "preview"}).content.decode()
    response = respondent.post(address, FILLED | {"step": "send", "seen": seen_in(page)})
    assert response.status_code == 422
    assert "Tick the box if the provider may read this; otherwise nothing is sent." in response.content.decode()
    assert ContactRequest.objects.count() == 0


def test_what_was_not_looked_at_is_shown_and_not_sent(respondent: Client, address: str) -> None:
    page = respondent.post(address, FILLED | {"step": "preview"}).content.decode()
    more = FILLED | {"parts": ["region", "result", "barriers"]}
    response = respondent.post(address, more | {"step": "send", "seen": seen_in(page), "consent": "on"})
    assert len(words(response.content.decode())) == 11
    assert ContactRequest.objects.count() == 0


def test_change_leads_back_to_the_filled_form(respondent: Client, address: str) -> None:
    page = respondent.post(address, FILLED | {"step": "change"}).content.decode()
    assert re.findall(r'value="(\w+)" id="part-\w+" checked', page) == ["region", "result"]
    assert 'value="li.wei@firm.example"' in page


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"person": ""}, "Enter the name of the person whom the provider should ask for."),
        ({"email": ""}, "Give an e-mail address or a telephone number, so that the provider can answer."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"phone": "call me"}, "Enter a telephone number in digits, such as 138 0013 8000."),
        ({"phone": "1234"}, "Enter a telephone number in digits, such as 138 0013 8000."),
        ({"parts": ["answers"]}, "Choose from what is offered."),
        ({"action": "A99"}, "Choose from what is offered."),
        ({"message": "a\x07b"}, "This contains a character that cannot be stored."),
        ({"message": "x" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
    ],
)
def test_bad_input_is_named_and_nothing_is_lost(
    changes: dict[str, object], problem: str, respondent: Client, address: str
) -> None:
    response = respondent.post(address, FILLED | changes | {"step": "preview"})
    page = response.content.decode()
    assert response.status_code == 422
    assert re.findall(r"<li><a href=\"#[^\"]+\">(.*?)</a></li>", page) == [problem]


def test_telephone_alone_is_enough_and_wide_digits_are_made_plain(respondent: Client, address: str) -> None:
    send_previewed(respondent, address, email="", phone="０５１２-８８８８ ６６６６")
    assert ContactRequest.objects.get().phone == "0512-8888 6666"


def test_lines_sent_by_browsers_count_as_one_character(respondent: Client, address: str) -> None:
    send_previewed(respondent, address, message="x\r\n" * 1000)
    assert ContactRequest.objects.get().message == ("x\n" * 1000).strip()


def test_second_time_shows_the_first(respondent: Client, address: str, sent: Sent) -> None:
    for page in (respondent.get(address), respondent.post(address, FILLED | {"step": "send", "consent": "on"})):
        assert page.status_code == 200
        assert "You have asked already" in page.content.decode()
        assert f"/contact/{sent.token}/" not in page.content.decode()
    assert ContactRequest.objects.count() == 1


def test_sample_request_shows_the_link_once(
    respondent: Client, assessment: Assessment, make_offering: Callable[..., Offering]
) -> None:
    address = ask_address(assessment, make_offering(is_sample=True, contact_email=""))
    page = send_previewed(respondent, address).content.decode()
    (link,) = re.findall(r'<a class="btn" href="http://127.0.0.1:8000(/contact/[^"]+)">', page)
    assert Client().get(link).status_code == 200
    assert "This provider is made up, so nobody receives a letter." in page
    assert "/contact/" not in respondent.get(address).content.decode().replace("/services/contact/", "")
    assert Letter.objects.count() == 0


@pytest.mark.parametrize("reaches", [True, False])
def test_link_is_shown_where_letters_reach_nobody(
    reaches: bool, respondent: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "MAIL_REACHES_PEOPLE", reaches)
    page = send_previewed(respondent, address).content.decode()
    assert ("This site sends no letters yet." in page) is not reaches
    assert (len(re.findall(r'readonly value="http://127.0.0.1:8000/contact/', page)) == 1) is not reaches


def test_too_many_requests_are_refused_kindly(
    respondent: Client,
    assessment: Assessment,
    address: str,
    make_offering: Callable[..., Offering],
    send: Callable[..., Sent],
) -> None:
    for number in range(MOST_OPEN):
        send(make_offering(f"firm-{number}"))
    response = send_previewed(respondent, address)
    assert response.status_code == 429
    assert "At most 10 requests can be open at a time" in response.content.decode()
    assert ContactRequest.objects.count() == MOST_OPEN


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "recommendations.catalogue.contact.actions.MOST_A_DAY_TO_ONE",
            "This provider has received many requests today",
        ),
        ("assessment.responses.throttle.MOST_LETTERS", "Many requests were sent from this connection"),
    ],
)
def test_floods_of_letters_are_refused_kindly_and_nothing_is_lost(
    respondent: Client, address: str, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    cache.clear()
    monkeypatch.setattr(name, 0)
    response = send_previewed(respondent, address)
    assert response.status_code == 429
    page = response.content.decode()
    assert (said in page, 'value="li.wei@firm.example"' in page) == (True, True)
    assert (ContactRequest.objects.count(), Letter.objects.count()) == (0, 0)


def test_only_what_is_on_offer_and_has_an_address_can_be_asked_about(
    respondent: Client, assessment: Assessment, offering: Offering, address: str
) -> None:
    assert respondent.get(address.replace("five-machines", "no-such")).status_code == 404
    Offering.objects.update(suspended=True)
    assert respondent.get(address).status_code == 404
    Offering.objects.update(suspended=False)
    for unusable in ("", "müller@werk.example"):
        Provider.objects.update(contact_email=unusable)
        assert respondent.get(address).status_code == 404
        assert respondent.post(address, FILLED | {"step": "preview"}).status_code == 404


def test_unknown_step_is_refused(respondent: Client, address: str) -> None:
    assert respondent.post(address, FILLED | {"step": "publish"}).status_code == 404


def test_before_there_is_a_result_the_page_leads_to_the_check(respondent: Client, opened: Opened, address: str) -> None:
    assessment = Assessment.objects.create(
        enterprise=opened.assessment.enterprise, release=opened.assessment.release, scope="quick", language="en"
    )
    opened.assessment.tokens.update(assessment=assessment)
    response = respondent.get(address.replace(str(opened.assessment.public_id), str(assessment.public_id)))
    assert response.headers["Location"] == f"/a/{assessment.public_id}/check/"


def states(page: str) -> list[str]:
    return re.findall(r'<span class="contact-state contact-\w+">(.*?)</span>', page)


def test_list_says_how_far_each_request_has_come(
    respondent: Client, assessment: Assessment, make_offering: Callable[..., Offering], send: Callable[..., Sent]
) -> None:
    requests = [send(make_offering(f"firm-{number}")).request for number in range(6)]
    open_request(request=requests[1])
    answer_request(request=requests[2], reply=Reply.ACCEPTED, note="We <call>.")
    answer_request(request=requests[3], reply=Reply.DECLINED, note="")
    ContactRequest.objects.filter(pk=requests[4].pk).update(expires_at=timezone.now() - timedelta(days=1))
    withdraw_request(request=requests[5])
    page = respondent.get(reverse("catalogue:contact-list", args=[assessment.public_id])).content.decode()
    assert states(page) == [
        "withdrawn",
        "expired without an answer",
        "the provider cannot help",
        "the provider will get in touch",
        "read, not answered yet",
        "sent, not read yet",
    ]
    assert "We &lt;call&gt;." in page


def test_list_asks_the_same_few_queries_however_many_there_are(
    respondent: Client,
    assessment: Assessment,
    make_offering: Callable[..., Offering],
    send: Callable[..., Sent],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    address = reverse("catalogue:contact-list", args=[assessment.public_id])
    send(make_offering("firm-1"))
    with django_assert_num_queries(2):
        assert len(states(respondent.get(address).content.decode())) == 1
    for number in (2, 3):
        send(make_offering(f"firm-{number}"))
    with django_assert_num_queries(2):
        assert len(states(respondent.get(address).content.decode())) == 3


def test_withdrawing_ends_the_link_at_once(respondent: Client, assessment: Assessment, sent: Sent) -> None:
    link = reverse("catalogue:contact-read", args=[sent.token])
    assert Client().get(link).status_code == 200
    address = reverse("catalogue:contact-withdraw", args=[assessment.public_id, sent.request.public_id])
    assert respondent.get(address).status_code == 405
    response = respondent.post(address)
    assert response.headers["Location"] == reverse("catalogue:contact-list", args=[assessment.public_id])
    assert Client().get(link).status_code == 404


def test_request_of_another_enterprise_does_not_exist(respondent: Client, assessment: Assessment, sent: Sent) -> None:
    foreign = Assessment.objects.create(
        enterprise=assessment.enterprise, release=assessment.release, scope="quick", language="en"
    )
    ContactRequest.objects.update(assessment=foreign)
    address = reverse("catalogue:contact-withdraw", args=[assessment.public_id, sent.request.public_id])
    assert respondent.post(address).status_code == 404
    assert ContactRequest.objects.get().revoked_at is None


def test_only_a_real_provider_leads_to_letters_to_the_enterprise(
    respondent: Client, assessment: Assessment, offering: Offering, make_offering: Callable[..., Offering]
) -> None:
    hint = "We also write there when the provider has answered."
    sample = ask_address(assessment, make_offering("sample-works", is_sample=True, contact_email=""))
    assert hint not in respondent.get(sample).content.decode()
    assert hint in respondent.get(ask_address(assessment, offering)).content.decode()
