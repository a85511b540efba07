"""Making a workspace, changing what it is called, and ending it."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from assessment.accounts.models import Grant, PlatformRole, User, Workspace, WorkspaceKind, WorkspaceRole
from assessment.accounts.roles import roles_of
from assessment.accounts.workspaces.events import Event, record_on_workspace

OPEN, ADMINISTRATOR = "open", "administrator"


class ShortNameTaken(Exception):
    """Another workspace has this short name."""


class ClientsLetItIn(Exception):
    """Enterprises still let the workspace in: `count` of them."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class WorkNamesIt(Exception):
    """Reports, verified results or changed advice name the workspace, and they stay."""


def may_found(user: User | AnonymousUser) -> bool:
    """This function will say whether a person may make workspaces, as FOURFOLD_WORKSPACES has it."""
    if not isinstance(user, User):
        return False
    return settings.WORKSPACES == OPEN or PlatformRole.ADMINISTRATOR in roles_of(user)


def make_workspace(*, name: str, short_name: str, kind: WorkspaceKind, language: str, by: User) -> Workspace:
    """This function will make a workspace with one owner. Raises ShortNameTaken."""
    try:
        with transaction.atomic():
            workspace = Workspace.objects.create(slug=short_name, name=name, kind=kind, language=language)
            workspace.memberships.create(person=by, role=WorkspaceRole.OWNER)
            record_on_workspace(Event.WORKSPACE_MADE, workspace, by, kind=kind.value)
    except IntegrityError as error:
        raise ShortNameTaken from error
    return workspace


@transaction.atomic
def change_workspace(*, workspace: Workspace, name: str, kind: WorkspaceKind, language: str, by: User) -> bool:
    """This function will change name, kind and language, and say whether anything was changed. The short name stays."""
    locked = Workspace.objects.select_for_update().get(pk=workspace.pk)
    wanted = {"name": name, "kind": kind.value, "language": language}
    changed = [field for field, value in wanted.items() if getattr(locked, field) != value]
    if not changed:
        return False
    Workspace.objects.filter(pk=locked.pk).update(**wanted)
    record_on_workspace(Event.WORKSPACE_CHANGED, locked, by, changed=changed)
    return True


@transaction.atomic
def delete_workspace(*, workspace: Workspace, by: User) -> None:
    """This function will remove a workspace with its members and client files; assessments stay with the enterprises.

    Raises ClientsLetItIn, or WorkNamesIt: reports and verified results keep saying who stands behind them.
    """
    locked = Workspace.objects.select_for_update().get(pk=workspace.pk)
    if count := Grant.objects.in_force().filter(workspace=locked).count():
        raise ClientsLetItIn(count)
    record_on_workspace(Event.WORKSPACE_DELETED, locked, by)
    try:
        locked.delete()
    except ProtectedError as error:
        raise WorkNamesIt from error
