"""The code that goes with a report's number, and the page that confirms the report."""

from django.conf import settings
from django.urls import reverse

from assessment.mail.addresses import public_address
from recommendations.report.fingerprint import NUMBER_LETTERS

CODE_LETTERS = 16


def code_of(digest: str) -> str:
    """This function will return the code of a report: the 16 letters (64 bits) of its fingerprint after the number's 8.

    Numbers stand in letters and file names; whoever knows one only has learned nothing of the code.
    """
    return digest[NUMBER_LETTERS : NUMBER_LETTERS + CODE_LETTERS].lower()


def printed_address(number: str, digest: str) -> str:
    """This function will return the whole address that a report carries, or "" where others could not open it."""
    if not settings.PRINTS_ADDRESS:
        return ""
    return public_address(reverse("report:verify-show", args=[number, code_of(digest)]))
