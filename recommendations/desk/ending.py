"""Ending a workspace's access: with the keys and the links that came of it."""

from django.db import transaction

from assessment.accounts.models import Grant, User
from assessment.responses.closing import close_to
from recommendations.report.sharing.actions import revoke_links_of


@transaction.atomic
def end_access(*, grant: Grant, by: User) -> None:
    """This function will end an access, every key that came from the workspace's links, and every link that it made.

    Access that is given again later brings none of them back. Raises `GrantEnded`.
    """
    close_to(grant=grant, by=by)
    if grant.workspace is not None:
        revoke_links_of(workspace=grant.workspace, enterprise_id=grant.enterprise_id, by=by)
