"""Who gets which role, and what to look for in the record."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import PlatformRole, User

LONGEST_SEARCH = 100


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=PlatformRole.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def chosen(self) -> list[PlatformRole]:
        """This function will return the roles that were ticked. The form must be valid."""
        return [PlatformRole(role) for role in self.cleaned_data["roles"]]


class AppointForm(RolesForm):
    """Somebody who has an account already, by the address they sign in with."""

    email = forms.EmailField(
        label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "off", "class": "form-control"})
    )
    field_order = ["email", "roles"]

    def clean_email(self) -> User:
        person = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True).first()
        if person is None:
            raise forms.ValidationError(
                _("Nobody has an account with this address. Make one in the administration first.")
            )
        return person

    def clean_roles(self) -> list[str]:
        roles: list[str] = self.cleaned_data["roles"]
        if not roles:
            raise forms.ValidationError(_("Tick at least one role."))
        return roles


class RecordForm(forms.Form):
    """Everything may be left out."""

    event = forms.ChoiceField(label=_("What"), required=False, widget=forms.Select(attrs={"class": "form-select"}))
    search = forms.CharField(
        label=_("Person or object"),
        required=False,
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date", "class": "form-control"})
    )
    until = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date", "class": "form-control"})
    )

    def __init__(self, *args: Any, events: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["event"].choices = [("", _("Everything")), *events]  # type: ignore[attr-defined]
