"""Working copies made ready to be tried: checked, and with what scores and advises built. Done once for each content."""

from dataclasses import dataclass
from functools import lru_cache

from assessment.bank.documents import canonical_json
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding
from assessment.scoring.score import Scorer
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.trial.copies import Copies
from recommendations.studio.trial.soundness import advice_hindrances, scoring_hindrances

MOST_REMEMBERED = 6


class Hindered(Exception):
    """Errors of the bank keep it from being scored."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(f"{len(findings)} errors")


@dataclass(frozen=True, slots=True)
class Prepared:
    """`adviser` is None where there is no playbook, or where errors, the `hindrances`, keep it from advising."""

    scorer: Scorer
    adviser: Adviser | None
    hindrances: tuple[Finding, ...]


def prepared(copies: Copies) -> Prepared:
    """This function will return what tries the working copies, or raise Hindered."""
    playbook = "" if copies.playbook is None else canonical_json(copies.playbook)
    found = _prepared(copies.slug, canonical_json(copies.bank), playbook)
    if isinstance(found, Prepared):
        return found
    raise Hindered(found)


@lru_cache(maxsize=MOST_REMEMBERED)
def _prepared(slug: str, bank: str, playbook: str) -> Prepared | tuple[Finding, ...]:
    """Told apart by what they say, never by their number: whoever takes a change back finds what stood there before."""
    document = BankDocument.model_validate_json(bank)
    advising = PlaybookDocument.model_validate_json(playbook) if playbook else None
    copies = Copies(slug, document, advising)
    if hindered := scoring_hindrances(copies):
        return tuple(hindered)
    scorer, faults = Scorer(document), tuple(advice_hindrances(copies))
    return Prepared(scorer, None if advising is None or faults else Adviser(scorer, advising), faults)
