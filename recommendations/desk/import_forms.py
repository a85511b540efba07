"""What staff send when they import a table of offerings."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.bank.loader import MEBIBYTE
from recommendations.catalogue.imports.tables import LARGEST_FILE


class UploadForm(forms.Form):
    table = forms.FileField(label=_("Table of offerings (.xlsx or .csv)"), max_length=200)

    def clean_table(self) -> Any:
        upload = self.cleaned_data["table"]
        if upload.size > LARGEST_FILE:
            message = gettext("The file is larger than %(size)d MiB; split it.")
            raise forms.ValidationError(message % {"size": LARGEST_FILE // MEBIBYTE})
        return upload


class TakeForm(forms.Form):
    skip_faulty = forms.BooleanField(label=_("Leave the faulty lines out"), required=False)
