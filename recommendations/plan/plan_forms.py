"""The forms of the plan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.accounts.names import validate_visible
from assessment.responses.forms import bare_helper, validate_storable
from recommendations.catalogue.price_basis import PriceBasis
from recommendations.plan.amounts import WholeField
from recommendations.plan.day_field import DayField
from recommendations.plan.items import ItemContent, content_of
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.offer_choices import OfferChoice
from recommendations.plan.plan_page import Order, Show, Wanted

NAME_LENGTH = 150
TITLE_LENGTH = 200
TEXT_LENGTH = 2000
MOST_YUAN = 1_000_000_000
MOST_PIECES = 100_000
MOST_MONTHS = 600


TOO_LARGE = _("An amount is at most 1,000,000,000 yuan.")


class Lines(forms.CharField):
    """Text of several lines. Browsers send line ends as two characters, which count as one and are kept as one."""

    def to_python(self, value: Any) -> str:
        text = str(super().to_python(value) or "")
        return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(label: Any, length: int, **options: Any) -> forms.CharField:
    widget = forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(label=label, max_length=length, validators=[validate_storable], widget=widget, **options)


def _title() -> forms.CharField:
    field = _line(
        _("What do you want to do?"), TITLE_LENGTH, error_messages={"required": _("Say what you want to do.")}
    )
    field.validators.append(validate_visible)
    return field


def _lines(label: Any, **options: Any) -> Lines:
    widget = forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    return Lines(
        label=label, max_length=TEXT_LENGTH, required=False, validators=[validate_storable], widget=widget, **options
    )


def _yuan(label: Any, **options: Any) -> WholeField:
    messages = {
        "invalid": _("Enter whole yuan, such as 18000 or 1.8万."),
        "min_value": _("An amount is not less than 0."),
        "max_value": TOO_LARGE,
    }
    return WholeField(label=label, required=False, min_value=0, max_value=MOST_YUAN, error_messages=messages, **options)


def _count(label: Any, most: int, **options: Any) -> forms.IntegerField:
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "min": 1, "max": most, "step": 1})
    said = {"most": f"{most:,}"}
    invalid = format_lazy(_("Enter a whole number from 1 to {most}."), **said)
    messages = {"invalid": invalid, "min_value": invalid, "max_value": invalid}
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=most, widget=widget, error_messages=messages, **options
    )


class VersionForm(forms.Form):
    """Which version of an item its writer saw."""

    version = forms.IntegerField(min_value=1, max_value=2_147_483_647, widget=forms.HiddenInput)


class StatusForm(VersionForm):
    status = forms.ChoiceField(choices=[(one.value, one.label) for one in ItemStatus if one != ItemStatus.DECLINED])


class OwnItemForm(forms.Form):
    title = _title()
    responsible = _line(_("Who does it"), NAME_LENGTH, required=False)
    due_on = DayField(label=pgettext_lazy("plan", "Due"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()


class ItemForm(VersionForm):
    """Everything that can be written into one item. The title can be changed where it is the enterprise's own."""

    title = _title()
    status = forms.ChoiceField(label=pgettext_lazy("plan", "Status"), choices=ItemStatus.choices)
    declined_because = _lines(
        _("Why not?"), help_text=_("Needed where you decide against it, so that it can be understood later.")
    )
    responsible = _line(_("Who does it"), NAME_LENGTH, required=False)
    due_on = DayField(label=pgettext_lazy("plan", "Due"))
    offering = forms.ChoiceField(label=_("Chosen service"), required=False)
    take_price = forms.BooleanField(
        label=_("Take its price as the budget"),
        required=False,
        help_text=_("Of a range, the upper end. A price per piece or per month is multiplied by the numbers below."),
    )
    pieces = _count(
        _("How many"),
        MOST_PIECES,
        help_text=_("Machines, people, days or whatever the price is for. Only where it is not for the whole."),
    )
    months = _count(
        _("For how many months"),
        MOST_MONTHS,
        help_text=_("Or years, where the price is per year. Else leave it empty."),
    )
    budget = _yuan(_("Budget, in yuan"))
    spent = _yuan(_("Spent so far, in yuan"))
    note = _lines(pgettext_lazy("plan", "Note"))

    def __init__(self, *args: Any, item: PlanItem, offers: Sequence[OfferChoice], **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial_of(item, offers))
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()
        self.offers = {offer.value: offer for offer in offers}
        if item.action_key:
            del self.fields["title"]
        if offers:
            nothing = ("", _("none yet"))
            self.fields["offering"].choices = [nothing, *((offer.value, offer.label) for offer in offers)]  # type: ignore[attr-defined]
        else:
            for name in ("offering", "take_price", "pieces", "months"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("status") == ItemStatus.DECLINED and not cleaned.get("declined_because", "").strip():
            self.add_error("declined_because", _("Say why you decide against it; one sentence will do."))
        if cleaned.get("take_price"):
            self._take_price(cleaned)
        return cleaned

    def _take_price(self, cleaned: dict[str, Any]) -> None:
        offer = self.offers.get(cleaned.get("offering", ""))
        if offer is None:
            self.add_error("offering", _("Choose a service first; then its price can be taken over."))
        elif offer.price is None:
            self.add_error(
                "budget", _("This service names no price in yuan. Ask its provider and enter the budget yourself.")
            )
        else:
            self._multiply(offer, offer.price, cleaned)

    def _multiply(self, offer: OfferChoice, price: int, cleaned: dict[str, Any]) -> None:
        """A price that is not that of the whole needs to know of how much; nothing is guessed."""
        pieces, months = cleaned.get("pieces"), cleaned.get("months")
        if offer.basis is PriceBasis.WHOLE:
            pieces = months = 1
        said = {"price": offer.words}
        if pieces is None and "pieces" not in self.errors:
            self.add_error("pieces", _("This price is %(price)s, not for the whole. Enter how many you need.") % said)
        if months is None and offer.basis is PriceBasis.TIME and "months" not in self.errors:
            self.add_error("months", _("This price is %(price)s. Enter for how long.") % said)
        budget = price * (pieces or 1) * (months or 1)
        if budget > MOST_YUAN:
            self.add_error("budget", TOO_LARGE)
        cleaned["budget"] = budget

    def content(self) -> ItemContent:
        """This function will return what a valid form asks for."""
        cleaned = self.cleaned_data
        offer = self.offers.get(cleaned.get("offering", ""))
        return ItemContent(
            status=cleaned["status"],
            declined_because=cleaned["declined_because"],
            responsible=cleaned["responsible"],
            due_on=cleaned["due_on"],
            budget=cleaned["budget"],
            spent=cleaned["spent"],
            offering_id=None if offer is None else offer.offering_id,
            note=cleaned["note"],
            title=cleaned.get("title", ""),
        )

    def sent_again(self, version: int) -> list[tuple[str, str]]:
        """This function will return the fields of a valid form by name, to be sent once more on top of `version`."""
        values = {name: self.cleaned_data[name] for name in self.fields} | {"version": version}
        return [(name, "" if value is None else str(value)) for name, value in values.items()]


def initial_of(item: PlanItem, offers: Sequence[OfferChoice]) -> dict[str, Any]:
    """This function will return what a form about `item` shows before anybody types."""
    content = content_of(item)
    chosen = next((offer.value for offer in offers if offer.offering_id == content.offering_id), "")
    fields = ("title", "status", "declined_because", "responsible", "due_on", "budget", "spent", "note")
    return {name: getattr(content, name) for name in fields} | {"offering": chosen, "version": item.version}


class PlanFilterForm(forms.Form):
    show = forms.ChoiceField(choices=Show.choices, required=False)
    by = forms.ChoiceField(choices=Order.choices, required=False)

    def wanted(self) -> Wanted:
        """This function will return what a reader asks for; what makes no sense is as if it had not been asked."""
        self.is_valid()
        show, order = self.cleaned_data.get("show"), self.cleaned_data.get("by")
        return Wanted(Show(show or Show.ALL), Order(order) if order else None)
