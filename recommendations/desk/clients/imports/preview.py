"""What a table would do to the clients of a workspace, line by line, before it does anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from assessment.accounts.models import Client, Enterprise, Grant, GrantLevel, User, Workspace
from assessment.accounts.rights import Right, roles_with
from assessment.bank.faults import Fault
from recommendations.catalogue.imports.outcomes import Outcome, counted
from recommendations.desk.clients.imports.namesakes import Namesakes
from recommendations.desk.clients.imports.reading import ClientEntry, read_entries
from recommendations.desk.clients.imports.sheet import column_called

OF_ENTERPRISE = ("name", "credit_code")


@dataclass(frozen=True, slots=True)
class Difference:
    """`column` is what readers call the field; the values are as people write them."""

    field: str
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`client` is whom the line is about, None for a new one; `warning` says whose name a new one has, "" if nobody's."""

    entry: ClientEntry
    outcome: Outcome
    client: Client | None = None
    differences: Sequence[Difference] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """`faults` are those of the headers or of the whole file; while there are any, nothing can be taken."""

    faults: Sequence[Fault]
    verdicts: Sequence[Verdict]

    @property
    def counts(self) -> Mapping[Outcome, int]:
        return counted(verdict.outcome for verdict in self.verdicts)

    @property
    def alike(self) -> int:
        """How many new lines have a name that is there already."""
        return sum(bool(verdict.warning) for verdict in self.verdicts)

    def of(self, outcome: Outcome) -> list[Verdict]:
        """This function will return the lines with one outcome."""
        return [verdict for verdict in self.verdicts if verdict.outcome is outcome]


def preview_of(workspace: Workspace, content: bytes, name: str) -> Preview:
    """This function will return what taking the file would do, and change nothing. Three queries.

    Raises DocumentError for a file that is no table.
    """
    members = User.objects.filter(memberships__workspace=workspace, memberships__role__in=roles_with(Right.WORK))
    people = {person.email.casefold(): person for person in members.order_by("pk")}
    entries, known = read_entries(content, name, people), _Known(workspace)
    return Preview(entries.faults, [known.verdict(entry) for entry in entries.entries])


class _Known:
    """The clients of a workspace, by credit code and by reference."""

    def __init__(self, workspace: Workspace) -> None:
        clients = list(
            Client.objects.filter(workspace=workspace).select_related("enterprise", "consultant").order_by("pk")
        )
        grants = Grant.objects.in_force().filter(workspace=workspace, level=GrantLevel.EDIT)
        self._let_in = set(grants.order_by("pk").values_list("enterprise_id", flat=True))
        self._by_code = {each.enterprise.credit_code: each for each in clients if each.enterprise.credit_code}
        self._namesakes = Namesakes(clients)
        self._by_reference = {each.reference: each for each in clients if each.reference}

    def verdict(self, entry: ClientEntry) -> Verdict:
        client = self._client(entry)
        if client is None and not entry.said.get("name") and not entry.faults:
            entry.fault("name", _("is missing; a new client needs a name"))
        differences = [] if client is None or entry.faults else self._differences(entry, client)
        if entry.faults:
            return Verdict(entry, Outcome.FAULTY, client)
        if client is None:
            return Verdict(entry, Outcome.NEW, warning=self._namesakes.warning(entry))
        return Verdict(entry, Outcome.CHANGED if differences else Outcome.UNCHANGED, client, differences)

    def _client(self, entry: ClientEntry) -> Client | None:
        """By credit code, else by reference; where both name somebody, it must be the same one."""
        by_code = self._by_code.get(entry.said.get("credit_code", ""))
        by_reference = self._by_reference.get(entry.said.get("reference", ""))
        if by_code and by_reference and by_code.pk != by_reference.pk:
            entry.fault("reference", _("is that of another client, %(name)s") % {"name": by_reference.shown_name})
        client = by_code or by_reference
        if client is not None and client.enterprise_id not in self._let_in:
            entry.fault("name", _("this enterprise does not let you work for it"))
        return client

    def _differences(self, entry: ClientEntry, client: Client) -> list[Difference]:
        found = []
        for key, value in entry.said.items():
            before = known_value(client, key)
            if before == value:
                continue
            if key in OF_ENTERPRISE and client.enterprise.owner_id is not None:
                entry.fault(key, _("is its owner’s to change; clear the cell"))
            elif key == "credit_code" and before:
                entry.fault(key, _("is not the code of the client with this reference"))
            else:
                found.append(Difference(key, column_called(key), _shown(before), _shown(value)))
        return found


def known_value(client: Client, key: str) -> Any:
    """This function will return what is kept of a client in one field of the table."""
    place: Client | Enterprise = client.enterprise if key in OF_ENTERPRISE else client
    return getattr(place, key)


def _shown(value: Any) -> str:
    return value.email if isinstance(value, User) else str(value or "")
