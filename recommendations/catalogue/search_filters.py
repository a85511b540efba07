"""What a search can be narrowed to."""

from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.forms import Filters
from recommendations.catalogue.models import Category, Term, Vocabulary
from recommendations.catalogue.reader import Reader


def search_filters(reader: Reader) -> Filters:
    """This function will return what a search can be narrowed to, in the reader's language. Two queries, and the banks."""
    categories = list(Category.objects.order_by("position", "key").only("key", "title", "bank_slug"))
    slugs = list(dict.fromkeys(category.bank_slug for category in categories))
    words: dict[str, dict[str, str]] = {}
    vocabularies = [Vocabulary.DEPLOYMENT, Vocabulary.PRICE_MODEL]
    for term in Term.objects.filter(vocabulary__in=vocabularies).order_by("vocabulary", "position", "key"):
        words.setdefault(term.vocabulary, {})[term.key] = reader.say(term.title)
    return Filters(
        categories={category.key: reader.say(category.title) for category in categories},
        sectors=reader.options_of_all(SECTOR, slugs),
        sizes=reader.options_of_all(SIZE, slugs),
        regions=reader.options_of_all(REGION, slugs),
        deployments=words.get(Vocabulary.DEPLOYMENT, {}),
        price_models=words.get(Vocabulary.PRICE_MODEL, {}),
    )
