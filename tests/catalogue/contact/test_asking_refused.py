"""What is not sent: without consent, unseen, with bad input, too often, to somebody who cannot be asked."""

import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from assessment.mail.models import Letter
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment
from recommendations.catalogue.contact.actions import MOST_OPEN, Sent
from recommendations.catalogue.models import ContactRequest, Offering, Provider
from tests.catalogue.contact.asking import FILLED, seen_in, send_previewed, words


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
