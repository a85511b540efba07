"""What may be chosen in the forms of the catalogue."""

from collections.abc import Iterable

from django.utils.translation import get_language

from assessment.bank.models import Bank
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.texts import FALLBACK_LOCALE, localise
from recommendations.catalogue.eligibility import SIZE
from recommendations.catalogue.imports.preview import bank_of_the_catalogue
from recommendations.catalogue.models import Category, Provider, PublicMeasure, Term, Vocabulary
from recommendations.catalogue.reader import largest_first
from recommendations.studio.advice.playbook_form import Choices
from recommendations.studio.forms import NAMES_OF_LANGUAGES

NONE = ("", "–")


def bank_for(slug: str = "") -> BankDocument | None:
    """This function will return the release in use of that bank, else of the catalogue's, else of the first there is."""
    if slug:
        release = current_release(slug)
        return document_of(release.pk) if release else None
    found = bank_of_the_catalogue()
    if found is not None:
        return found
    slugs = Bank.objects.filter(releases__isnull=False).order_by("slug").values_list("slug", flat=True)
    first = slugs.first()
    return bank_for(first) if first else None


def profile_choices(bank: BankDocument, fact: str) -> Choices:
    """This function will return the options of a choice in the bank's profile; size classes from the largest down."""
    facts = facts_of(bank)
    titles = facts[fact].options if fact in facts else {}
    order: Iterable[str] = largest_first(bank.size) if fact == SIZE and bank.size is not None else titles
    return [(key, _say(titles[key]) or key) for key in order]


def barrier_choices(bank: BankDocument) -> Choices:
    """This function will return the nodes of the bank's tree that hang below its root, and theirs."""
    nodes = (node for _place, node in walk.nodes(bank) if node.key != bank.tree.key)
    return [(node.key, _say(node.title) or node.key) for node in nodes]


def bank_choices() -> Choices:
    """This function will return the banks that have a release."""
    rows = Bank.objects.filter(releases__isnull=False).distinct().order_by("slug")
    return [(row.slug, str(row)) for row in rows]


def term_choices(vocabulary: Vocabulary) -> Choices:
    rows = Term.objects.filter(vocabulary=vocabulary).order_by("position", "key")
    return [(row.key, str(row)) for row in rows]


def category_choices() -> Choices:
    return [(row.key, str(row)) for row in Category.objects.order_by("position", "key")]


def provider_choices() -> Choices:
    return [(row.key, f"{row} ({row.key})") for row in Provider.objects.order_by("key").only("key", "name")]


def measure_choices() -> Choices:
    return [(row.key, str(row)) for row in PublicMeasure.objects.order_by("position", "key").only("key", "title")]


def language_choices() -> Choices:
    return list(NAMES_OF_LANGUAGES.items())


def _say(text: dict[str, str]) -> str:
    return localise(text, get_language() or FALLBACK_LOCALE)
