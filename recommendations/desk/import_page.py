"""What staff see of a table before it is taken: counts first, then the lines that say something."""

from dataclasses import dataclass

from django.utils.translation import gettext

from assessment.bank.faults import DocumentError
from recommendations.catalogue.imports.preview import NoBank, Outcome, Preview, Verdict, preview_of
from recommendations.catalogue.models import ImportDraft

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Lines:
    """The first lines with one outcome, and how many more there are."""

    outcome: Outcome
    count: int
    shown: tuple[Verdict, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ImportPage:
    """`trouble` is why the file cannot be read at all; then there are no lines."""

    trouble: tuple[str, ...]
    faulty: Lines | None = None
    changed: Lines | None = None
    new: Lines | None = None
    unchanged_count: int = 0
    can_take: bool = False


def import_page(draft: ImportDraft) -> ImportPage:
    """This function will return what taking the kept file would do. It reads the file anew, as taking it will."""
    try:
        preview = preview_of(bytes(draft.content), draft.name)
    except DocumentError as error:
        return ImportPage(tuple(str(fault) for fault in error.faults[:MOST_LINES]))
    except NoBank:
        return ImportPage((gettext("The catalogue has no category yet."),))
    if preview.faults:
        return ImportPage(tuple(str(fault) for fault in preview.faults[:MOST_LINES]))
    counts = preview.counts
    return ImportPage(
        trouble=(),
        faulty=_lines(preview, Outcome.FAULTY),
        changed=_changes(preview),
        new=_lines(preview, Outcome.NEW),
        unchanged_count=counts[Outcome.UNCHANGED],
        can_take=counts[Outcome.NEW] + counts[Outcome.CHANGED] > 0,
    )


def _lines(preview: Preview, outcome: Outcome) -> Lines:
    found = [verdict for verdict in preview.verdicts if verdict.outcome is outcome]
    return Lines(outcome, len(found), tuple(found[:MOST_LINES]), max(0, len(found) - MOST_LINES))


def _changes(preview: Preview) -> Lines:
    """A new offering may change what the catalogue says of its provider: that is shown as well, and not counted."""
    found = [verdict for verdict in preview.verdicts if verdict.differences]
    more = max(0, len(found) - MOST_LINES)
    return Lines(Outcome.CHANGED, preview.counts[Outcome.CHANGED], tuple(found[:MOST_LINES]), more)
