"""What staff see of a table before it is taken: counts first, then the lines that say something."""

from dataclasses import dataclass

from django.utils.translation import gettext

from assessment.bank.faults import DocumentError
from recommendations.catalogue.imports.outcomes import Outcome
from recommendations.catalogue.imports.preview import NoBank, Preview, Verdict, preview_of
from recommendations.catalogue.models import ImportDraft
from recommendations.desk.import_lines import Lines, lines_of, troubles


@dataclass(frozen=True, slots=True)
class ImportPage:
    """`trouble` is why the file cannot be read at all; then there are no lines."""

    trouble: tuple[str, ...]
    faulty: Lines[Verdict] | None = None
    changed: Lines[Verdict] | None = None
    new: Lines[Verdict] | None = None
    unchanged_count: int = 0
    can_take: bool = False


def import_page(draft: ImportDraft) -> ImportPage:
    """This function will return what taking the kept file would do. It reads the file anew, as taking it will."""
    try:
        preview = preview_of(bytes(draft.content), draft.name)
    except DocumentError as error:
        return ImportPage(troubles(error.faults))
    except NoBank:
        return ImportPage((gettext("The catalogue has no category yet."),))
    if preview.faults:
        return ImportPage(troubles(preview.faults))
    counts = preview.counts
    return ImportPage(
        trouble=(),
        faulty=_lines(preview, Outcome.FAULTY),
        changed=_changes(preview),
        new=_lines(preview, Outcome.NEW),
        unchanged_count=counts[Outcome.UNCHANGED],
        can_take=counts[Outcome.NEW] + counts[Outcome.CHANGED] > 0,
    )


def _lines(preview: Preview, outcome: Outcome) -> Lines[Verdict]:
    return lines_of([verdict for verdict in preview.verdicts if verdict.outcome is outcome])


def _changes(preview: Preview) -> Lines[Verdict]:
    """A new offering may change what the catalogue says of its provider: that is shown as well, and not counted."""
    found = [verdict for verdict in preview.verdicts if verdict.differences]
    return lines_of(found, preview.counts[Outcome.CHANGED])
