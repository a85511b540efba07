"""The forms of clients: what is known of them, and what to begin with them."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from assessment.accounts.access import Seat
from assessment.accounts.credit_code import read_credit_code
from assessment.accounts.models import User
from assessment.accounts.names import validate_visible
from assessment.accounts.rights import Right, roles_with
from assessment.bank.releases import document_of
from assessment.responses.bank_offer import scopes_of
from assessment.responses.forms import validate_storable
from assessment.responses.models import ScopeChoice
from assessment.responses.queries import newest_releases
from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import localise
from recommendations.desk.clients.actions import Particulars
from recommendations.desk.clients.beginning import Beginning, How
from recommendations.desk.sending.forms import MessageFields

AUTO = {"dir": "auto"}
TYPED_CODE = 40  # with blanks and hyphens


def line(label: Any, length: int, **options: Any) -> forms.CharField:
    """This function will return a field for one line of text that may be empty."""
    widget = forms.TextInput(attrs=AUTO | options.pop("attrs", {}))
    return forms.CharField(
        label=label, max_length=length, required=False, validators=[validate_storable], widget=widget, **options
    )


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return obj.get_full_name()


class ParticularsForm(forms.Form):
    """What a workspace keeps on a client."""

    contact_name = line(_("Contact person"), 150)
    contact_email = forms.EmailField(label=_("E-mail of the contact"), required=False)
    contact_phone = line(_("Telephone"), 40, attrs={"inputmode": "tel"})
    reference = line(_("Own reference"), 60, help_text=_("Your own file number, if you have one."))
    consultant = PersonField(
        label=_("Consultant"), queryset=User.objects.none(), required=False, empty_label=_("nobody")
    )
    language = forms.ChoiceField(label=_("Language of the client"), help_text=_("Letters and questions come in it."))

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(
            memberships__workspace=seat.workspace, memberships__role__in=roles_with(Right.WORK)
        )
        self.fields["consultant"].queryset = people.order_by("name", "email")  # type: ignore[attr-defined]
        self.fields["language"].choices = [(code, gettext(str(name))) for code, name in settings.LANGUAGES]  # type: ignore[attr-defined]

    @property
    def particulars(self) -> Particulars:
        """What a valid form says."""
        known = Particulars.__dataclass_fields__
        return Particulars(**{name: value for name, value in self.cleaned_data.items() if name in known})


class NameFields(forms.Form):
    """What an enterprise is called, while nobody owns it."""

    name = forms.CharField(
        label=_("Name of the enterprise"),
        max_length=200,
        validators=[validate_storable, validate_visible],
        error_messages={"required": _("Enter the name of the enterprise.")},
        widget=forms.TextInput(attrs=AUTO | {"autocomplete": "organization"}),
    )
    credit_code = line(
        _("Unified social credit code"),
        TYPED_CODE,
        help_text=_("18 characters, if you know it: it tells apart enterprises of the same name."),
        attrs={"autocapitalize": "characters", "spellcheck": "false"},
    )

    def clean_credit_code(self) -> str:
        return read_credit_code(self.cleaned_data["credit_code"])


class BeginForm(MessageFields):
    """What to begin. Banks that offer one scope only are asked in full."""

    how = forms.ChoiceField(label=_("How to begin"), choices=How.choices, widget=forms.RadioSelect)
    bank = forms.ChoiceField(label=_("Which questions"))
    scope = forms.ChoiceField(label=_("How much to ask"), choices=ScopeChoice.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.releases = {release.bank.slug: release for release in newest_releases()}
        locale = get_language() or settings.LANGUAGE_CODE
        titles = [(slug, localise(document_of(each.pk).title, locale) or slug) for slug, each in self.releases.items()]
        self.fields["bank"].choices = sorted(titles, key=lambda title: title[0] != DEFAULT_BANK)  # type: ignore[attr-defined]
        for name, value in {"how": How.INTERVIEW, "bank": DEFAULT_BANK, "scope": ScopeChoice.FULL}.items():
            self.fields[name].initial = value
        if not self.releases:
            self.fields["bank"].required = self.fields["scope"].required = False
            self.fields["how"].choices = [(How.NOTHING.value, How.NOTHING.label)]  # type: ignore[attr-defined]
            self.fields["how"].initial = How.NOTHING

    @property
    def sends(self) -> bool:
        return self.cleaned_data.get("how") in (How.LINK, How.BOTH)

    def beginning(self, carries: bool = False) -> Beginning:
        """This function will return what a valid form asks for."""
        release = self.releases.get(self.cleaned_data["bank"])
        how = How(self.cleaned_data["how"])
        if release is None:
            return Beginning(How.NOTHING)
        offered = scopes_of(document_of(release.pk))
        wanted = Scope(self.cleaned_data["scope"])
        scope = wanted if wanted.value in offered else Scope.FULL
        return Beginning(
            how, release, scope, self.cleaned_data["message"], self.cleaned_data["reminders"], carries=carries
        )


class NewClientForm(NameFields, ParticularsForm, BeginForm):
    """One form from nothing to the first question."""

    field_order = ["name", "credit_code", "contact_name", "contact_email", "contact_phone", "reference"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.sends and not cleaned.get("contact_email") and "contact_email" not in self.errors:
            self.add_error("contact_email", ValidationError(_("To send a link, enter the contact’s e-mail address.")))
        return cleaned


class ClientForm(ParticularsForm):
    """What is known of a client; what the enterprise is called has a form of its own."""

    note = forms.CharField(
        label=_("Note of the workspace"),
        max_length=2000,
        required=False,
        validators=[validate_storable],
        help_text=_("The client never sees it."),
        widget=forms.Textarea(attrs=AUTO | {"rows": 4}),
    )
    next_round_on = forms.DateField(
        label=_("Next round due"),
        required=False,
        help_text=_("When the enterprise should be asked again; a year after the last time is usual."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )


class UnownedClientForm(NameFields, ClientForm):
    """The same of an enterprise that nobody owns yet: the workspace may mend its name and code."""

    field_order = ["name", "credit_code"]


class NextForm(BeginForm):
    """One more assessment of a client."""

    carries = forms.BooleanField(
        label=_("Begin with the last answers, to confirm or change"),
        required=False,
        initial=True,
        help_text=_("The next round of the same questions; progress is compared from round to round."),
    )

    def __init__(self, *args: Any, has_before: bool, has_address: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_address = has_address
        if not has_before:
            del self.fields["carries"]
        choices = [choice for choice in How.choices if choice[0] != How.NOTHING]
        if self.releases:
            self.fields["how"].choices = choices  # type: ignore[attr-defined]

    def clean_how(self) -> str:
        how = str(self.cleaned_data["how"])
        if how in (How.LINK, How.BOTH) and not self.has_address:
            raise ValidationError(_("The client has no e-mail address yet. Add one, then send the link."))
        return how
