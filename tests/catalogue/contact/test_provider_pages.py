"""What stands behind the link of the letter, and what can never be seen there."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.mail.models import Letter
from assessment.responses.models import Assessment
from recommendations.catalogue.contact.actions import Sent, open_request, withdraw_request
from recommendations.catalogue.models import ContactRequest
from tests.catalogue.contact.asking import words


def read(sent: Sent) -> str:
    return reverse("catalogue:contact-read", args=[sent.token])


def test_looking_changes_nothing_and_shows_nothing_of_the_enterprise(client: Client, sent: Sent) -> None:
    page = client.get(read(sent)).content.decode()
    assert "Five machines online · North Works" in page
    assert [word for word in ("Four Gears", "Li Wei", "firm.example", "138 0013") if word in page] == []
    assert ContactRequest.objects.get().opened_at is None


def test_pressing_show_notes_it_and_shows_exactly_what_is_shared(client: Client, sent: Sent) -> None:
    response = client.post(reverse("catalogue:contact-open", args=[sent.token]))
    assert response.headers["Location"] == read(sent)
    assert ContactRequest.objects.get().opened_at is not None
    assert words(client.get(read(sent)).content.decode()) == [
        ("Enterprise", "Four Gears Ltd"),
        ("Sector", "Discrete manufacturing"),
        ("Contact person", "Li Wei"),
        ("E-mail address", "li.wei@firm.example"),
        ("Telephone", "138 0013 8000"),
        ("Message", "Please call in the morning.\nThank you."),
    ]


def test_what_was_not_shared_is_nowhere_on_the_page(client: Client, assessment: Assessment, sent: Sent) -> None:
    """The enterprise behind the request has another name than it shared, a result and a key: none of it leaks."""
    assessment.enterprise.name = "Hidden Name Ltd"
    assessment.enterprise.save()
    open_request(request=sent.request)
    page = client.get(read(sent)).content.decode()
    hidden = ("Hidden Name", str(assessment.public_id), "Jiangsu", "zhejiang", "42.0", "Standardised", "Small")
    assert [word for word in hidden if word in page] == []


def test_page_is_kept_out_of_search_engines_and_caches(client: Client, sent: Sent) -> None:
    response = client.get(read(sent))
    assert (response.headers["X-Robots-Tag"], response.headers["Cache-Control"]) == ("noindex, nofollow", "no-store")
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex, nofollow">' in response.content.decode()


@pytest.mark.parametrize("state", ["wrong", "expired", "withdrawn"])
def test_wrong_expired_and_withdrawn_links_look_alike(state: str, client: Client, sent: Sent) -> None:
    token = "x" * len(sent.token) if state == "wrong" else sent.token
    if state == "expired":
        ContactRequest.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    if state == "withdrawn":
        withdraw_request(request=sent.request)
    pages = [client.get(reverse("catalogue:contact-read", args=[token]))]
    pages += [
        client.post(reverse(f"catalogue:contact-{name}", args=[token]), {"reply": "accepted"})
        for name in ("open", "reply")
    ]
    assert [page.status_code for page in pages] == [404, 404, 404]
    assert len({re.sub(r'value="[^"]*"', "", page.content.decode()) for page in pages}) == 1
    assert "This request was withdrawn, or the link has expired." in pages[0].content.decode()
    assert reverse("responses:resume") not in pages[0].content.decode().split("<main", 1)[1].split("</main>")[0]
    assert ContactRequest.objects.get().reply == ""


def test_answer_is_kept_and_can_be_changed(client: Client, sent: Sent) -> None:
    open_request(request=sent.request)
    address = reverse("catalogue:contact-reply", args=[sent.token])
    response = client.post(address, {"reply": "accepted", "note": "On Monday.\r\nNorth"})
    assert response.headers["Location"] == read(sent)
    page = client.get(read(sent)).content.decode()
    assert re.findall(r'name="reply" value="(\w+)" id="\w+" checked', page) == ["accepted"]
    assert "On Monday.\nNorth</textarea>" in page
    client.post(address, {"reply": "declined", "note": ""})
    stored = ContactRequest.objects.get()
    assert (stored.reply, stored.reply_note) == ("declined", "")
    assert Letter.objects.filter(to="li.wei@firm.example").count() == 2


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({}, "Choose whether you will get in touch."),
        ({"reply": "perhaps"}, "Choose from what is offered."),
        ({"reply": "accepted", "note": "x" * 2001}, "Ensure this value has at most 2000 characters (it has 2001)."),
    ],
)
def test_bad_answer_is_named(answer: dict[str, str], problem: str, client: Client, sent: Sent) -> None:
    open_request(request=sent.request)
    response = client.post(reverse("catalogue:contact-reply", args=[sent.token]), answer)
    assert response.status_code == 422
    assert re.findall(r"<li><a href=\"#[^\"]+\">(.*?)</a></li>", response.content.decode()) == [problem]
    assert ContactRequest.objects.get().reply == ""


def test_request_is_opened_before_it_is_answered(client: Client, sent: Sent) -> None:
    response = client.post(reverse("catalogue:contact-reply", args=[sent.token]), {"reply": "accepted"})
    assert response.headers["Location"] == read(sent)
    assert ContactRequest.objects.get().reply == ""
