"""Which clients are chosen, as addresses and forms send it."""

from uuid import UUID

from django.http import QueryDict

CLIENTS = "client"


def chosen_clients(data: QueryDict) -> list[UUID]:
    """This function will return the clients that were ticked; what is no id of anything is left out."""
    return [found for text in data.getlist(CLIENTS) if (found := _id(text)) is not None]


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
