"""What the members of a workspace may do, as data."""

from enum import StrEnum

from assessment.accounts.models import GrantLevel, WorkspaceRole


class Right(StrEnum):
    """SEE: clients, results, reports, portfolio. WORK: clients, interviews, advice, reports, links.

    REVIEW: verified answers, questions back, signing off. MANAGE: members, branding, the workspace itself.
    """

    SEE = "see"
    WORK = "work"
    REVIEW = "review"
    MANAGE = "manage"


RIGHTS: dict[WorkspaceRole, frozenset[Right]] = {
    WorkspaceRole.OWNER: frozenset(Right),
    WorkspaceRole.CONSULTANT: frozenset({Right.SEE, Right.WORK, Right.REVIEW}),
    WorkspaceRole.REVIEWER: frozenset({Right.SEE, Right.REVIEW}),
    WorkspaceRole.VIEWER: frozenset({Right.SEE}),
}

# The access that the enterprise must have given to the workspace for it.
NEEDED_LEVELS: dict[Right, frozenset[GrantLevel]] = {
    Right.SEE: frozenset(GrantLevel),
    Right.WORK: frozenset({GrantLevel.EDIT}),
    Right.REVIEW: frozenset({GrantLevel.EDIT}),
}


def roles_with(right: Right) -> list[WorkspaceRole]:
    """This function will return the roles that have a right, in the order of their declaration."""
    return [role for role in WorkspaceRole if right in RIGHTS[role]]
