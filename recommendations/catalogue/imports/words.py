"""The words that may stand in a table: keys, and the titles that people know them by, in any language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assessment.bank.xlsx.columns import Path
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.texts import Text
from recommendations.catalogue.check import unknown_keys
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.imports.sheet import PROVIDER
from recommendations.catalogue.models import Category, OfferingKind, Term, Vocabulary

PLACES: Mapping[str, Path] = {
    Vocabulary.KIND.value: ("kind",),
    Vocabulary.PRICE_MODEL.value: ("price", "model"),
    Vocabulary.DEPLOYMENT.value: ("deployment",),
    Vocabulary.PROVIDER_KIND.value: (PROVIDER, "kind"),
}
PROFILE: Mapping[str, tuple[Path, ...]] = {
    SIZE: (("sizes",),),
    SECTOR: (("sectors",),),
    REGION: (("regions",), (PROVIDER, "regions")),
}


@dataclass(frozen=True)
class Words:
    """By place in a line, the keys that may stand there with their titles."""

    allowed: Mapping[Path, Mapping[str, Text]]

    def put_right(self, data: dict[str, Any]) -> Iterator[tuple[Path, str]]:
        """This function will write keys where a line has titles, and yield place and message for what is neither."""
        for path, titles in self.allowed.items():
            within = data
            for part in path[:-1]:
                within = within.get(part) or {}
            written = within.get(path[-1])
            if isinstance(written, str):
                within[path[-1]] = _meant(written, titles)
            elif isinstance(written, list):
                within[path[-1]] = [_meant(word, titles) if isinstance(word, str) else word for word in written]
            else:
                continue
            yield from ((path, fault.message) for fault in unknown_keys((), _words_in(within[path[-1]]), titles))


def _words_in(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [word for word in value if isinstance(word, str)]


def _meant(word: str, titles: Mapping[str, Text]) -> str:
    """A key stays what it is."""
    if word in titles:
        return word
    plain = word.strip().casefold()
    found = [key for key, title in titles.items() if plain in {said.casefold() for said in title.values()}]
    return found[0] if len(found) == 1 else word


def known_words(bank: BankDocument) -> Words:
    """This function will return the words of the catalogue, and those of the profile that `bank` asks. Two queries."""
    allowed: dict[Path, dict[str, Text]] = {("kind",): {kind.value: {} for kind in OfferingKind}}
    for term in Term.objects.order_by("vocabulary", "position", "key"):
        allowed.setdefault(PLACES[term.vocabulary], {})[term.key] = term.title
    allowed["category",] = {row.key: row.title for row in Category.objects.order_by("position", "key")}
    facts = facts_of(bank)
    for fact, paths in PROFILE.items():
        for path in paths if fact in facts else ():
            allowed[path] = dict(facts[fact].options)
    return Words(allowed)
