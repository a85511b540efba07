"""Reads for the list of banks and for the page of one."""

from collections.abc import Iterable

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery

from assessment.bank.models import Bank, BankChange, Release
from recommendations.playbook.models import Playbook, PlaybookChange, PlaybookRelease
from recommendations.studio.models import Proposal, ProposalState


def banks_with_releases() -> QuerySet[Bank]:
    """This function will return every bank with its releases, newest first, who made them, and `changed_at`. Two queries."""
    last = BankChange.objects.filter(copy=OuterRef("pk")).order_by("-revision").values("at")[:1]
    releases = Release.objects.newest_first().select_related("released_by").defer("document")
    return (
        Bank.objects.order_by("slug")
        .annotate(changed_at=Subquery(last))
        .prefetch_related(Prefetch("releases", releases))
    )


def playbooks_with_releases() -> QuerySet[Playbook]:
    """This function will return every playbook likewise. Two queries."""
    last = PlaybookChange.objects.filter(copy=OuterRef("pk")).order_by("-revision").values("at")[:1]
    releases = PlaybookRelease.objects.newest_first().select_related("released_by").defer("document")
    return (
        Playbook.objects.order_by("slug")
        .annotate(changed_at=Subquery(last))
        .prefetch_related(Prefetch("releases", releases))
    )


def waiting_proposals(banks: Iterable[Bank]) -> dict[int, Proposal]:
    """This function will return the proposals that wait for a second person, by the bank's primary key. One query."""
    rows = Proposal.objects.filter(bank__in=list(banks), state=ProposalState.WAITING)
    return {row.bank_id: row for row in rows.select_related("proposed_by").order_by("pk")}
