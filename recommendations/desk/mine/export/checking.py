"""Who let others check which report, and who took that back."""

from typing import Any

from assessment.accounts.models import Enterprise
from recommendations.report.models import Confirmation


def checking_facts(enterprise: Enterprise) -> list[dict[str, Any]]:
    """This function will return each leave to check a report of the enterprise, ended or not, in order of time."""
    found = Confirmation.objects.filter(report__result__assessment__enterprise=enterprise)
    heavy = ("report__pdf", "report__content")
    rows = found.select_related("report", "allowed_by", "withdrawn_by").defer(*heavy).order_by("allowed_at", "pk")
    return [
        {
            "report": each.report.number,
            "allowed_at": each.allowed_at,
            "allowed_by": str(each.allowed_by or ""),
            "withdrawn_at": each.withdrawn_at,
            "withdrawn_by": str(each.withdrawn_by or ""),
        }
        for each in rows
    ]
