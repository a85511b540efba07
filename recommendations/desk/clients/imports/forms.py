"""What is sent when a table of clients is imported."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.bank.loader import MEBIBYTE
from recommendations.desk.clients.imports.sheet import LARGEST_FILE


class UploadForm(forms.Form):
    table = forms.FileField(label=_("Table of clients (.xlsx or .csv)"), max_length=200)

    def clean_table(self) -> Any:
        upload = self.cleaned_data["table"]
        if upload.size > LARGEST_FILE:
            message = gettext("The file is larger than %(size)d MiB; split it.")
            raise forms.ValidationError(message % {"size": LARGEST_FILE // MEBIBYTE})
        return upload
