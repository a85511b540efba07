"""Beginning an assessment of a client: by interview, by a link, by both; a first one or the next round."""

from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from assessment.accounts.access import Seat
from assessment.accounts.models import Client
from assessment.bank.models import Release
from assessment.responses.actions import start_for_client
from assessment.responses.models import Assessment, Mode
from assessment.responses.next_round import start_client_round
from assessment.scoring.scorecard import Scope
from recommendations.desk.sending.actions import send_link
from recommendations.desk.sending.letters import WayIn


class How(models.TextChoices):
    INTERVIEW = "interview", _("Interview: I ask and write the answers down")
    LINK = "link", _("Send a link: the client answers by itself")
    BOTH = "both", _("Both: the client answers, I check and complete")
    NOTHING = "nothing", _("Nothing yet")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What to begin. With `carries` it is the round after the last submitted one, with its answers to confirm."""

    how: How
    release: Release | None = None
    scope: Scope = Scope.FULL
    message: str = ""
    reminders_wanted: bool = True
    carries: bool = False


@dataclass(frozen=True, slots=True)
class Begun:
    """`way` is what was sent, to be shown once; None where nothing was."""

    assessment: Assessment
    way: WayIn | None = None


@transaction.atomic
def begin_assessment(*, seat: Seat, client: Client, beginning: Beginning) -> Begun | None:
    """This function will begin what is wanted, None for nothing; the caller has shown that the workspace may.

    Raises NoAddress or WrittenTooOften of `sending`, and begins nothing then.
    """
    if beginning.how is How.NOTHING or beginning.release is None:
        return None
    assessment = _start(seat, client, beginning, beginning.release)
    if beginning.how is How.INTERVIEW:
        return Begun(assessment)
    way = send_link(
        seat=seat,
        client=client,
        assessment=assessment,
        message=beginning.message,
        reminders_wanted=beginning.reminders_wanted,
    )
    return Begun(assessment, way)


def _start(seat: Seat, client: Client, beginning: Beginning, release: Release) -> Assessment:
    mode = Mode.INTERVIEW if beginning.how is How.INTERVIEW else Mode.SELF
    before = last_submitted(client, release) if beginning.carries else None
    if before is not None:
        begun = start_client_round(
            seat=seat, assessment=before, scope=beginning.scope, language=client.language, mode=mode
        )
        if begun.workspace_id == seat.workspace.pk:  # else the enterprise has begun its next round by itself
            return begun
    return start_for_client(
        seat=seat,
        enterprise=client.enterprise,
        release=release,
        scope=beginning.scope,
        language=client.language,
        mode=mode,
    )


def last_submitted(client: Client, release: Release) -> Assessment | None:
    """This function will return the last submitted assessment of a client with the bank of a release. One query."""
    found = Assessment.objects.filter(
        enterprise=client.enterprise_id, release__bank=release.bank_id, submitted_at__isnull=False
    )
    return found.select_related("enterprise", "release").order_by("-submitted_at", "-pk").first()
