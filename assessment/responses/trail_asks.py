"""What the trail says beside the answers: who began, and which questions were put to the enterprise. Never their words."""

from dataclasses import dataclass
from datetime import datetime

from assessment.accounts.models import Workspace
from assessment.responses.models import AskBack, Assessment


@dataclass(frozen=True, slots=True)
class Asked:
    """A question back about one answer. `replied_at` is None while the enterprise has not replied."""

    key: str
    by: str
    workspace: str
    at: datetime
    replied_at: datetime | None


def asked_back(
    assessment: Assessment, workspace_id: int | None = None, until: datetime | None = None
) -> tuple[Asked, ...]:
    """This function will return the questions back, of one workspace if it is named, as they stood at `until`."""
    found = AskBack.objects.filter(assessment=assessment).select_related("asked_by", "workspace")
    if workspace_id is not None:
        found = found.filter(workspace=workspace_id)
    if until is not None:
        found = found.filter(asked_at__lte=until)
    return tuple(_asked(each, until) for each in found.order_by("asked_at", "pk"))


def _asked(ask: AskBack, until: datetime | None) -> Asked:
    replied_at = ask.replied_at
    if until is not None and replied_at is not None and replied_at > until:
        replied_at = None
    return Asked(ask.question_key, ask.asked_by.get_full_name(), ask.workspace.name, ask.asked_at, replied_at)


def beginner_of(assessment: Assessment) -> str:
    """This function will return the name of the workspace that began an assessment; '' for the enterprise itself."""
    if assessment.workspace_id is None:
        return ""
    return Workspace.objects.filter(pk=assessment.workspace_id).values_list("name", flat=True).first() or ""
