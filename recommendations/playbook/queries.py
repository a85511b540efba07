"""Reads for pages and commands."""

from django.db.models import Prefetch, QuerySet

from recommendations.playbook.models import Playbook, PlaybookRelease


def current_playbook(bank_slug: str) -> PlaybookRelease | None:
    """This function will return the latest playbook release for a bank without its document, or None."""
    releases = PlaybookRelease.objects.for_bank(bank_slug).newest_first()
    return releases.select_related("playbook").defer("document").first()


def release_numbered(slug: str, version: str) -> PlaybookRelease | None:
    """This function will return the release of a playbook with a number such as "1.0", or None."""
    major, _point, minor = version.partition(".")
    if not (major.isdecimal() and minor.isdecimal()):
        return None
    return PlaybookRelease.objects.filter(playbook__slug=slug, major=int(major), minor=int(minor)).first()


def playbook_rows() -> QuerySet[Playbook]:
    """This function will return every playbook with its releases, newest first, in two queries."""
    newest = PlaybookRelease.objects.newest_first().defer("document")
    return Playbook.objects.order_by("slug").prefetch_related(Prefetch("releases", newest))
