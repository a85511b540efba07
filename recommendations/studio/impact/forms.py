from django import forms
from django.utils.translation import gettext_lazy as _

from recommendations.studio.models import Basis


class StartForm(forms.Form):
    basis = forms.ChoiceField(label=_("Replay"), choices=Basis.choices, widget=forms.RadioSelect)


class StepForm(forms.Form):
    """Without JavaScript a press of the button goes on for longer."""

    long = forms.BooleanField(required=False)
