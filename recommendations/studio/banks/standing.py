"""How far a working copy has gone from its release in use. Worked out once per process for each of its revisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from assessment.bank.documents import content_hash
from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.differences import differences
from assessment.bank.editing.flat import Data
from assessment.scoring.checks.texts import Coverage, text_coverage
from recommendations.studio.banks.sorts import SORTS
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.words import Speaker

MOST_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Standing:
    """A working copy that makes no document at all is not readable, and has nothing else to say.

    `change_count` counts as the page of changes does: a question that moved is one.
    """

    is_readable: bool
    content_hash: str = ""
    structure: str = ""
    change_count: int = 0
    is_changed: bool = False
    is_major: bool = False
    coverage: Mapping[str, Coverage] = field(default_factory=dict)


def standing_of(craft: Craft[Any, Any], copy: Any, changed_at: datetime | None, release_id: UUID | None) -> Standing:
    """This function will return what the working copy, last changed then, says against a release, None = there is none."""
    return _standing(craft.word, copy.pk, copy.revision, changed_at, release_id)


@lru_cache(maxsize=MOST_REMEMBERED)
def _standing(word: str, pk: int, revision: int, changed_at: datetime | None, release_id: UUID | None) -> Standing:
    """The time is part of what is remembered: a restored backup counts its revisions anew."""
    sort = SORTS[word]
    try:
        document = sort.craft.compile(sort.model._default_manager.get(pk=pk))
    except ValidationError:
        return Standing(is_readable=False)
    structure, before = sort.structure(document), None if release_id is None else sort.released(release_id)
    count = 0 if before is None else _line_count(sort.craft, sort.craft.flat(before), sort.craft.flat(document))
    return Standing(
        True,
        content_hash(document),
        structure,
        count,
        before is not None and content_hash(before) != content_hash(document),
        before is not None and sort.structure(before) != structure,
        text_coverage(document, document.locales),
    )


def _line_count(craft: Craft[Any, Any], before: Data, after: Data) -> int:
    """What the lines say does not matter here, so that neither conditions nor the other document need be read."""
    return len(Speaker(craft, Names([after, before], ""), str, str).lines(differences(before, after)))
