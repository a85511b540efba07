"""The addresses of one interview, and what tells one person's unsent answers from another's."""

from django.urls import reverse
from django.utils.crypto import salted_hmac

from assessment.responses.access import Casework

SALT = "assessment.responses.interview"


def address(work: Casework, name: str, *more: object) -> str:
    """This function will return the address of a page of the interview."""
    client = work.file.client
    return reverse(
        f"responses:{name}", args=[work.seat.workspace.slug, client.public_id, work.assessment.public_id, *more]
    )


def person_key(work: Casework) -> str:
    """This function will return a name for this person at work on this client's assessment.

    The browser keeps unsent answers under it and sends it along: they go out under nobody else.
    """
    client = work.file.client.public_id
    return salted_hmac(SALT, f"{work.seat.person.pk}.{client}.{work.assessment.public_id}").hexdigest()[:32]
