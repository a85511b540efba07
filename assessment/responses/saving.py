"""Saving one answer in one statement of SQL.

The statement itself checks that the key or the person opens the assessment, that it is not closed, that it is pinned to
the release whose questions the answer was read by, and that the answer is based on the latest version. Saves through the
ORM take three to five statements and a transaction, which costs a third to a quarter of the throughput.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from assessment.accounts.models import Enterprise, Grant, Membership
from assessment.accounts.rights import Right, roles_with
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, Perspective, RespondentToken, Result, StoredState
from assessment.scoring.answers import Answer

# Submitting locks the assessment's row. On PostgreSQL a save must wait for that lock and look again, or it could slip
# in behind the snapshot that was scored; it takes the same lock anyway, for its foreign key. SQLite has one writer.
WAIT_FOR_SUBMIT = {"postgresql": "FOR KEY SHARE OF a", "sqlite": ""}

STATEMENT = """
INSERT INTO {answer}
  (assessment_id, question_key, perspective, version, state, value, device, sequence, answered_at, author_id, reason)
SELECT a.id, %s, %s, %s, %s, {json}, %s, %s, {time}, %s, %s
FROM {assessment} a{join}
WHERE {opens}
  AND a.public_id = %s AND a.release_id = %s
  AND {is_open}
  AND %s = (
    SELECT COALESCE(MAX(b.version), 0) FROM {answer} b
    WHERE b.assessment_id = a.id AND b.question_key = %s AND b.perspective = %s
  )
{wait}
ON CONFLICT DO NOTHING
"""
# When a perspective is closed: own answers by submitting, verified ones once there is a result of them.
IS_OPEN = {
    "self": "a.submitted_at IS NULL",
    "verified": "NOT EXISTS (SELECT 1 FROM {result} r WHERE r.assessment_id = a.id AND r.perspective = 'verified')",
}
IN_FORCE = "g.withdrawn_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > CURRENT_TIMESTAMP) AND g.level = 'edit'"


@dataclass(frozen=True, slots=True)
class TokenOpener:
    """The key of a browser, as its SHA-256."""

    hash: str
    JOIN = " JOIN {token} t ON t.assessment_id = a.id"
    OPENS = "t.hash = %s AND t.purpose = 'cookie' AND t.revoked_at IS NULL AND t.expires_at > CURRENT_TIMESTAMP"

    @property
    def author_id(self) -> None:
        return None

    @property
    def values(self) -> list[int | str]:
        return [self.hash]


@dataclass(frozen=True, slots=True)
class PersonOpener:
    """Somebody signed in who answers for the enterprise: its owner, or one whom its owner lets edit."""

    author_id: int
    JOIN = " JOIN {enterprise} e ON e.id = a.enterprise_id"
    OPENS = (
        "(e.owner_id = %s OR EXISTS (SELECT 1 FROM {grant} g "
        f"WHERE g.enterprise_id = e.id AND g.person_id = %s AND {IN_FORCE}))"
    )

    @property
    def values(self) -> list[int | str]:
        return [self.author_id, self.author_id]


@dataclass(frozen=True, slots=True)
class SeatOpener:
    """Somebody of a workspace that the enterprise lets edit, in a role that verifies answers."""

    author_id: int
    workspace_id: int
    JOIN = ""
    OPENS = (
        "EXISTS (SELECT 1 FROM {grant} g JOIN {membership} m ON m.workspace_id = g.workspace_id "
        f"WHERE g.enterprise_id = a.enterprise_id AND g.workspace_id = %s AND {IN_FORCE} "
        "AND m.person_id = %s AND m.role IN ({roles}))"
    )

    @property
    def values(self) -> list[int | str]:
        return [self.workspace_id, self.author_id]


Opener = TokenOpener | PersonOpener | SeatOpener


@dataclass(frozen=True, slots=True)
class Save:
    """One answer on its way into the database. `answer` is None to take an answer back.

    `opener` is what lets it in. `device` and `sequence` name this attempt: the browser sends the same pair when it tries
    again. `reason` is why a verified answer is not the enterprise's own.
    """

    public_id: UUID
    opener: Opener
    release_id: UUID
    question_key: str
    answer: Answer | None
    base_version: int
    device: str
    sequence: int
    perspective: Perspective = Perspective.SELF
    reason: str = ""

    @property
    def state(self) -> str:
        return stored_state(self.answer)

    @property
    def value(self) -> object:
        return stored_value(self.answer)


def stored_state(answer: Answer | None) -> str:
    return StoredState.WITHDRAWN.value if answer is None else answer.state.value


def stored_value(answer: Answer | None) -> Any:
    return None if answer is None else answer.value


@dataclass(frozen=True, slots=True)
class Saved:
    version: int
    saved_at: datetime


def insert_answer(save: Save) -> Saved | None:
    """This function will store the answer as the next version, or return None where a condition does not hold."""
    now = timezone.now()
    value = None if save.value is None else json.dumps(save.value, ensure_ascii=False)
    with connection.cursor() as cursor:
        cursor.execute(
            _statement(connection.vendor, save.opener.JOIN, save.opener.OPENS, save.perspective),
            [
                save.question_key,
                save.perspective.value,
                save.base_version + 1,
                save.state,
                value,
                save.device,
                save.sequence,
                connection.ops.adapt_datetimefield_value(now),
                save.opener.author_id,
                save.reason,
                *save.opener.values,
                PUBLIC_ID.get_db_prep_value(save.public_id, connection),
                RELEASE_ID.get_db_prep_value(save.release_id, connection),
                save.base_version,
                save.question_key,
                save.perspective.value,
            ],
        )
        return Saved(save.base_version + 1, now) if cursor.rowcount == 1 else None


PUBLIC_ID = Assessment._meta.get_field("public_id")
RELEASE_ID = Assessment._meta.get_field("release").target_field
TABLES = {
    "answer": AnswerRow._meta.db_table,
    "assessment": Assessment._meta.db_table,
    "token": RespondentToken._meta.db_table,
    "result": Result._meta.db_table,
    "enterprise": Enterprise._meta.db_table,
    "grant": Grant._meta.db_table,
    "membership": Membership._meta.db_table,
    "roles": ", ".join(f"'{role.value}'" for role in roles_with(Right.REVIEW)),
}


@cache
def _statement(vendor: str, join: str, opens: str, perspective: Perspective) -> str:
    is_postgresql = vendor == "postgresql"
    return STATEMENT.format(
        answer=TABLES["answer"],
        assessment=TABLES["assessment"],
        join=join.format(**TABLES),
        opens=opens.format(**TABLES),
        is_open=IS_OPEN[perspective].format(**TABLES),
        wait=WAIT_FOR_SUBMIT[vendor],
        json="CAST(%s AS jsonb)" if is_postgresql else "%s",
        time="CAST(%s AS timestamptz)" if is_postgresql else "%s",
    )
