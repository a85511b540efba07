"""Clients that may be one and the same enterprise, entered twice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Client, Grant, GrantLevel, Workspace
from recommendations.catalogue.search_text import folded

MOST_PAIRS = 50
MOST_ALIKE = 6  # of one name; more than that is no mistake of typing
FORMS = (
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "公司",
    "coltd",
    "companyltd",
    "limited",
    "ltd",
    "gmbh",
    "inc",
    "llc",
)


class Likeness(models.TextChoices):
    CODE = "code", _("same credit code")
    NAME = "name", _("same name")
    EMAIL = "email", _("same e-mail of the contact")


@dataclass(frozen=True, slots=True)
class Pair:
    one: Client
    other: Client
    likeness: Likeness


def workable_clients(workspace: Workspace) -> list[Client]:
    """This function will return the clients that the workspace may work on, by name. One query."""
    grants = Grant.objects.in_force().filter(workspace=workspace, level=GrantLevel.EDIT)
    clients = Client.objects.filter(workspace=workspace, enterprise__in=grants.values("enterprise"))
    return list(clients.select_related("enterprise", "consultant").order_by("enterprise__name", "pk"))


def pairs_of(clients: Sequence[Client]) -> list[Pair]:
    """This function will return who may be the same, each pair once, the surest first."""
    found: dict[tuple[int, int], Pair] = {}
    for likeness, read in LIKE.items():
        for group in _alike(clients, read):
            for one, other in combinations(group[:MOST_ALIKE], 2):
                found.setdefault((one.pk, other.pk), Pair(one, other, likeness))
    return list(found.values())[:MOST_PAIRS]


def _alike(clients: Iterable[Client], read: Callable[[Client], str]) -> list[list[Client]]:
    groups: dict[str, list[Client]] = {}
    for client in clients:
        if value := read(client):
            groups.setdefault(value, []).append(client)
    return [group for group in groups.values() if len(group) > 1]


def plain_name(name: str) -> str:
    """This function will return a name without its legal form, blanks and marks; the name itself if that leaves nothing."""
    text = "".join(character for character in folded(name) if character.isalnum())
    for form in FORMS:
        text = text.removesuffix(form)
    return text or folded(name)


LIKE: dict[Likeness, Callable[[Client], str]] = {
    Likeness.CODE: lambda client: client.enterprise.credit_code,
    Likeness.NAME: lambda client: plain_name(client.enterprise.name),
    Likeness.EMAIL: lambda client: folded(client.contact_email),
}
