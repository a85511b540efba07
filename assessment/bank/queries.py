"""Reads for pages and commands."""

from django.db.models import Prefetch, QuerySet

from assessment.bank.models import Bank, Release


def current_release(slug: str) -> Release | None:
    """This function will return the newest release of a bank without its document, or None if it has none yet."""
    return Release.objects.of_bank(slug).newest_first().select_related("bank").defer("document").first()


def release_numbered(slug: str, version: str) -> Release | None:
    """This function will return the release with a number such as "1.0", or None."""
    major, _point, minor = version.partition(".")
    if not (major.isdecimal() and minor.isdecimal()):
        return None
    return Release.objects.of_bank(slug).filter(major=int(major), minor=int(minor)).first()


def bank_rows() -> QuerySet[Bank]:
    """This function will return every bank with its releases, newest first, in two queries."""
    return Bank.objects.order_by("slug").prefetch_related(
        Prefetch("releases", Release.objects.newest_first().defer("document"))
    )
