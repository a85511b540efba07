"""All there is of an enterprise, as one ZIP file."""

from enum import StrEnum
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import transaction

from assessment.accounts.models import Enterprise, User
from assessment.audit.actions import record_event
from recommendations.desk.mine.export.guide import guide_text

IN_MEMORY = 4 * 1024 * 1024


class Event(StrEnum):
    EXPORTED = "enterprise.exported"


def make_bundle(enterprise: Enterprise, locale: str) -> "SpooledTemporaryFile[bytes]":
    """This function will return an open file at its beginning; what is large is kept on disk until it is closed."""
    file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the response closes it)
    with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr("README.txt", guide_text(enterprise))
    file.seek(0)
    return file


@transaction.atomic
def record_export(*, enterprise: Enterprise, by: User) -> None:
    """This function will note that the owner took everything away."""
    record_event(
        event=Event.EXPORTED,
        object_type="enterprise",
        object_id=enterprise.public_id,
        actor=by,
        enterprise_id=enterprise.pk,
    )
