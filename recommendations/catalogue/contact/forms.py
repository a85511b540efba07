"""The forms of asking and of answering."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.accounts.names import validate_visible
from assessment.responses.forms import bare_helper
from recommendations.catalogue.contact.fields import NOTE_LENGTH, LineField, NoteField, PhoneField
from recommendations.catalogue.contact.shared import Sharable
from recommendations.catalogue.models import Reply


class Step(models.TextChoices):
    """What the pressed button asks for: look at the words, go back to the form, or send."""

    PREVIEW = "preview"
    CHANGE = "change"
    SEND = "send"


class StepForm(forms.Form):
    """`seen` is the fingerprint of the snapshot that was looked at, empty before that."""

    step = forms.ChoiceField(choices=Step.choices)
    seen = forms.CharField(required=False, max_length=64)


class ContactForm(forms.Form):
    """Nothing is ticked beforehand. The name of the enterprise is not asked for: without it nobody can be written to."""

    parts = forms.MultipleChoiceField(
        required=False,
        error_messages={"invalid_choice": _("Choose from what is offered.")},
        widget=forms.CheckboxSelectMultiple,
    )
    action = forms.ChoiceField(
        label=_("Action it is about"),
        required=False,
        error_messages={"invalid_choice": _("Choose from what is offered.")},
    )
    person = LineField(
        label=_("Contact person"),
        max_length=150,
        validators=[validate_visible],
        error_messages={"required": _("Enter the name of the person whom the provider should ask for.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        help_text=_("We also write there when the provider has answered."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PhoneField(
        label=_("Telephone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    message = NoteField(
        label=_("Message"),
        required=False,
        max_length=NOTE_LENGTH,
        help_text=_("At most 2,000 characters. The provider reads it as you write it."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )

    def __init__(self, *args: Any, offered: Sharable, writes_back: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not writes_back:
            self.fields["email"].help_text = ""
        self.helper = bare_helper()
        parts, action = self.fields["parts"], self.fields["action"]
        assert isinstance(parts, forms.MultipleChoiceField)
        assert isinstance(action, forms.ChoiceField)
        parts.choices = [(part.key.value, part.title) for part in offered.parts]
        action.choices = [("", _("Do not say")), *offered.actions.items()]
        if not offered.actions:
            del self.fields["action"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        was_fine = not {"email", "phone"} & self.errors.keys()
        if was_fine and not cleaned.get("email") and not cleaned.get("phone"):
            self.add_error("email", _("Give an e-mail address or a telephone number, so that the provider can answer."))
        return cleaned

    def snapshot(self, offered: Sharable) -> Mapping[str, Any]:
        """This function will return what a valid form shares."""
        return offered.snapshot(self.cleaned_data["parts"], self.cleaned_data.get("action", ""))


class ConsentForm(forms.Form):
    consent = forms.BooleanField(
        label=_("I agree that the provider named above may read exactly this, until I withdraw the request."),
        error_messages={"required": _("Tick the box if the provider may read this; otherwise nothing is sent.")},
        widget=forms.CheckboxInput(attrs={"class": "form-check-input"}),
    )


class ReplyForm(forms.Form):
    reply = forms.ChoiceField(
        label=_("Will you get in touch?"),
        choices=[(Reply.ACCEPTED.value, _("We will get in touch")), (Reply.DECLINED.value, _("We cannot help"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose whether you will get in touch."),
            "invalid_choice": _("Choose from what is offered."),
        },
    )
    note = NoteField(
        label=_("Note to the enterprise"),
        required=False,
        max_length=NOTE_LENGTH,
        help_text=_("At most 2,000 characters, for example when you will call, or who could help instead."),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = bare_helper()
