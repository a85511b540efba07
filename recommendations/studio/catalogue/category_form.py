"""The forms of a category of help, and of one word of the catalogue."""

from django.utils.translation import gettext as _

from assessment.scoring.document import BankDocument
from recommendations.catalogue.models import Vocabulary
from recommendations.studio.advice.playbook_form import offered, ticks
from recommendations.studio.catalogue.choices import barrier_choices, measure_choices, term_choices
from recommendations.studio.catalogue.part_form import Data, PartForm
from recommendations.studio.forms import TextsField

LISTS = ("barriers", "provider_kinds", "price_models", "deployments", "measures")


class CategoryForm(PartForm):
    def build(self, initial: Data, bank: BankDocument) -> None:
        lists = {
            "barriers": (_("Barriers it helps against"), barrier_choices(bank)),
            "provider_kinds": (_("Usual kinds of providers"), term_choices(Vocabulary.PROVIDER_KIND)),
            "price_models": (_("Usual price models"), term_choices(Vocabulary.PRICE_MODEL)),
            "deployments": (_("Usual ways of delivery"), term_choices(Vocabulary.DEPLOYMENT)),
            "measures": (_("Public measures that belong to it"), measure_choices()),
        }
        self.fields |= {
            "title": TextsField(locales=self.locales, required=True, label=_("Title")),
            "description": TextsField(locales=self.locales, rows=3, required=True, label=_("Description")),
        } | {name: ticks(label, offered(each, initial.get(name, []))) for name, (label, each) in lists.items()}

    @property
    def written(self) -> Data:
        return {name: self.cleaned_data[name] for name in ("title", "description", *LISTS)}


def category_initial(data: Data) -> Data:
    """This function will return what the form shows of a category as files write it."""
    texts = {name: data.get(name) or {} for name in ("title", "description")}
    return texts | {name: sorted(data.get(name) or []) for name in LISTS}


class TermForm(PartForm):
    def build(self, initial: Data, bank: BankDocument) -> None:
        self.fields["title"] = TextsField(locales=self.locales, required=True, label=_("What it is called"))

    @property
    def written(self) -> Data:
        return {"title": self.cleaned_data["title"]}


def term_initial(data: Data) -> Data:
    return {"title": data.get("title") or {}}
