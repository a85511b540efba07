"""Reads for the result page and the report."""

from assessment.responses.models import Result
from recommendations.plan.models import AdviceRun
from recommendations.rules.next_level.freeze import thaw_next_level
from recommendations.rules.next_level.result import NextLevel


def advice_run_of(result: Result) -> AdviceRun | None:
    """This function will return the frozen advice run of `result` with its playbook release, or None. One query."""
    runs = AdviceRun.objects.filter(result=result).select_related("playbook_release__playbook")
    return runs.defer("playbook_release__document").first()


def next_level_in(run: AdviceRun | None) -> NextLevel | None:
    """This function will return what `run` says of the next level.

    None without a run, for a bank without levels, and on runs that were made before the next level was looked for.
    """
    return None if run is None or run.next_level is None else thaw_next_level(run.next_level)
