"""What is sent when a table is imported, of offerings by staff or of clients by a workspace."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.bank.loader import MEBIBYTE
from recommendations.catalogue.imports.tables import LARGEST_FILE


class TableForm(forms.Form):
    """A file with a table; `largest_file` says how many bytes it may have."""

    largest_file: ClassVar[int]

    def clean_table(self) -> Any:
        upload = self.cleaned_data["table"]
        if upload.size > self.largest_file:
            message = gettext("The file is larger than %(size)d MiB; split it.")
            raise forms.ValidationError(message % {"size": self.largest_file // MEBIBYTE})
        return upload


class UploadForm(TableForm):
    largest_file = LARGEST_FILE
    table = forms.FileField(label=_("Table of offerings (.xlsx or .csv)"), max_length=200)


class TakeForm(forms.Form):
    skip_faulty = forms.BooleanField(label=_("Leave the faulty lines out"), required=False)
