"""Deleting the requests for contact of assessments."""

from django.db.models import QuerySet

from assessment.responses.models import Assessment
from recommendations.catalogue.contact.actions import withdraw_request
from recommendations.catalogue.models import ContactRequest


def forget_assessments(assessments: QuerySet[Assessment]) -> None:
    """This function will withdraw the requests, so that each provider who can still read one is told, and delete them."""
    requests = ContactRequest.objects.filter(assessment__in=assessments)
    for request in requests.filter(revoked_at__isnull=True).order_by("pk"):
        withdraw_request(request=request)
    requests.delete()
