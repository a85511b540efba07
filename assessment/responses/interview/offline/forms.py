"""Uploading a filled form, and ticking what of it is taken."""

from django import forms
from django.utils.translation import gettext_lazy as _


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Filled form (XLSX)"),
        allow_empty_file=True,
        error_messages={"required": _("Choose a file."), "invalid": _("Choose a file.")},
    )


class TakeForm(forms.Form):
    sealed = forms.CharField(max_length=900_000, widget=forms.HiddenInput)
