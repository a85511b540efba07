"""What a page says of a report that it confirms: nothing but what the report itself says, as it was frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

from assessment.scoring.texts import language_tag
from recommendations.report.content.schema import ReportContent
from recommendations.report.formats.stored import content_of
from recommendations.report.models import Report
from recommendations.report.verification.address import code_of


class Origin(StrEnum):
    """How the answers came about."""

    SELF = "self"
    INTERVIEW = "interview"
    VERIFIED = "verified"


# As a report calls them, and what kind they are.
MODES = {
    _("Self-assessment"): Origin.SELF,
    _("Interview"): Origin.INTERVIEW,
    _("Verified self-assessment"): Origin.VERIFIED,
    _("Verified interview"): Origin.VERIFIED,
}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """`submitted_on` is the day in its number; `mode` is said in the reader's language, `level` stands in the report's.

    `language` is its tag. `level` is "" where the questions have none.
    """

    number: str
    content_hash: str
    submitted_on: date
    mode: str
    origin: Origin
    level: str
    language: str

    @property
    def code(self) -> str:
        return code_of(self.content_hash)


def facts_of(reports: Sequence[Report]) -> Confirmed:
    """This function will return what is confirmed of reports with one and the same content. One query: the content."""
    report = reports[0]
    content = content_of(report)
    words = _mode_in(content)
    return Confirmed(
        number=report.number,
        content_hash=report.content_hash,
        submitted_on=date.fromisoformat(report.number[3:11]),
        mode=gettext(words),
        origin=Origin.VERIFIED if content.verification else MODES[words],
        level=content.ladder.headline if content.ladder.rungs else "",
        language=language_tag(content.locale),
    )


def _mode_in(content: ReportContent) -> str:
    """The English of what the report calls its mode; where it was called otherwise then, what goes without saying."""
    with override(content.locale):
        said = {gettext(words): words for words in MODES}
    usual = "Self-assessment" if content.verification is None else "Verified self-assessment"
    return said.get(content.mode, usual)
