"""What people type about workspaces, members and invitations."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Membership, WorkspaceKind, WorkspaceRole
from assessment.accounts.names import validate_visible
from assessment.accounts.workspaces.short_names import LONGEST, RESERVED, SHORTEST, is_free, proposed_short_name
from assessment.scoring.texts import reject_unstorable

LEAVE = "leave"
LONGEST_NAME = 150


class WorkspaceForm(forms.Form):
    """Name, kind and language: what can be changed later as well."""

    name = forms.CharField(
        label=_("Name"),
        max_length=LONGEST_NAME,
        validators=[validate_visible],
        help_text=_("As your clients know you. It stands in letters and on reports."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=WorkspaceKind, widget=forms.RadioSelect, initial=WorkspaceKind.CONSULTANCY
    )
    language = forms.ChoiceField(label=_("Language of letters and reports"), choices=settings.LANGUAGES)

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        try:
            return reject_unstorable(name)
        except ValueError as error:
            raise ValidationError(_("The name contains a character that cannot be stored.")) from error

    def chosen(self) -> dict[str, Any]:
        """This function will return name, kind and language. The form must be valid."""
        data = self.cleaned_data
        return {"name": data["name"], "kind": WorkspaceKind(data["kind"]), "language": data["language"]}


class NewWorkspaceForm(WorkspaceForm):
    """Where no short name is typed, one is made from the name."""

    short_name = forms.CharField(
        label=_("Short name"),
        max_length=LONGEST,
        required=False,
        help_text=_(
            "Stands in addresses, and clients type it to let you in: small letters, digits and hyphens. It stays for good. Leave it empty, and one is made from the name."
        ),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )
    field_order = ["name", "short_name", "kind", "language"]

    def clean_short_name(self) -> str:
        typed: str = "-".join(self.cleaned_data["short_name"].lower().split())
        if not typed:
            return ""
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", typed):
            raise ValidationError(_("A short name has small letters, digits and single hyphens between them only."))
        if len(typed) < SHORTEST:
            raise ValidationError(_("A short name has at least %(count)d characters.") % {"count": SHORTEST})
        if typed in RESERVED:
            raise ValidationError(_("“%(name)s” is kept for the product. Choose another short name.") % {"name": typed})
        if not is_free(typed):
            raise ValidationError(
                _("Another workspace has the short name “%(name)s” already. Choose another one.") % {"name": typed}
            )
        return typed

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("short_name") == "" and "name" in data and "kind" in data:
            data["short_name"] = proposed_short_name(data["name"], WorkspaceKind(data["kind"]))
        return data


class RoleForm(forms.Form):
    role = forms.ChoiceField(
        label=_("Role"), choices=WorkspaceRole, widget=forms.Select(attrs={"class": "form-select"})
    )

    def chosen(self) -> WorkspaceRole:
        """This function will return the role. The form must be valid."""
        return WorkspaceRole(self.cleaned_data["role"])


class InviteForm(RoleForm):
    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"})
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=WorkspaceRole, widget=forms.RadioSelect, initial=WorkspaceRole.CONSULTANT
    )
    field_order = ["email", "role"]


class HandOverForm(forms.Form):
    """To whom the workspace goes, and what its owner is from then on."""

    to = forms.TypedChoiceField(label=_("New owner"), coerce=int)
    own_role = forms.ChoiceField(
        label=_("What you are from then on"),
        choices=[
            *((role.value, role.label) for role in WorkspaceRole if role != WorkspaceRole.OWNER),
            (LEAVE, _("no longer a member: I leave")),
        ],
        initial=WorkspaceRole.CONSULTANT,
    )

    def __init__(self, *args: Any, others: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.TypedChoiceField)
        to.choices = [("", "–"), *((each.person_id, _shown(each)) for each in others)]

    def chosen_role(self) -> WorkspaceRole | None:
        """This function will return the role of whoever hands over, None if they leave. The form must be valid."""
        chosen = self.cleaned_data["own_role"]
        return None if chosen == LEAVE else WorkspaceRole(chosen)


def _shown(membership: Membership) -> str:
    person = membership.person
    return f"{person.name} ({person.email})" if person.name else person.email
