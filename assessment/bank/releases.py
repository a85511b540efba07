"""Released documents, parsed once per process. Releases never change, so nothing here can be out of date."""

from functools import lru_cache
from uuid import UUID

from assessment.bank.models import Release
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer

MOST_REMEMBERED = 32


@lru_cache(maxsize=MOST_REMEMBERED)
def document_of(release_id: UUID) -> BankDocument:
    """This function will return the document of a release; the database is asked the first time only.

    Raises Release.DoesNotExist.
    """
    text = Release.objects.values_list("document", flat=True).get(pk=release_id)
    return BankDocument.model_validate_json(text)


@lru_cache(maxsize=MOST_REMEMBERED)
def scorer_of(release_id: UUID) -> Scorer:
    """This function will return the scorer of a release, built once per process."""
    return Scorer(document_of(release_id))
