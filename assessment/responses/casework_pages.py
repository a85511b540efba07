"""What every page about one assessment of a client tells the frame around it, `workspace/client.html`."""

from enum import StrEnum
from typing import Any

from assessment.responses.access import Casework


class Step(StrEnum):
    """Which part of the work a page belongs to."""

    INTERVIEW = "interview"
    REVIEW = "review"
    ADVICE = "advice"
    REPORT = "report"


def frame_of(work: Casework, step: Step) -> dict[str, Any]:
    """This function will return the part of the context that the frame reads."""
    return {"seat": work.seat, "file": work.file, "assessment": work.assessment, "tab": "clients", "step": step}
