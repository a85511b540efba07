"""Released playbooks, parsed once per process. Releases never change, so nothing here can be out of date."""

from functools import lru_cache
from uuid import UUID

from assessment.bank.releases import scorer_of
from recommendations.playbook.models import PlaybookRelease
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument

MOST_REMEMBERED = 32


@lru_cache(maxsize=MOST_REMEMBERED)
def playbook_of(release_id: UUID) -> PlaybookDocument:
    """This function will return the document of a release; the database is asked the first time only.

    Raises PlaybookRelease.DoesNotExist.
    """
    text = PlaybookRelease.objects.values_list("document", flat=True).get(pk=release_id)
    return PlaybookDocument.model_validate_json(text)


@lru_cache(maxsize=MOST_REMEMBERED)
def adviser_of(release_id: UUID, bank_release_id: UUID) -> Adviser:
    """This function will return the adviser of a playbook release on a bank release, built once per process."""
    return Adviser(scorer_of(bank_release_id), playbook_of(release_id))
