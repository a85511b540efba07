"""The requests of an enterprise: how far each has come, and taking one back."""

import re
from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.responses.models import Assessment
from recommendations.catalogue.contact.actions import Sent, answer_request, open_request, withdraw_request
from recommendations.catalogue.models import ContactRequest, Offering, Reply


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
