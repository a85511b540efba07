"""A ticket: once a link and its password were shown, the file itself opens for some minutes, as often as a viewer asks."""

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404

from recommendations.report.models import ShareLink

SECONDS = 15 * 60
_signer = TimestampSigner(salt="recommendations.report.sharing")


def make_ticket(link: ShareLink) -> str:
    """This function will return a ticket for one link, good for 15 minutes."""
    return _signer.sign(str(link.public_id)).partition(":")[2]


def require_ticket(link: ShareLink, ticket: str) -> None:
    """This function will return if the ticket is one for this link and still good; else there is no such page (404)."""
    try:
        _signer.unsign(f"{link.public_id}:{ticket}", max_age=SECONDS)
    except BadSignature as error:
        raise Http404 from error
