"""What is searched: all words of an offering in one text, and what somebody typed as terms to find in it.

Both are folded the same way, so that full-width letters and capitals make no difference in any database.
"""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from assessment.scoring.texts import Text
from recommendations.catalogue.models import Offering, Term, Vocabulary

SEPARATORS = re.compile(r"[\s、,;/|]+")
HAN = "\u3400-\u9fff\uf900-\ufaff"
BORDERS = re.compile(rf"(?<=[{HAN}])(?=[^{HAN}])|(?<=[^{HAN}])(?=[{HAN}])")
MOST_TERMS = 8
MOST_WORDS = 16
WORD = 2  # most Chinese words have two characters


def folded(text: str) -> str:
    """This function will return `text` as it is compared: compatibility forms resolved, case folded."""
    return normalize("NFKC", normalize("NFKC", text).casefold())


def terms_in(typed: str) -> list[str]:
    """This function will return the terms of a query, each to be found somewhere; at most eight.

    Spaces, commas, semicolons, strokes and the Chinese 、 separate, and so does the border of Chinese and other
    characters. Chinese needs no spaces: a term may be part of a word.
    """
    parts = (term for typed_part in SEPARATORS.split(folded(typed)) for term in BORDERS.split(typed_part))
    return list(dict.fromkeys(term for term in parts if term))[:MOST_TERMS]


def words_near(terms: Iterable[str]) -> list[str]:
    """This function will return what comes near to `terms`: Chinese in pairs of characters; at most sixteen."""
    words = (word for term in terms for word in (_pairs(term) if BORDERS.split(f"a{term}")[1:] else [term]))
    return list(dict.fromkeys(words))[:MOST_WORDS]


def _pairs(run: str) -> list[str]:
    return [run[start : start + WORD] for start in range(len(run) - WORD + 1)] or [run]


class SearchTexts:
    """Puts together the searched text of offerings; how kinds are called is looked up once."""

    def __init__(self) -> None:
        kinds = Term.objects.filter(vocabulary=Vocabulary.KIND).order_by("pk")
        self._kinds: dict[str, Text] = dict(kinds.values_list("key", "title"))

    def of(self, offering: Offering) -> str:
        """This function will return all words of `offering`, its provider and category, in all languages."""
        texts = dict.fromkeys(said for text in self._texts(offering) for said in text.values() if said)
        return folded("\n".join(texts))

    def _texts(self, offering: Offering) -> Iterator[Text]:
        provider, category = offering.provider, offering.category
        yield from (offering.title, provider.name, category.title, self._kinds.get(offering.kind, {}))
        yield from (offering.summary, offering.outcome, offering.price_unit, offering.discount_terms, offering.trial)
        yield from (offering.exit_terms, offering.security_statement, offering.issue)
        yield from (provider.summary, provider.kind.title, category.description, offering.price_model.title)
        if offering.deployment is not None:
            yield offering.deployment.title

    def renewed(self, offerings: Iterable[Offering]) -> list[Offering]:
        """This function will return those of `offerings` whose searched text was out of date, with the new one."""
        changed = []
        for offering in offerings:
            text = self.of(offering)
            if text != offering.search_text:
                offering.search_text = text
                changed.append(offering)
        return changed
