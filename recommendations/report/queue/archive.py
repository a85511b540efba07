"""All drawn reports of an order as one ZIP, with a list of what is in it."""

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterable
from typing import IO

from django.utils.translation import gettext as _

from assessment.accounts.access import Seat
from assessment.accounts.cells import plain_cell
from recommendations.report.models import Batch, BatchItem
from recommendations.report.queue.queries import batch_items, done_items, open_enterprises

IN_MEMORY = 8 * 1024 * 1024
LONGEST_NAME = 60


def archive_of(batch: Batch, seat: Seat) -> IO[bytes]:
    """This function will return the ZIP, at its beginning. Reports are stored as they are: their bytes do not change.

    Clients whose enterprise no longer lets the workspace in are left out, and the list says so. One report is in memory
    at a time.
    """
    allowed = open_enterprises(seat)
    target: IO[bytes] = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  # closed by the response
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for item in done_items(batch):
            if item.assessment.enterprise_id in allowed and item.report is not None:
                archive.writestr(_entry(item), bytes(item.report.pdf))
        archive.writestr(_("contents.csv"), _contents(batch_items(batch), allowed))
    target.seek(0)
    return target


def _entry(item: BatchItem) -> zipfile.ZipInfo:
    assert item.report is not None
    made = item.report.created_at
    return zipfile.ZipInfo(file_name(item), (made.year, made.month, made.day, made.hour, made.minute, made.second))


def file_name(item: BatchItem) -> str:
    """This function will return what a report is called in the ZIP: place in the order, client, number, language.

    Only letters, digits, blanks, hyphens and dots of the client's name are left, so that it names no other folder.
    """
    name = "".join(each for each in item.client.shown_name if each.isalnum() or each in " -.")
    number = "" if item.report is None else item.report.number
    return f"{item.number:03d} {name.strip(' .')[:LONGEST_NAME]} {number} {item.language}.pdf"


def _contents(items: Iterable[BatchItem], allowed: frozenset[int]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("Client"), _("Own reference"), _("Language"), _("State"), _("File"), _("Why it is missing")])
    for item in items:
        is_open = item.assessment.enterprise_id in allowed
        why = (
            _(item.failure) if item.failure else "" if is_open else _("The enterprise no longer lets the workspace in.")
        )
        file = file_name(item) if item.report is not None and is_open else ""
        cells = [item.client.shown_name, item.client.reference, item.language, item.get_state_display(), file, why]
        writer.writerow([plain_cell(str(cell)) for cell in cells])
    return text.getvalue().encode("utf-8-sig")
