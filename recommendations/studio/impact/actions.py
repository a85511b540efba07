"""Replaying answers: begun once, gone on with batch by batch, so that nobody waits and nothing is lost on the way."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessment.audit.actions import record_event
from assessment.bank.documents import canonical_json
from assessment.bank.queries import current_release
from assessment.responses.submitted import given_after, latest_of_bank
from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Severity
from assessment.scoring.samples import SETS, AnswerSet, answer_sets
from recommendations.playbook.queries import current_playbook
from recommendations.rules.check import check_playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft, playbook_draft
from recommendations.studio.impact.sides import Comparison, Side
from recommendations.studio.impact.tally import Tally
from recommendations.studio.models import Basis, Replay

BATCH = 100
BATCHES_AT_ONCE = 100
KEPT_DAYS = 30


class Event(StrEnum):
    STARTED = "impact.started"


class ReplayRefused(Exception):
    """The working copies have errors: what they would do to anybody cannot be told."""


class NothingToReplay(ReplayRefused):
    """Nobody has submitted answers yet."""


def start_replay(*, workshop: Workshop, basis: Basis) -> Replay:
    """This function will keep the working copies as they stand now and return a replay that has not gone anywhere yet.

    Raises ReplayRefused while the checker finds errors, and NothingToReplay without stored assessments.
    """
    bank = bank_draft(workshop).document
    playbook = None if workshop.playbook is None else playbook_draft(workshop).document
    _refuse_errors(bank, playbook)
    slug = workshop.bank.slug
    total = SETS if basis is Basis.GENERATED else latest_of_bank(slug).count()
    if not total:
        raise NothingToReplay(_("Nobody has submitted answers to this bank yet. Choose generated answers."))
    with transaction.atomic():
        replay = Replay.objects.create(
            bank=workshop.bank,
            against=current_release(slug),
            against_playbook=current_playbook(slug),
            bank_document=canonical_json(bank),
            playbook_document="" if playbook is None else canonical_json(playbook),
            basis=basis,
            total=total,
            tally=Tally().as_json(),
            started_by=workshop.person,
        )
        details = {"basis": basis.value, "total": total}
        record_event(event=Event.STARTED, object_type="bank", object_id=slug, actor=workshop.person, details=details)
    return replay


def go_on(*, replay: Replay, batches: int = 1) -> Replay:
    """This function will replay the next batches and return the replay as it stands then.

    Nothing is locked while it calculates; where somebody else did the same batch meanwhile, theirs is kept.
    """
    for _number in range(batches):
        if replay.finished_at is not None or not _next_batch(replay):
            break
        replay.refresh_from_db()
    return replay


def _next_batch(replay: Replay) -> bool:
    """Whether the batch was this one's to count."""
    tally, done, cursor = Tally.from_json(replay.tally), replay.done, replay.cursor
    comparison = comparison_of(replay)
    most = min(BATCH, replay.total - replay.done)
    for reached, each in _answers(replay, comparison.after, most):
        cursor = reached
        tally.add(*comparison.outcomes(each.answers, each.scope))
        done += 1
    is_over = done == replay.total or done < replay.done + most
    changed = Replay.objects.filter(pk=replay.pk, done=replay.done, finished_at__isnull=True).update(
        done=done,
        total=done if is_over else replay.total,
        cursor=cursor,
        tally=tally.as_json(),
        finished_at=timezone.now() if is_over else None,
    )
    return changed == 1


def _answers(replay: Replay, after: Side, most: int) -> Iterator[tuple[str, AnswerSet]]:
    if replay.basis == Basis.GENERATED:
        conditions = [] if after.playbook is None else [rule.when for rule in after.playbook.rules]
        for each in answer_sets(after.bank, replay.done + most, conditions, replay.done):
            yield "", each
        return
    for given in given_after(latest_of_bank(replay.bank.slug), int(replay.cursor or 0), most):
        yield str(given.assessment_id), AnswerSet(dict(given.answers), given.scope)


def comparison_of(replay: Replay) -> Comparison:
    """This function will return what is compared: the release in use, if there is one, and the working copies."""
    return _comparison(replay.public_id)


@lru_cache(maxsize=4)
def _comparison(replay_id: UUID) -> Comparison:
    """Prepared once per process: neither a release nor the documents of a replay ever change."""
    replay = Replay.objects.select_related("against", "against_playbook").get(public_id=replay_id)
    return Comparison(_released(replay), _side(replay.bank_document, replay.playbook_document))


def _released(replay: Replay) -> Side | None:
    if replay.against is None:
        return None
    playbook = replay.against_playbook
    return _side(replay.against.document, "" if playbook is None else playbook.document)


def _side(bank: str, playbook: str) -> Side:
    advice = PlaybookDocument.model_validate_json(playbook) if playbook else None
    return Side(BankDocument.model_validate_json(bank), advice)


def _refuse_errors(bank: BankDocument, playbook: PlaybookDocument | None) -> None:
    findings = check_bank(bank)
    if playbook is not None:
        findings += check_playbook(playbook, bank)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise ReplayRefused(_("The check finds errors. What such questions or rules would do cannot be told."))


def forget_old_replays() -> int:
    """This function will remove replays that were begun more than a month ago, and count them."""
    old = Replay.objects.filter(started_at__lt=timezone.now() - timedelta(days=KEPT_DAYS))
    return old.delete()[0]
