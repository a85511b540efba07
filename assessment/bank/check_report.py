"""What the checker and the worked examples say about a bank, as text for the terminal."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from assessment.bank.answer_messages import refusal
from assessment.bank.faults import AbsentColumn, with_remedy
from assessment.bank.finding_places import Spotting, unplaced
from assessment.scoring.check import check_bank
from assessment.scoring.checks.doubts import check_doubts
from assessment.scoring.checks.sampled import check_samples
from assessment.scoring.checks.texts import Coverage, text_coverage
from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_number
from assessment.scoring.findings import Finding, Severity
from assessment.scoring.worked_examples import Comparison, run_examples

DECIMALS = 4
COMMON = 3  # as many findings alike may have one cause


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Worked examples are calculated only where the checker finds no error: `comparisons` is empty otherwise.

    `coverage` says for each language of the bank how many of its texts it has.
    """

    findings: list[Finding]
    comparisons: list[Comparison]
    coverage: Mapping[str, Coverage]

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    @property
    def failed(self) -> list[Comparison]:
        return [comparison for comparison in self.comparisons if not comparison.agrees]

    @property
    def passed(self) -> bool:
        return not self.errors and not self.failed


def check_document(document: BankDocument, generated: int = 0) -> CheckReport:
    """This function will return everything that speaks for or against releasing `document`.

    With `generated` it is tried out on that many generated sets of answers as well, which gives warnings only.
    """
    findings = [*check_bank(document, refusal), *check_doubts(document)]
    coverage = text_coverage(document, document.locales)
    report = CheckReport(findings, [], coverage)
    if report.errors:
        return report
    places = {finding.place for finding in findings}
    tried = check_samples(document, generated) if generated else ()
    findings = [*findings, *(finding for finding in tried if finding.place not in places)]
    return CheckReport(findings, run_examples(document), coverage)


def report_text(report: CheckReport, spot: Spotting = unplaced) -> str:
    """This function will return the findings, each expected figure beside the calculated one, and a summary."""
    return "\n".join([*finding_lines(report.findings, spot), *comparison_lines(report.comparisons), *_summary(report)])


def finding_lines(findings: Iterable[Finding], spot: Spotting = unplaced) -> Iterator[str]:
    """This function will yield one line for each finding; what a whole column lacks is said once."""
    findings = list(findings)
    alike = Counter(map(_words, findings))
    lines: Counter[str] = Counter()
    for finding in findings:
        where = _absent_column(finding, spot, is_common=alike[_words(finding)] >= COMMON)
        where = where or f"{spot(finding.place)} {finding.place}".strip()
        lines[f"{finding.severity.value}: {where}: {with_remedy(*_words(finding))}"] += 1
    for line, count in lines.items():
        yield line if count == 1 else _("%(line)s (%(count)d times)") % {"line": line, "count": count}


def _words(finding: Finding) -> tuple[str, str]:
    return finding.message, finding.mend


def _absent_column(finding: Finding, spot: Spotting, is_common: bool) -> str:
    """The column that a workbook lacks: the place is in it or, where many lines lack the same, the finding names it."""
    words = re.findall(r"\w+", " ".join(_words(finding))) if is_common else []
    for place in (finding.place, *(f"{finding.place}.{word}" for word in words)):
        if isinstance(where := spot(place), AbsentColumn):
            return where
    return ""


def comparison_lines(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """This function will yield one line for each expected figure of a worked example."""
    for comparison in comparisons:
        yield _("%(verdict)s: %(figure)s expected %(expected)s, calculated %(actual)s") % {
            "verdict": _("agrees") if comparison.agrees else _("differs"),
            "figure": f"{comparison.example}.{comparison.node}.{comparison.what}",
            "expected": _figure(comparison.expected),
            "actual": _figure(comparison.actual),
        }


def _figure(figure: Fraction | str | None) -> str:
    if figure is None:
        return "–"
    return figure if isinstance(figure, str) else shown_number(figure, DECIMALS)


def _language(covered: tuple[str, Coverage]) -> str:
    locale, coverage = covered
    return _("%(locale)s %(present)d of %(count)d") % {
        "locale": locale,
        "present": coverage.present,
        "count": coverage.total,
    }


def _summary(report: CheckReport) -> Iterator[str]:
    yield _("texts: %(languages)s") % {"languages": ", ".join(map(_language, report.coverage.items()))}
    yield _("%(errors)d errors, %(warnings)d warnings") % {
        "errors": len(report.errors),
        "warnings": len(report.findings) - len(report.errors),
    }
    if not report.errors:
        agreeing = len(report.comparisons) - len(report.failed)
        yield _("%(agreeing)d of %(count)d expected figures agree") % {
            "agreeing": agreeing,
            "count": len(report.comparisons),
        }
