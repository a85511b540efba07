"""What the release of better words does to the assessments that are open."""

from django.db import transaction

from assessment.bank.models import Bank
from assessment.responses.models import Assessment
from assessment.responses.queries import newest_release_within


@transaction.atomic
def follow_minor_releases(bank: Bank | None = None) -> int:
    """This function will move open assessments to the newest release of their own major version, and count them.

    Those of one bank, or of all. Within a major version only words differ, so every answer stays what it was. Submitted
    ones stay as they are.
    """
    opened = Assessment.objects.open() if bank is None else Assessment.objects.open().filter(release__bank=bank)
    moved = 0
    for bank_id, major in opened.values_list("release__bank", "release__major").order_by().distinct():
        newest = newest_release_within(bank_id, major)
        behind = Assessment.objects.open().filter(release__bank=bank_id, release__major=major).exclude(release=newest)
        moved += behind.update(release=newest)
    return moved
