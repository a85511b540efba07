"""What people see of a table of clients before it is taken: counts first, then line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.accounts.models import Workspace
from assessment.bank.faults import DocumentError
from recommendations.catalogue.models import ImportDraft
from recommendations.desk.clients.imports.preview import Outcome, Verdict, preview_of

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Lines:
    count: int
    shown: Sequence[Verdict]
    more: int


@dataclass(frozen=True, slots=True)
class ImportPage:
    """`trouble` is why the file cannot be read at all; then there are no lines. `alike` counts new lines of a name already there."""

    trouble: Sequence[str]
    faulty: Lines | None = None
    changed: Lines | None = None
    new: Lines | None = None
    unchanged: Lines | None = None
    can_take: bool = False
    alike: int = 0


def import_page(workspace: Workspace, draft: ImportDraft) -> ImportPage:
    """This function will return what taking the kept file would do. It reads the file anew, as taking it will."""
    try:
        preview = preview_of(workspace, bytes(draft.content), draft.name)
    except DocumentError as error:
        return ImportPage([str(fault) for fault in error.faults[:MOST_LINES]])
    if preview.faults:
        return ImportPage([str(fault) for fault in preview.faults[:MOST_LINES]])
    return ImportPage(
        trouble=(),
        faulty=_lines(preview.of(Outcome.FAULTY)),
        changed=_lines(preview.of(Outcome.CHANGED)),
        new=_lines(sorted(preview.of(Outcome.NEW), key=lambda verdict: not verdict.warning)),
        unchanged=_lines(preview.of(Outcome.UNCHANGED)),
        can_take=preview.counts[Outcome.NEW] + preview.counts[Outcome.CHANGED] > 0,
        alike=preview.alike,
    )


def _lines(found: Sequence[Verdict]) -> Lines:
    return Lines(len(found), found[:MOST_LINES], max(0, len(found) - MOST_LINES))
