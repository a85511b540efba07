"""What the record says about workspaces and invitations."""

from enum import StrEnum

from assessment.accounts.models import User, Workspace
from assessment.audit.actions import record_event


class Event(StrEnum):
    WORKSPACE_MADE = "workspace.made"
    WORKSPACE_CHANGED = "workspace.changed"
    WORKSPACE_DELETED = "workspace.deleted"
    MEMBER_JOINED = "workspace.member_joined"
    MEMBER_ROLE_SET = "workspace.member_role_set"
    MEMBER_REMOVED = "workspace.member_removed"
    MEMBER_LEFT = "workspace.member_left"
    HANDED_OVER = "workspace.handed_over"
    INVITED = "invitation.sent"
    INVITED_AGAIN = "invitation.sent_again"
    INVITATION_ACCEPTED = "invitation.accepted"
    INVITATION_REVOKED = "invitation.revoked"


def record_on_workspace(event: Event, workspace: Workspace, by: User, **details: object) -> None:
    """This function will add an event about a workspace to the record."""
    record_event(event=event, object_type="workspace", object_id=workspace.slug, actor=by, details=details)
