"""All drawn reports of an order as one ZIP, with a list of what is in it."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from typing import IO

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from assessment.accounts.access import Seat
from assessment.accounts.cells import plain_cell
from recommendations.report.formats.offered import Format
from recommendations.report.formats.writing import NotWritten, written
from recommendations.report.models import Batch, BatchItem, Report
from recommendations.report.queue.orders import ordered_forms
from recommendations.report.queue.queries import batch_items, done_items, open_enterprises

IN_MEMORY = 8 * 1024 * 1024
LONGEST_NAME = 60


def archive_of(batch: Batch, seat: Seat) -> IO[bytes]:
    """This function will return the ZIP, at its beginning. Reports are stored as they are: their bytes do not change.

    Each is there in every form that was ordered. Clients whose enterprise no longer lets the workspace in are left out,
    and so is a form that could not be written; the list says so. One report is in memory at a time.
    """
    allowed, forms = open_enterprises(seat), ordered_forms(batch)
    failures: dict[int, list[NotWritten]] = {}
    target: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # closed by the response
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for item in done_items(batch):
            if item.assessment.enterprise_id in allowed and item.report is not None:
                failures[item.pk] = _add(archive, item, item.report, forms)
        archive.writestr(_("contents.csv"), _contents(batch_items(batch), allowed, forms, failures))
    target.seek(0)
    return target


def _add(archive: zipfile.ZipFile, item: BatchItem, report: Report, forms: Iterable[Format]) -> list[NotWritten]:
    failures = []
    for form in forms:
        try:
            data = written(report, form)
        except NotWritten as failure:
            failures.append(failure)
        else:
            archive.writestr(_entry(item, report, form), data)
    return failures


def _entry(item: BatchItem, report: Report, form: Format) -> zipfile.ZipInfo:
    made = localtime(report.created_at)  # a ZIP knows no time zones: programs show its times as they stand there
    return zipfile.ZipInfo(file_name(item, form), made.timetuple()[:6])


def file_name(item: BatchItem, form: Format = Format.PDF) -> str:
    """This function will return what a report is called in the ZIP: place in the order, client, number, language, form.

    Only letters, digits, blanks, hyphens and dots of the client's name are left, so that it names no other folder; a
    name of which nothing is left is left out.
    """
    kept = "".join(each for each in item.client.shown_name if each.isalnum() or each in " -.")
    name = " ".join(kept.split()).strip(" .-")[:LONGEST_NAME].rstrip(" .-")
    number = "" if item.report is None else item.report.number
    return " ".join(part for part in (f"{item.number:03d}", name, number, item.language) if part) + form.ending


def _contents(
    items: Iterable[BatchItem],
    allowed: frozenset[int],
    forms: Iterable[Format],
    failures: Mapping[int, Iterable[NotWritten]],
) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("Client"), _("Own reference"), _("Language"), _("State"), _("File"), _("Why it is missing")])
    for item in items:
        failed = {failure.form: failure for failure in failures.get(item.pk, ())}
        there = [form for form in forms if form not in failed] if item.pk in failures else []
        files = _("; ").join(file_name(item, form) for form in there)
        why = _why(item, item.assessment.enterprise_id in allowed, failed.values())
        cells = [item.client.shown_name, item.client.reference, item.language, item.get_state_display(), files, why]
        writer.writerow([plain_cell(str(cell)) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _why(item: BatchItem, is_open: bool, failures: Iterable[NotWritten]) -> str:
    if item.failure:
        return _(item.failure)
    if not is_open:
        return _("The enterprise no longer lets the workspace in.")
    said = _("%(form)s could not be written (reference %(reference)s).")
    return " ".join(said % {"form": each.form.label, "reference": each.reference} for each in failures)
