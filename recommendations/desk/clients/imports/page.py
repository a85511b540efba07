"""What people see of a table of clients before it is taken: counts first, then line by line."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.accounts.models import Workspace
from assessment.bank.faults import DocumentError
from recommendations.catalogue.imports.outcomes import Outcome
from recommendations.catalogue.models import ImportDraft
from recommendations.desk.clients.imports.preview import Verdict, preview_of
from recommendations.desk.import_lines import Lines, lines_of, troubles


@dataclass(frozen=True, slots=True)
class ImportPage:
    """`trouble` is why the file cannot be read at all; then there are no lines. `alike` counts new lines of a name already there."""

    trouble: Sequence[str]
    faulty: Lines[Verdict] | None = None
    changed: Lines[Verdict] | None = None
    new: Lines[Verdict] | None = None
    unchanged: Lines[Verdict] | None = None
    can_take: bool = False
    alike: int = 0


def import_page(workspace: Workspace, draft: ImportDraft) -> ImportPage:
    """This function will return what taking the kept file would do. It reads the file anew, as taking it will."""
    try:
        preview = preview_of(workspace, bytes(draft.content), draft.name)
    except DocumentError as error:
        return ImportPage(troubles(error.faults))
    if preview.faults:
        return ImportPage(troubles(preview.faults))
    return ImportPage(
        trouble=(),
        faulty=lines_of(preview.of(Outcome.FAULTY)),
        changed=lines_of(preview.of(Outcome.CHANGED)),
        new=lines_of(sorted(preview.of(Outcome.NEW), key=lambda verdict: not verdict.warning)),
        unchanged=lines_of(preview.of(Outcome.UNCHANGED)),
        can_take=preview.counts[Outcome.NEW] + preview.counts[Outcome.CHANGED] > 0,
        alike=preview.alike,
    )
