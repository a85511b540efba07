"""Who gets what at which address: at least one row for each URL name. A new address without a row fails the suite.

A row gives the status that each role meets:

- visitor: a browser that has never been here
- respondent: the browser that holds the key to the assessment in the address
- other: a browser that holds the key to another enterprise's assessment
- stranger: signed in, without any right here
- administrator: signed in, may enter the administration; that opens nobody's answers
- editor, publisher, catalogue, auditor: signed in, with this one role on the platform
- owner, colleague, watcher: of the enterprise in the address: it is theirs, they were given edit, they were given view
- lead, consultant, reviewer, viewer: members of the workspace in the address, which the enterprise lets edit
- rival: a consultant of another workspace, which the enterprise lets do nothing
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    VISITOR = "visitor"
    RESPONDENT = "respondent"
    OTHER = "other"
    STRANGER = "stranger"
    ADMINISTRATOR = "administrator"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    CATALOGUE = "catalogue"
    AUDITOR = "auditor"
    OWNER = "owner"
    COLLEAGUE = "colleague"
    WATCHER = "watcher"
    LEAD = "lead"
    CONSULTANT = "consultant"
    REVIEWER = "reviewer"
    VIEWER = "viewer"
    RIVAL = "rival"


MEMBERS = (Role.LEAD, Role.CONSULTANT, Role.REVIEWER, Role.VIEWER)


class Of(StrEnum):
    """Which assessment stands in the address: one still being answered, or one with a result and a report."""

    OPEN = "open"
    SUBMITTED = "submitted"


@dataclass(frozen=True, eq=False)
class Row:
    """`statuses` of visitor, respondent, other, stranger and administrator; then those of the other roles by group.

    `appointed`: editor to auditor; `enterprise`: owner, colleague, watcher; `members`: lead to viewer. Whoever is not
    written meets what the stranger meets. The address's keyword arguments come from tests/world.py by their names.
    """

    name: str
    statuses: tuple[int, int, int, int, int]
    method: str = "GET"
    data: dict[str, Any] = field(default_factory=dict)
    of: Of = Of.OPEN
    json: bool = False
    appointed: tuple[int, int, int, int] | None = None
    enterprise: tuple[int, int, int] | None = None
    members: tuple[int, int, int, int] | None = None

    @property
    def expected(self) -> tuple[int, ...]:
        """In the order of Role."""
        usual = self.statuses[3]
        appointed, enterprise = self.appointed or (usual,) * 4, self.enterprise or (usual,) * 3
        return (*self.statuses, *appointed, *enterprise, *(self.members or (usual,) * 4), usual)


def everyone(name: str, status: int, /, method: str = "GET", **data: Any) -> Row:
    return Row(name, (status,) * 5, method, data)


def read(name: str, status: int, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """A page of an assessment: for the browser with its key, for whoever the owner lets read, and for the workspace."""
    people = {"enterprise": (status,) * 3, "members": (status,) * 4}
    return Row(name, (404, status, 404, 404, 404), method, data, of, **people)


def plan(name: str, status: int, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """What changes a plan: consultants may, those who only read may not."""
    people = {"enterprise": (status, status, 404), "members": (status, status, 404, 404)}
    return Row(name, (404, status, 404, 404, 404), method, data, of, **people)


def answer(name: str, status: int, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """What only the enterprise itself does: nobody answers, submits or writes to providers in its name."""
    return Row(name, (404, status, 404, 404, 404), method, data, of, enterprise=(status, status, 404))


def workspace(name: str, opens: str, status: int = 200, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """A page of a workspace: `opens` names the members that get `status` ("lead consultant reviewer viewer")."""
    lead, consultant, reviewer, viewer = (status if role.value in opens.split() else 404 for role in MEMBERS)
    return Row(name, (404,) * 5, method, data, of, members=(lead, consultant, reviewer, viewer))


def owner(name: str, status: int = 200, /, method: str = "GET", of: Of = Of.OPEN, **data: Any) -> Row:
    """A page about an enterprise for its owner alone."""
    return Row(name, (404,) * 5, method, data, of, enterprise=(status, 404, 404))


def studio(name: str, opens: str, status: int = 200, /, method: str = "GET", **data: Any) -> Row:
    """A page of the studio: `opens` names the roles that get `status`, besides the administrator ("editor publisher")."""
    roles = (Role.EDITOR, Role.PUBLISHER, Role.CATALOGUE, Role.AUDITOR)
    appointed = [status if role.value in opens.split() else 404 for role in roles]
    return Row(
        name,
        (404, 404, 404, 404, status),
        method,
        data,
        appointed=(appointed[0], appointed[1], appointed[2], appointed[3]),
    )


SAVE = {"value": "l2", "base_version": 0, "device": "device-of-the-table", "seq": 1}


def entrance(name: str, status: int, method: str = "GET", **data: Any) -> Row:
    """A page for those who are not signed in; others are led on."""
    return Row(name, (status, status, status, 302, 302), method, data)


def signed_in(name: str, status: int, method: str = "GET", **data: Any) -> Row:
    """A page about the person's own account; who is not signed in is led to signing in."""
    return Row(name, (302, 302, 302, status, status), method, data)


# Nobody here has a password or a second step, and nobody is on the way through a page that a code was asked for on.
