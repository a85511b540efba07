"""The clients of a workspace whose enterprises let it in, and the banks that they were asked with."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from assessment.accounts.models import Client, Grant, Workspace
from assessment.bank.models import Bank
from assessment.responses.models import Assessment, Result, ResultQuerySet
from assessment.scoring.texts import localise
from recommendations.desk.banks import BankChoice


@dataclass(frozen=True, slots=True)
class Opened:
    """`shut_count` clients are kept, but their enterprises let the workspace in no more: nothing of them is counted."""

    clients: list[Client]
    shut_count: int


def opened_clients(workspace: Workspace) -> Opened:
    """This function will return the clients that are open to a workspace now, by name. Two queries."""
    rows = Client.objects.kept().filter(workspace=workspace).select_related("enterprise", "consultant")
    found = list(rows.order_by("enterprise__name", "pk"))
    let_in = set(_let_in(workspace))
    opened = [client for client in found if client.enterprise_id in let_in]
    return Opened(opened, len(found) - len(opened))


def enterprises_of(workspace: Workspace) -> QuerySet[Client, int]:
    """This function will return the keys of the enterprises behind `opened_clients`, for other queries to look in."""
    kept = Client.objects.kept().filter(workspace=workspace, enterprise__in=_let_in(workspace))
    return kept.order_by().values_list("enterprise", flat=True)


def _let_in(workspace: Workspace) -> QuerySet[Grant, int]:
    return Grant.objects.in_force().filter(workspace=workspace).order_by().values_list("enterprise", flat=True)


def asked_banks(workspace: Workspace, locale: str) -> tuple[BankChoice, ...]:
    """This function will return the banks with which these clients were asked, the most used one first. One query."""
    theirs = Q(releases__assessments__enterprise__in=enterprises_of(workspace))
    rows = Bank.objects.filter(theirs).annotate(count=Count("releases__assessments")).order_by("-count", "slug")
    return tuple(BankChoice(slug, localise(title, locale) or slug) for slug, title in rows.values_list("slug", "title"))


def results_with(workspace: Workspace, slug: str) -> ResultQuerySet:
    """This function will return every result of these clients with one bank, in no order."""
    mine = Result.objects.filter(assessment__enterprise__in=enterprises_of(workspace))
    return mine.filter(release__bank__slug=slug).order_by()


def open_assessments(workspace: Workspace, slug: str) -> dict[int, int]:
    """This function will count by enterprise what is being answered with one bank. One query."""
    being = Assessment.objects.open().filter(enterprise__in=enterprises_of(workspace), release__bank__slug=slug)
    return dict(being.order_by().values("enterprise").annotate(count=Count("pk")).values_list("enterprise", "count"))
