"""What is sent when a table of clients is imported."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recommendations.desk.clients.imports.sheet import LARGEST_FILE
from recommendations.desk.import_forms import TableForm


class UploadForm(TableForm):
    largest_file = LARGEST_FILE
    table = forms.FileField(label=_("Table of clients (.xlsx or .csv)"), max_length=200)
