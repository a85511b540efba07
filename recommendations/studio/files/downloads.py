"""Banks and playbooks as files to download: what there is, and one of them written."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from assessment.bank.faults import DocumentError, Fault
from assessment.bank.file_formats import as_json, as_yaml
from assessment.bank.models import AnyRelease, WorkingCopy
from assessment.bank.queries import release_numbered as bank_release_numbered
from assessment.bank.releases import document_of
from assessment.bank.xlsx.writing import write_workbook
from recommendations.playbook.queries import release_numbered as playbook_release_numbered
from recommendations.playbook.releases import playbook_of
from recommendations.playbook.xlsx.writing import (
    write_playbook_workbook,
    write_texts_workbook,
    write_whole_workbook,
)
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft, playbook_draft
from recommendations.studio.files.categories import category_lines
from recommendations.studio.files.forms import BANK, JSON, PLAYBOOK, TEXTS, WHOLE, XLSX, YAML

TYPES = {
    YAML: "application/yaml; charset=utf-8",
    JSON: "application/json; charset=utf-8",
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WORKBOOKS: dict[str, Callable[[Any], bytes]] = {BANK: write_workbook, PLAYBOOK: write_playbook_workbook}
_TEXTUAL: dict[str, Callable[[Any], bytes]] = {YAML: as_yaml, JSON: as_json}


@dataclass(frozen=True, slots=True)
class Written:
    """A file to download; with `faults` it cannot be written."""

    name: str
    content_type: str
    content: bytes = b""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Download:
    """One version of a bank or a playbook, in three formats; `release` "" = the working copy."""

    what: str
    title: str
    release: str


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """`latest` stands out; the older ones fold away."""

    title: str
    latest: list[Download]
    older: list[Download]


def download_groups(workshop: Workshop) -> list[DownloadGroup]:
    """This function will return every version of the bank and its playbook. A query for each of the two."""
    groups = [_group(BANK, _("Bank"), workshop.bank)]
    return [*groups, _group(PLAYBOOK, _("Playbook"), workshop.playbook)] if workshop.playbook else groups


def _group(what: str, title: str, copy: WorkingCopy) -> DownloadGroup:
    releases: list[AnyRelease] = list(copy.releases.newest_first().defer("document"))  # type: ignore[attr-defined]
    versions = [Download(what, _("Release %(number)s") % {"number": each.version}, each.version) for each in releases]
    return DownloadGroup(title, [Download(what, _("Working copy"), ""), *versions[:1]], versions[1:])


def exported(workshop: Workshop, *, what: str, format: str, release: str) -> Written:
    """This function will return a working copy or a release as a file. Raises Http404 for what there is not."""
    name = f"{_stem(workshop, what)}{f'-{release}' if release else ''}.{format}"
    try:
        content = _content(workshop, what, format, release)
    except DocumentError as error:
        return Written(name, TYPES[format], faults=error.faults)
    return Written(name, TYPES[format], content)


def _stem(workshop: Workshop, what: str) -> str:
    slug = workshop.bank.slug
    return {BANK: slug, WHOLE: f"{slug}-whole", TEXTS: f"{slug}-texts", PLAYBOOK: f"{slug}-playbook"}[what]


def _content(workshop: Workshop, what: str, format: str, release: str) -> bytes:
    if what in (WHOLE, TEXTS):
        bank = bank_draft(workshop).document
        playbook = playbook_draft(workshop).document if workshop.playbook else None
        if what == TEXTS:
            return write_texts_workbook(bank, playbook)
        return write_whole_workbook(bank, playbook, category_lines(bank.slug) if playbook else ())
    document = _released(workshop, what, release) if release else _working_copy(workshop, what)
    return (_WORKBOOKS[what] if format == XLSX else _TEXTUAL[format])(document)


def _working_copy(workshop: Workshop, what: str) -> Any:
    return (bank_draft if what == BANK else playbook_draft)(workshop).document


def _released(workshop: Workshop, what: str, number: str) -> Any:
    if what == BANK:
        found = bank_release_numbered(workshop.bank.slug, number)
        if found is not None:
            return document_of(found.pk)
    elif workshop.playbook is not None:
        release = playbook_release_numbered(workshop.playbook.slug, number)
        if release is not None:
            return playbook_of(release.pk)
    raise Http404
