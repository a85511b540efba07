"""Asking a provider on the pages, step by step."""

import re

from django.test import Client
from django.urls import reverse

from assessment.responses.models import Assessment
from recommendations.catalogue.models import Offering

FILLED = {"parts": ["region", "result"], "action": "A02", "person": "Li Wei", "email": "li.wei@firm.example"}


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
