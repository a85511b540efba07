"""Who answers for an enterprise: anybody with a key until somebody owns it, then the owner, who signs in."""

from assessment.accounts.models import Enterprise
from assessment.responses.models import Assessment


def hold_owned(assessment: Assessment) -> bool:
    """This function will return whether somebody owns the enterprise, and hold that to the end of the transaction.

    Workspaces hand no key out where it is so. Whoever locks an enterprise and an assessment begins here.
    """
    enterprises = Enterprise.objects.select_for_update(of=("self",))
    return enterprises.get(assessments=assessment.pk).owner_id is not None
