"""Going back to an older release: what would change."""

from dataclasses import dataclass

from django.http import Http404

from assessment.bank.models import Release
from assessment.bank.queries import release_numbered
from assessment.bank.releases import document_of
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.releases import playbook_of
from recommendations.studio.access import Workshop
from recommendations.studio.banks.overview import Overview, overviews
from recommendations.studio.banks.release_lists import playbook_beside
from recommendations.studio.release.preview import Preview, preview_of


@dataclass(frozen=True, slots=True)
class WayBack:
    """`playbook` is the playbook release that went with `to`, None where there was none or it is in use anyway."""

    overview: Overview
    in_use: Release
    to: Release
    playbook: PlaybookRelease | None

    @property
    def changes_nothing(self) -> bool:
        return self.playbook is None and self.to.content_hash == self.in_use.content_hash


def way_back_to(workshop: Workshop, number: str) -> WayBack:
    """This function will return the way back to an older release, or raise Http404 where there is none."""
    to = release_numbered(workshop.bank.slug, number)
    (overview,) = overviews(workshop.bank.slug)
    if to is None or overview.release is None or to == overview.release:
        raise Http404
    return WayBack(overview, overview.release, to, playbook_beside(overview.playbook_releases, to))


def preview_back(way: WayBack, locale: str) -> Preview:
    """This function will return what going back with the playbook would be."""
    advised = way.playbook or way.overview.playbook_release
    playbook = None if advised is None else playbook_of(advised.pk)
    return preview_of(way.overview, (document_of(way.to.pk), playbook), locale)
