"""Categories of help, and the words of the catalogue."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db.models import Max
from django.urls import reverse

from assessment.accounts.models import User
from assessment.scoring.document import BankDocument
from recommendations.catalogue import document as written
from recommendations.catalogue.actions import load_categories, load_terms
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import Category, Offering, Term, Vocabulary
from recommendations.catalogue.offering_rows import renew_search_texts
from recommendations.catalogue.written_rows import category_values
from recommendations.studio.catalogue.category_form import CategoryForm, TermForm, category_initial, term_initial
from recommendations.studio.catalogue.events import Event, record
from recommendations.studio.catalogue.keys import key_from
from recommendations.studio.catalogue.part_form import Data
from recommendations.studio.catalogue.parts import Part

IN_FILES = {
    Vocabulary.KIND: "kinds",
    Vocabulary.PROVIDER_KIND: "provider_kinds",
    Vocabulary.PRICE_MODEL: "price_models",
    Vocabulary.DEPLOYMENT: "deployments",
}


class CategoryPart(Part):
    nav = "categories"
    schema = written.Category
    form_class = CategoryForm

    def stored(self, *, locked: bool = False) -> Data | None:
        rows = Category.objects.filter(key=self.key)
        row = (rows.select_for_update() if locked else rows).first()
        return None if row is None else self.flat(category_values(row))

    def initial(self, data: Data) -> Data:
        return category_initial(data)

    def taken(self) -> Collection[str]:
        return frozenset(Category.objects.values_list("key", flat=True)) if self.is_new else ()

    def name_new(self, cleaned: Mapping[str, Any]) -> None:
        self.key = cleaned["key"] or key_from(cleaned["title"], self.taken(), "category")

    def document(self, data: Data) -> Data:
        return self.file(data["title"], categories=[data])

    def places(self) -> Sequence[str]:
        return ("categories[0]", f"categories.{self.key}")

    def store(self, document: CatalogueDocument) -> None:
        """It keeps its place among the others; a new one comes last."""
        row = Category.objects.filter(key=self.key).first()
        last = Category.objects.aggregate(last=Max("position"))["last"]
        load_categories(document, first=row.position if row else _after(last))
        renew_search_texts(Offering.objects.filter(category__key=self.key))

    def record(self, *, is_new: bool, fields: Sequence[str], by: User) -> None:
        record(Event.CATEGORY_ADDED if is_new else Event.CATEGORY_EDITED, self.key, by, () if is_new else fields)

    def address(self) -> str:
        return reverse("studio:catalogue-category-edit", args=[self.key])


class TermPart(Part):
    nav = "words"
    schema = written.Term
    form_class = TermForm

    def __init__(self, bank: BankDocument, key: str = "", *, vocabulary: Vocabulary) -> None:
        super().__init__(bank, key)
        self.vocabulary = vocabulary

    @property
    def name(self) -> str:
        return f"{self.nav}/{self.vocabulary}/{self.key}"

    def stored(self, *, locked: bool = False) -> Data | None:
        rows = Term.objects.filter(vocabulary=self.vocabulary, key=self.key)
        row = (rows.select_for_update() if locked else rows).first()
        return None if row is None else self.flat({"key": row.key, "title": row.title})

    def initial(self, data: Data) -> Data:
        return term_initial(data)

    def taken(self) -> Collection[str]:
        rows = Term.objects.filter(vocabulary=self.vocabulary)
        return frozenset(rows.values_list("key", flat=True)) if self.is_new else ()

    def name_new(self, cleaned: Mapping[str, Any]) -> None:
        self.key = cleaned["key"] or key_from(cleaned["title"], self.taken(), "word")

    def document(self, data: Data) -> Data:
        return self.file(data["title"], **{IN_FILES[self.vocabulary]: [data]})

    def places(self) -> Sequence[str]:
        """A kind that the product does not know is a fault of the whole list."""
        name = IN_FILES[self.vocabulary]
        return (f"{name}[0]", f"{name}.{self.key}", name)

    def store(self, document: CatalogueDocument) -> None:
        row = Term.objects.filter(vocabulary=self.vocabulary, key=self.key).first()
        last = Term.objects.filter(vocabulary=self.vocabulary).aggregate(last=Max("position"))["last"]
        load_terms(document, first=row.position if row else _after(last))
        renew_search_texts(Offering.objects.all())

    def record(self, *, is_new: bool, fields: Sequence[str], by: User) -> None:
        event = Event.TERM_ADDED if is_new else Event.TERM_EDITED
        record(event, f"{self.vocabulary}/{self.key}", by, () if is_new else fields)

    def address(self) -> str:
        return reverse("studio:catalogue-term-edit", args=[self.vocabulary.value, self.key])


def _after(last: int | None) -> int:
    return 0 if last is None else last + 1
