"""What a workspace does with its clients: takes them on, keeps what it knows of them, puts them away."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import ClientFile, Seat
from assessment.accounts.granting import GrantEnded, keep_known_names, withdraw_access
from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace
from assessment.audit.actions import record_event
from assessment.responses.closing import close_to
from recommendations.report.sharing.actions import revoke_links_of


class Event(StrEnum):
    ADDED = "client.added"
    EDITED = "client.edited"
    PUT_AWAY = "client.put_away"
    BROUGHT_BACK = "client.brought_back"


class AlreadyClient(Exception):
    """The workspace has a client with this credit code: `client`."""

    def __init__(self, client: Client) -> None:
        self.client = client
        super().__init__(str(client))


class ReferenceTaken(Exception):
    """Another client of the workspace has this reference."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a workspace keeps on a client for itself."""

    reference: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    consultant: User | None = None
    language: str = "en"
    note: str = ""
    next_round_on: date | None = None

    @property
    def fields(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@transaction.atomic
def add_client(*, seat: Seat, name: str, credit_code: str, particulars: Particulars) -> Client:
    """This function will take on an enterprise that nobody owns yet, with access to work on it.

    Whether another workspace knows an enterprise with the same code is neither looked up nor told. Raises
    AlreadyClient or ReferenceTaken.
    """
    # Whoever adds clients locks the workspace, so that two windows do not add one twice.
    Workspace.objects.select_for_update().get(pk=seat.workspace.pk)
    known = client_with_code(seat.workspace, credit_code)
    if known is not None:
        raise AlreadyClient(known)
    refuse_taken(seat.workspace, particulars.reference)
    enterprise = Enterprise.objects.create(name=name, credit_code=credit_code)
    Grant.objects.create(enterprise=enterprise, workspace=seat.workspace, level=GrantLevel.EDIT)
    client = Client.objects.create(workspace=seat.workspace, enterprise=enterprise, **particulars.fields)
    record(Event.ADDED, seat, client)
    return client


def client_with_code(workspace: Workspace, credit_code: str) -> Client | None:
    """This function will return the workspace's own client with a credit code, None for no code. One query."""
    if not credit_code:
        return None
    found = Client.objects.filter(workspace=workspace, enterprise__credit_code=credit_code)
    return found.select_related("enterprise").order_by("pk").first()


def refuse_taken(workspace: Workspace, reference: str, but: Client | None = None) -> None:
    """This function will raise ReferenceTaken where another client of the workspace than `but` has a reference."""
    taken = Client.objects.filter(workspace=workspace, reference=reference)
    others = taken if but is None else taken.exclude(pk=but.pk)
    if reference and others.exists():
        raise ReferenceTaken


@transaction.atomic
def edit_client(*, file: ClientFile, particulars: Particulars, name: str = "", credit_code: str = "") -> None:
    """This function will keep what is known of a client. Raises AlreadyClient or ReferenceTaken.

    Name and credit code change only while nobody owns the enterprise: after that they are its owner's.
    """
    Workspace.objects.select_for_update().get(pk=file.seat.workspace.pk)
    client = Client.objects.select_for_update().get(pk=file.client.pk)
    enterprise = Enterprise.objects.select_for_update().get(pk=client.enterprise_id)
    refuse_taken(file.seat.workspace, particulars.reference, but=client)
    before = {each: getattr(client, each) for each in particulars.fields}
    if enterprise.owner_id is None and name:
        known = client_with_code(file.seat.workspace, credit_code)
        if known is not None and known.pk != client.pk:
            raise AlreadyClient(known)
        if name != enterprise.name:
            keep_known_names(enterprise)
        Enterprise.objects.filter(pk=enterprise.pk).update(name=name, credit_code=credit_code)
    Client.objects.filter(pk=client.pk).update(**particulars.fields)
    changed = [each for each, value in particulars.fields.items() if before[each] != value]
    record(Event.EDITED, file.seat, client, fields=changed)


@transaction.atomic
def put_away(*, seat: Seat, client: Client) -> None:
    """This function will take a client out of the list of those at work; nothing of it is lost."""
    if Client.objects.kept().filter(pk=client.pk).update(archived_at=timezone.now()):
        record(Event.PUT_AWAY, seat, client)


@transaction.atomic
def bring_back(*, seat: Seat, client: Client) -> None:
    """This function will put a client back among those at work."""
    if Client.objects.filter(pk=client.pk, archived_at__isnull=False).update(archived_at=None):
        record(Event.BROUGHT_BACK, seat, client)


@transaction.atomic
def give_up_access(*, file: ClientFile) -> None:
    """This function will end the workspace's access to an enterprise; only somebody of the enterprise gives it again.

    Its links to reports end too. Keys to what it began end where the enterprise has an owner; else they are its only
    way in. Raises `GrantEnded`.
    """
    enterprise = Enterprise.objects.select_for_update().get(pk=file.enterprise.pk)
    grants = Grant.objects.filter(enterprise=enterprise, workspace=file.seat.workspace, withdrawn_at__isnull=True)
    grant = grants.select_related("enterprise", "workspace").first()
    if grant is None:
        raise GrantEnded
    end = withdraw_access if enterprise.owner_id is None else close_to
    end(grant=grant, by=file.seat.person)
    revoke_links_of(workspace=file.seat.workspace, enterprise_id=enterprise.pk, by=file.seat.person)


def record(event: StrEnum, seat: Seat, client: Client, **details: object) -> None:
    """This function will record what was done with a client, in the caller's transaction."""
    record_event(
        event=event,
        object_type="client",
        object_id=client.public_id,
        actor=seat.person,
        details={"workspace": seat.workspace.slug, **details},
        enterprise_id=client.enterprise_id,
    )
