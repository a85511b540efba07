"""Replays of one bank, for its pages."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from recommendations.studio.access import Workshop
from recommendations.studio.models import Replay

MOST_SHOWN = 10


def replays_of(workshop: Workshop) -> QuerySet[Replay]:
    """This function will return the latest replays of a bank with who began them, newest first, without documents."""
    rows = Replay.objects.filter(bank=workshop.bank).select_related("started_by", "against")
    return rows.defer("bank_document", "playbook_document", "against__document")[:MOST_SHOWN]


def replay_for(workshop: Workshop, replay_id: UUID) -> Replay:
    """This function will return one replay of this bank, or raise Http404."""
    rows = Replay.objects.filter(bank=workshop.bank, public_id=replay_id)
    replay = rows.select_related("bank", "against", "against_playbook").first()
    if replay is None:
        raise Http404
    return replay
