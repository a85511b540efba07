"""What is what in the ZIP file, in the reader's language."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from assessment.accounts.models import Enterprise


@dataclass(frozen=True, slots=True)
class Missing:
    """A file that could not be written; `reference` stands in the log."""

    place: str
    reference: str


def guide_text(enterprise: Enterprise, parts: Container[str], missing: Iterable[Missing] = ()) -> str:
    """This function will return the text of README.txt, in the active language, with the line ends of Windows.

    `parts` are the files and folders that are there: it tells of no others but those that are `missing`.
    """
    day = date_format(timezone.localtime(), "SHORT_DATETIME_FORMAT")
    lines = [
        gettext("Everything that Fourfold keeps about “%(enterprise)s”, as of %(day)s.")
        % {"enterprise": enterprise.name, "day": day},
        "",
        gettext(
            "enterprise.json: the enterprise, its plan, who has access, links, requests to providers, and what was done with the data."
        ),
        *_told(parts),
        *(
            gettext("Could not be written: %(place)s (reference %(reference)s). Please try again later.")
            % {"place": each.place, "reference": each.reference}
            for each in missing
        ),
        "",
        gettext(
            "Not in it, because it belongs to others: private notes that a workspace wrote for itself and its own file on you as a client. Whoever deletes the enterprise deletes these as well."
        ),
        gettext(
            "Not in it, because it opens something: keys and passwords. Only fingerprints of them are stored, and those are left out, too."
        ),
        gettext("Who answered is told by role: respondent (without an account), owner, colleague, consultant."),
        gettext("Times are in UTC. Texts are in UTF-8."),
        "",
    ]
    return "\r\n".join(lines)


def _told(parts: Container[str]) -> list[str]:
    told = {
        "assessments": gettext(
            "assessments/: one JSON file for each assessment, with every version of every answer, results, advice and questions that were asked back."
        ),
        "tables.xlsx": gettext("tables.xlsx: answers, scores, actions and plan as a workbook."),
        "reports": gettext(
            "reports/: every report as the PDF that was made, and as Word, Excel and JSON with the same content."
        ),
        "evidence": gettext("evidence/: the files that show why an answer is true."),
    }
    return [words for part, words in told.items() if part in parts]
