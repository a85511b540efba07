"""Which clients somebody wants to see, and in which order."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.accounts.models import User, Workspace
from assessment.bank.releases import document_of
from assessment.responses.queries import newest_releases
from assessment.scoring.texts import localise
from recommendations.desk.clients.results import level_value
from recommendations.desk.clients.standing import Standing
from recommendations.desk.levels import reachable_levels
from recommendations.desk.portfolio.clients import asked_banks

LONGEST = 200
NARROWING = ("q", "consultant", "status", "level", "overdue", "due", "which")


class Sort(models.TextChoices):
    NAME = "name", _("by name")
    ACTIVITY = "activity", _("last activity first")
    LEVEL = "level", _("lowest score first")
    BEST = "best", _("highest score first")
    DUE = "due", _("next round due first")
    OVERDUE = "overdue", _("most overdue first")
    STANDING = "standing", _("by status")
    CONSULTANT = "consultant", _("by consultant")


class Which(models.TextChoices):
    KEPT = "", pgettext_lazy("clients", "those at work")
    AWAY = "away", pgettext_lazy("clients", "those put away")
    ALL = "all", pgettext_lazy("clients", "all")


class WishForm(forms.Form):
    """What cannot be read is taken for no wish: an old address still shows a list."""

    q = forms.CharField(label=_("Search"), max_length=LONGEST, required=False)
    consultant = forms.ChoiceField(label=_("Consultant"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)
    overdue = forms.BooleanField(label=_("with overdue steps"), required=False)
    due = forms.BooleanField(label=_("next round due within 30 days"), required=False)
    which = forms.ChoiceField(label=_("Show"), choices=Which.choices, required=False)
    sort = forms.ChoiceField(label=_("Order"), choices=Sort.choices, required=False)

    def __init__(self, data: Any, *, workspace: Workspace, locale: str) -> None:
        super().__init__(data, auto_id="wish-%s")
        every = [("", pgettext_lazy("clients", "all"))]
        self.fields["consultant"].choices = [*every, ("none", _("nobody")), *_people(workspace)]  # type: ignore[attr-defined]
        self.fields["status"].choices = [*every, *Standing.choices]  # type: ignore[attr-defined]
        self.fields["level"].choices = [*every, *_levels(workspace, locale)]  # type: ignore[attr-defined]
        self.fields["q"].widget.attrs |= {"class": "form-control", "dir": "auto", "type": "search"}
        for name in ("consultant", "status", "level", "which", "sort"):
            self.fields[name].widget.attrs["class"] = "form-select"
        for name in ("overdue", "due"):
            self.fields[name].widget.attrs["class"] = "form-check-input"
        self.is_valid()

    def wish(self, name: str) -> Any:
        """This function will return what was wished for, or what stands for no wish."""
        return self.cleaned_data.get(name, "")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out besides what is put away."""
        return any(self.wish(name) for name in NARROWING)

    @property
    def is_set(self) -> bool:
        """Whether anything but the search is wished for."""
        return any(self.wish(name) for name in (*NARROWING[1:], "sort"))


def _people(workspace: Workspace) -> list[tuple[str, str]]:
    members = User.objects.filter(memberships__workspace=workspace).order_by("name", "email")
    return [(str(person.pk), person.get_short_name()) for person in members]


def _levels(workspace: Workspace, locale: str) -> list[Any]:
    """The levels of the banks with which the clients were asked; with several banks, each under its own heading."""
    asked = {bank.slug: bank.title for bank in asked_banks(workspace, locale)}
    groups = []
    for release in newest_releases():
        if release.bank.slug in asked:
            document, slug = document_of(release.pk), release.bank.slug
            levels = reachable_levels(document)[document.tree.key]
            offered = [(level_value(slug, level.key), localise(level.title, locale)) for level in levels]
            groups.append((asked[slug], offered))
    return groups if len(groups) > 1 else [choice for _title, offered in groups for choice in offered]
