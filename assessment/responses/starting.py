"""Beginning for an enterprise that somebody owns already: the next assessment of the same, never a second of its name."""

from django.db import transaction

from assessment.accounts.models import Enterprise, User
from assessment.bank.models import Release
from assessment.responses.actions import Opened, give_token, open_assessment
from assessment.responses.events import Event
from assessment.responses.models import Assessment, Purpose
from assessment.responses.next_round import start_next_round
from assessment.responses.tokens import make_token
from assessment.scoring.scorecard import Scope


@transaction.atomic
def start_for_owner(*, enterprise: Enterprise, owner: User, release: Release, scope: Scope, language: str) -> Opened:
    """This function will open what comes next with this bank: a draft that is there, the next round, or a first one."""
    locked = Enterprise.objects.select_for_update().get(pk=enterprise.pk)
    same_bank = Assessment.objects.filter(enterprise=locked, release__bank=release.bank_id)
    draft = same_bank.open().select_related("enterprise").order_by("-started_at", "-pk").first()
    if draft is not None:
        return Opened(draft, give_token(draft, Purpose.COOKIE, make_token()))
    submitted = same_bank.select_related("enterprise", "release").defer("release__document")
    last = submitted.order_by("-submitted_at", "-pk").first()
    if last is not None:
        return start_next_round(assessment=last, scope=scope, language=language, actor=owner)
    return open_assessment(Event.STARTED, locked, release.pk, scope, language, actor=owner)
