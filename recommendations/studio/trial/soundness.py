"""What the checkers find in both working copies, and whether it keeps them from being tried out."""

from dataclasses import dataclass

from assessment.bank.answer_messages import refusal
from assessment.bank.check_report import CheckReport, check_document
from assessment.scoring.check import check_bank
from assessment.scoring.checks.texts import check_texts
from assessment.scoring.findings import Finding, Severity
from recommendations.rules.check import check_playbook
from recommendations.rules.check_firing import check_firing
from recommendations.studio.trial.copies import Copies

SETS_TRIED = 2_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """`is_tried` says whether generated answers were looked at as well."""

    bank: CheckReport
    advice: list[Finding]
    is_tried: bool

    @property
    def has_errors(self) -> bool:
        return bool(self.bank.errors) or any(each.severity is Severity.ERROR for each in self.advice)


def verdict_on(copies: Copies, *, deep: bool) -> Verdict:
    """This function will return everything that speaks against releasing the working copies.

    With `deep` and without errors both are tried out on generated answers too, which takes about a second.
    """
    report = check_document(copies.bank)
    advice = [] if copies.playbook is None else check_playbook(copies.playbook, copies.bank)
    verdict = Verdict(report, advice, False)
    if not deep or verdict.has_errors:
        return verdict
    report = check_document(copies.bank, generated=SETS_TRIED)
    firing = [] if copies.playbook is None else list(check_firing(copies.playbook, copies.bank, SETS_TRIED))
    return Verdict(report, [*advice, *firing], True)


def scoring_hindrances(copies: Copies) -> list[Finding]:
    """This function will return the errors that keep the bank from being scored: all but texts and worked examples."""
    found = check_bank(copies.bank, refusal)
    harmless = set(check_texts(copies.bank, copies.bank.locales))
    return [
        each
        for each in found
        if each.severity is Severity.ERROR and each not in harmless and each.place.partition(".")[0] != "examples"
    ]


def advice_hindrances(copies: Copies) -> list[Finding]:
    """This function will return the errors that keep the playbook from advising; texts that are missing do not."""
    if copies.playbook is None:
        return []
    harmless = set(check_texts(copies.playbook, copies.playbook.locales))
    found = check_playbook(copies.playbook, copies.bank)
    return [each for each in found if each.severity is Severity.ERROR and each not in harmless]
