"""From an answers file to a case, by the releases in the database: what the command line needs, without a server."""

from pathlib import Path

from django.db.utils import OperationalError, ProgrammingError
from django.utils import timezone

from assessment.bank.answers_file import bank_named_in, read_answers
from assessment.bank.loader import read_text
from assessment.bank.models import Release
from assessment.bank.queries import current_release
from assessment.bank.releases import scorer_of
from assessment.responses.freezing import content_hash
from assessment.scoring.freeze import freeze_answers, freeze_scorecard
from recommendations.playbook.queries import current_playbook
from recommendations.playbook.releases import adviser_of
from recommendations.report.gather import Case
from recommendations.report.queries import NO_ADVICE
from recommendations.rules.next_level.find import next_level


class NotSetUp(Exception):
    """The database is missing, or holds no release of what the answers are for. The message says what to run."""


def diagnose(path: Path, bank_slug: str | None) -> Case:
    """This function will return the scored and advised case of an answers file. Nothing is stored.

    Raises DocumentError where the file is at fault, and NotSetUp where the database is.
    """
    text = read_text(path)
    release = _release(bank_slug or bank_named_in(text, path.name))
    scorer = scorer_of(release.pk)
    file = read_answers(text, path.name, scorer.document)
    scorecard = scorer.score(file.answers, file.scope)
    playbook = current_playbook(release.bank.slug)
    adviser = None if playbook is None else adviser_of(playbook.pk, release.pk)
    given = (file.answers, file.scope, scorecard)
    today = timezone.localdate()
    return Case(
        enterprise=file.enterprise,
        bank_release=release,
        playbook_release=playbook,
        answers=file.answers,
        scorecard=scorecard,
        advice=NO_ADVICE if adviser is None else adviser.advise(*given),
        next_level=None if adviser is None else next_level(adviser, adviser.case(*given)),
        result_hash=content_hash(release.content_hash, freeze_scorecard(scorecard), freeze_answers(file.answers)),
        started_on=today,
        submitted_on=today,
    )


def _release(slug: str) -> Release:
    try:
        release = current_release(slug)
    except (OperationalError, ProgrammingError) as error:
        raise NotSetUp("There is no database with Fourfold’s tables yet. Run: ./run set-up") from error
    if release is None:
        raise NotSetUp(f"The database holds no release of the bank {slug}. Run: ./run set-up")
    return release
