"""The form of a provider."""

from django.utils.translation import gettext as _

from assessment.scoring.document import BankDocument
from recommendations.catalogue.eligibility import REGION
from recommendations.catalogue.models import Vocabulary
from recommendations.studio.advice.playbook_form import offered, select, ticks
from recommendations.studio.catalogue.choices import NONE, profile_choices, term_choices
from recommendations.studio.catalogue.fields import mail_address, tick, web_address
from recommendations.studio.catalogue.part_form import Data, PartForm
from recommendations.studio.forms import TextsField

NAMES = ("name", "kind", "summary", "regions", "contact_email", "source", "url", "sample")
EMPTY: Data = {"name": {}, "kind": "", "summary": {}, "regions": [], "contact_email": "", "source": {}, "url": ""}


class ProviderForm(PartForm):
    MAIN_TEXT = "name"

    def build(self, initial: Data, bank: BankDocument) -> None:
        kinds = [NONE, *term_choices(Vocabulary.PROVIDER_KIND)]
        regions = offered(profile_choices(bank, REGION), initial.get("regions", []))
        self.fields |= {
            "name": TextsField(locales=self.locales, required=True, label=_("Name")),
            "kind": select(_("Kind"), offered(kinds, [initial.get("kind", "")])),
            "summary": TextsField(locales=self.locales, rows=3, label=_("Summary")),
            "regions": ticks(_("Regions"), regions),
            "contact_email": mail_address(_("E-mail address for requests")),
            "source": TextsField(locales=self.locales, rows=2, required=True, label=_("Source")),
            "url": web_address(_("Address on the web")),
            "sample": tick(_("a sample: made up, and shown so everywhere")),
        }

    @property
    def written(self) -> Data:
        return {name: self.cleaned_data[name] for name in NAMES}


def provider_initial(data: Data) -> Data:
    """This function will return what the form shows of a provider as files write it."""
    found = {name: data.get(name) or empty for name, empty in (EMPTY | {"sample": False}).items()}
    return found | {"regions": sorted(found["regions"])}
