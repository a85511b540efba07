"""Reads for the result page and the report."""

from assessment.responses.models import Result
from recommendations.plan.models import AdviceRun
from recommendations.rules.advice import Advice
from recommendations.rules.freeze import thaw_advice


def advice_run_of(result: Result) -> AdviceRun | None:
    """This function will return the frozen advice run of `result` with its playbook release, or None. One query."""
    runs = AdviceRun.objects.filter(result=result).select_related("playbook_release__playbook")
    return runs.defer("playbook_release__document").first()


def advice_of(result: Result) -> Advice | None:
    """This function will return the frozen advice on `result`, or None if its bank had no playbook. One query."""
    run = advice_run_of(result)
    return None if run is None else thaw_advice(run.advice)
