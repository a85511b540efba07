"""What the release of better words does to the assessments that are open."""

from django.db import transaction

from assessment.responses.models import Assessment
from assessment.responses.queries import newest_release_within


@transaction.atomic
def follow_minor_releases() -> int:
    """This function will move open assessments to the newest release of their own major version, and count them.

    Within a major version only words differ, so every answer stays what it was. Submitted ones stay as they are.
    """
    moved = 0
    for bank_id, major in (
        Assessment.objects.open().values_list("release__bank", "release__major").order_by().distinct()
    ):
        newest = newest_release_within(bank_id, major)
        behind = Assessment.objects.open().filter(release__bank=bank_id, release__major=major).exclude(release=newest)
        moved += behind.update(release=newest)
    return moved
