"""Which clients a portfolio is about, and which time."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.accounts.models import Client
from recommendations.desk.portfolio.frame import Frame
from recommendations.desk.portfolio.readings import Reading, latest

NOBODY = "none"
GROUPS = ("sector", "size", "region")
CHOICES = ("consultant", *GROUPS, "level")


class PortfolioForm(forms.Form):
    """What cannot be read is taken for no wish: an old address still shows a portfolio. Offered is what occurs."""

    consultant = forms.ChoiceField(label=_("Consultant"), required=False)
    sector = forms.ChoiceField(label=_("Sector"), required=False)
    size = forms.ChoiceField(label=_("Size class"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)
    since = forms.DateField(label=_("Submitted from"), required=False)
    until = forms.DateField(label=_("Submitted until"), required=False)

    def __init__(self, data: Any, *, clients: Iterable[Client], readings: Iterable[Reading], frame: Frame) -> None:
        super().__init__(data, auto_id="wish-%s")
        last = list(latest(readings).values())
        self._offer("consultant", {**_consultants(clients), NOBODY: _("nobody")})
        self._offer("sector", _occurring(frame.sectors, {each.sector for each in last}))
        self._offer("size", _occurring(frame.sizes, {each.size for each in last}))
        self._offer("region", _occurring(frame.regions, {each.region for each in last}))
        self._offer("level", frame.whole.levels)
        for name in ("since", "until"):
            self.fields[name].widget = forms.DateInput(
                attrs={"type": "date", "class": "form-control"}, format="%Y-%m-%d"
            )
        self.is_valid()

    def _offer(self, name: str, titles: Mapping[str, Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", pgettext_lazy("portfolio", "all")), *titles.items()]
        field.widget.attrs["class"] = "form-select"

    def wish(self, name: str) -> Any:
        """This function will return what was wished for, or what stands for no wish."""
        return self.cleaned_data.get(name) or ""

    @property
    def is_narrowed(self) -> bool:
        return any(self.wish(name) for name in self.fields)

    @property
    def needs_a_result(self) -> bool:
        """Whether a client without a result cannot be among those wished for."""
        return any(self.wish(name) for name in (*GROUPS, "level", "since", "until"))

    def in_time(self, reading: Reading) -> bool:
        """This function will say whether a result was submitted in the time that is wished for."""
        day, since, until = localdate(reading.submitted_at), self.wish("since"), self.wish("until")
        return not (since and day < since) and not (until and day > until)

    def wants(self, client: Client, reading: Reading | None) -> bool:
        """This function will say whether a client with this last result is wished for."""
        consultant = self.wish("consultant")
        if consultant and str(client.consultant_id or NOBODY) != consultant:
            return False
        if reading is None:
            return not self.needs_a_result
        if self.wish("level") and reading.whole.level != self.wish("level"):
            return False
        return all(self.wish(name) in ("", getattr(reading, name)) for name in GROUPS)


def _consultants(clients: Iterable[Client]) -> dict[str, str]:
    people = {client.consultant.pk: client.consultant.get_short_name() for client in clients if client.consultant}
    return {str(pk): name for pk, name in sorted(people.items(), key=lambda pair: (pair[1].casefold(), pair[0]))}


def _occurring(titles: Mapping[str, str], keys: set[str]) -> dict[str, str]:
    return {key: title for key, title in titles.items() if key in keys}
