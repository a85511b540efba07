"""What an enterprise can share, looking at the very words, sending them."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client

from assessment.mail.models import Letter
from assessment.responses.models import Assessment
from recommendations.catalogue.contact.actions import Sent
from recommendations.catalogue.models import ContactRequest, Offering
from tests.catalogue.contact.asking import FILLED, ask_address, send_previewed, words


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


def test_change_leads_back_to_the_filled_form(respondent: Client, address: str) -> None:
    page = respondent.post(address, FILLED | {"step": "change"}).content.decode()
    assert re.findall(r'value="(\w+)" id="part-\w+" checked', page) == ["region", "result"]
    assert 'value="li.wei@firm.example"' in page


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


def test_only_a_real_provider_leads_to_letters_to_the_enterprise(
    respondent: Client, assessment: Assessment, offering: Offering, make_offering: Callable[..., Offering]
) -> None:
    hint = "We also write there when the provider has answered."
    sample = ask_address(assessment, make_offering("sample-works", is_sample=True, contact_email=""))
    assert hint not in respondent.get(sample).content.decode()
    assert hint in respondent.get(ask_address(assessment, offering)).content.decode()
