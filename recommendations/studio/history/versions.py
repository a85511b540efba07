"""What can be laid side by side: the working copy and every release, of the bank and of its playbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.models import Release
from assessment.bank.releases import document_of
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.releases import playbook_of
from recommendations.studio.access import Workshop

WORKING = "working"


@dataclass(frozen=True, slots=True)
class Version:
    """`number` is "working" or that of a release such as "1.0"; `row` the working copy or the release."""

    number: str
    row: Any
    craft: Craft[Any, Any]

    @property
    def is_working(self) -> bool:
        return self.number == WORKING

    @property
    def label(self) -> str:
        return _("Working copy") if self.is_working else _("Release %(number)s") % {"number": self.number}

    def document(self) -> Any:
        """This function will return the document; releases are parsed once per process."""
        if self.is_working:
            return self.craft.compile(self.row)
        return document_of(self.row.pk) if self.craft.word == BANK.word else playbook_of(self.row.pk)


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of one copy, the working copy first, then releases from the newest. One query."""

    craft: Craft[Any, Any]
    listed: Sequence[Version]

    @property
    def released(self) -> Version | None:
        """The latest release: the one in use."""
        return self.listed[1] if len(self.listed) > 1 else None

    def numbered(self, number: str) -> Version | None:
        """This function will return the version with a number, or None."""
        return next((version for version in self.listed if version.number == number), None)


def versions_of(workshop: Workshop) -> dict[str, Versions]:
    """This function will return the versions of the bank and, where there is one, of the playbook. Two queries."""
    found = {BANK.word: _versions(BANK, workshop.bank, Release.objects.filter(bank=workshop.bank))}
    if workshop.playbook is not None:
        releases = PlaybookRelease.objects.filter(playbook=workshop.playbook)
        found[PLAYBOOK.word] = _versions(PLAYBOOK, workshop.playbook, releases)
    return found


def _versions(craft: Craft[Any, Any], copy: Any, releases: Any) -> Versions:
    rows = releases.newest_first().defer("document")
    return Versions(craft, [Version(WORKING, copy, craft), *(Version(row.version, row, craft) for row in rows)])
