"""Everything that the check page shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict

from assessment.scoring.findings import Finding, Severity
from recommendations.studio.places import page_of
from recommendations.studio.trial.copies import Copies
from recommendations.studio.trial.example_rows import Differing, ExampleRow, differing_examples, example_rows
from recommendations.studio.trial.finding_words import finding_words
from recommendations.studio.trial.parts import part_of, parts_in_order
from recommendations.studio.trial.place_words import PlaceWords
from recommendations.studio.trial.soundness import SETS_TRIED, Verdict, verdict_on
from recommendations.studio.trial.taken_over import is_taken_over

EVERYTHING, ERRORS, WARNINGS = "all", "errors", "warnings"


@dataclass(frozen=True, slots=True)
class Row:
    """One finding in words, with the page that mends it."""

    is_error: bool
    where: str
    message: str
    mend: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings on one part of the bank or playbook; the counts are of all of them, shown or filtered out."""

    title: str
    errors: int
    warnings: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """`tried` is how many generated sets of answers were looked at, 0 = none; `unverified` counts the examples whose
    figures were taken over from the calculation.
    """

    errors: int
    warnings: int
    shown: str
    groups: tuple[Group, ...]
    examples: tuple[ExampleRow, ...]
    differing: tuple[Differing, ...]
    failed: int
    unverified: int
    tried: int
    sets: int
    has_playbook: bool

    @property
    def is_clean(self) -> bool:
        return not self.errors and not self.warnings and not self.failed


def check_page(copies: Copies, query: QueryDict, locale: str) -> CheckPage:
    """This function will return what the checkers say of both working copies, filtered as `query` asks."""
    verdict = verdict_on(copies, deep=query.get("deep") == "1")
    shown = query.get("show", "")
    groups = _groups(copies, verdict, shown, locale)
    examples = example_rows(copies.slug, copies.bank, verdict.bank.comparisons, locale)
    return CheckPage(
        errors=sum(group.errors for group in groups),
        warnings=sum(group.warnings for group in groups),
        shown=shown if shown in (ERRORS, WARNINGS) else EVERYTHING,
        groups=tuple(group for group in groups if group.rows),
        examples=examples,
        differing=differing_examples(copies.slug, examples),
        failed=sum(1 for each in examples if not each.agrees),
        unverified=sum(1 for each in copies.bank.examples if is_taken_over(each.working)),
        tried=SETS_TRIED if verdict.is_tried else 0,
        sets=SETS_TRIED,
        has_playbook=copies.playbook is not None,
    )


def finding_rows(copies: Copies, findings: Iterable[Finding], locale: str, *, in_playbook: bool) -> Iterator[Row]:
    """This function will yield the findings on one of the working copies in words, in their order."""
    words = PlaceWords(copies, locale)
    for finding in findings:
        message, mend = finding_words(finding)
        yield Row(
            is_error=finding.severity is Severity.ERROR,
            where=words.of(finding.place, in_playbook=in_playbook),
            message=message,
            mend=mend,
            address=page_of(copies.slug, finding.place, in_playbook=in_playbook),
        )


def _groups(copies: Copies, verdict: Verdict, shown: str, locale: str) -> list[Group]:
    rows: dict[str, list[Row]] = {}
    for in_playbook, findings in ((False, verdict.bank.findings), (True, verdict.advice)):
        written = finding_rows(copies, findings, locale, in_playbook=in_playbook)
        for finding, row in zip(findings, written, strict=True):
            rows.setdefault(part_of(finding.place, in_playbook=in_playbook), []).append(row)
    return [_group(title, rows[part], shown) for part, title in parts_in_order() if part in rows]


def _group(title: str, rows: list[Row], shown: str) -> Group:
    errors = [row for row in rows if row.is_error]
    warnings = [row for row in rows if not row.is_error]
    kept = {ERRORS: errors, WARNINGS: warnings}.get(shown, [*errors, *warnings])
    return Group(title, len(errors), len(warnings), tuple(kept))
