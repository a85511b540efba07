"""Erasing what the database otherwise refuses to delete: for the one who owns it, and for nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from assessment.audit.models import ErasurePermit


@contextmanager
def erasing(reason: str) -> Iterator[None]:
    """This function will let its block delete rows kept by `ForbidChange(…, unless_erasing=True)`, in one transaction.

    The permit is a row of this transaction alone, taken back before it ends: no other process ever sees one. `reason`
    is a word for it, never a name.
    """
    with transaction.atomic():
        permit = ErasurePermit.objects.create(reason=reason)
        yield
        permit.delete()
