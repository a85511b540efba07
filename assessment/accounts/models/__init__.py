"""People, the workspaces they work in, the enterprises they answer for, and who may see which."""

from assessment.accounts.models.clients import Client
from assessment.accounts.models.enterprises import Enterprise, Grant, GrantLevel
from assessment.accounts.models.hand_overs import HandOver
from assessment.accounts.models.invitations import Invitation
from assessment.accounts.models.people import Appointment, PlatformRole, User
from assessment.accounts.models.workspaces import Membership, Workspace, WorkspaceKind, WorkspaceRole

__all__ = [
    "Appointment",
    "Client",
    "Enterprise",
    "Grant",
    "GrantLevel",
    "HandOver",
    "Invitation",
    "Membership",
    "PlatformRole",
    "User",
    "Workspace",
    "WorkspaceKind",
    "WorkspaceRole",
]
