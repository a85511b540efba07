"""The doors to requests: the enterprise's through its assessment, the provider's through the link in the letter."""

from datetime import date
from uuid import UUID

from django.http import Http404

from assessment.mail.addresses import can_be_written_to
from assessment.responses.models import Assessment
from assessment.responses.tokens import hash_token
from recommendations.catalogue.models import ContactRequest, Offering


def askable_offering(provider_key: str, offering_key: str, on: date) -> Offering:
    """This function will return what is on offer on that day and can be asked about; anything else is a 404.

    A provider without an address cannot be asked; a sample one can, though nobody reads it.
    """
    offerings = Offering.objects.on_offer(on).with_words().select_related("category")
    found = offerings.filter(provider__key=provider_key, key=offering_key).first()
    if found is None or not can_be_asked(found):
        raise Http404
    return found


def can_be_asked(offering: Offering) -> bool:
    """This function will say whether requests about an offering go anywhere; its provider must be loaded."""
    return offering.provider.is_sample or can_be_written_to(offering.provider.contact_email)


def own_request(assessment: Assessment, public_id: UUID) -> ContactRequest:
    """This function will return a request of this very assessment; any other does not exist (404)."""
    found = ContactRequest.objects.filter(assessment=assessment, public_id=public_id).first()
    if found is None:
        raise Http404
    return found


def request_of_provider(token: str) -> ContactRequest:
    """This function will return the request that the link opens; wrong, expired and withdrawn look alike (404).

    Of the enterprise nothing is loaded but what the request itself holds.
    """
    requests = ContactRequest.objects.readable().select_related("offering__provider")
    found = requests.filter(token_hash=hash_token(token)).first()
    if found is None:
        raise Http404
    return found
