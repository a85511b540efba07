"""What the record says of a workspace's work on an assessment."""

from enum import StrEnum


class Event(StrEnum):
    ACCEPTED = "assessment.answers_accepted"
    TURNED_INTO_INTERVIEW = "assessment.turned_into_interview"
    CORRECTION_STARTED = "assessment.correction_started"
    ASKED_BACK = "assessment.asked_back"
    REPLIED = "assessment.question_replied"
    ASK_CLOSED = "assessment.question_closed"
