"""What people send: a file, which of its differences they take, what they want to download, how a new bank is called."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.bank.loader import LARGEST, MEBIBYTE

LONGEST_NAME = 200
BANK, PLAYBOOK, WHOLE, TEXTS = "bank", "playbook", "whole", "texts"
YAML, JSON, XLSX = "yaml", "json", "xlsx"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File (.xlsx, .yaml or .json)"),
        max_length=LONGEST_NAME,
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty."),
            "max_length": _("The name of the file is too long."),
            "invalid": _("Choose a file first."),
            "missing": _("Choose a file first."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.yaml,.yml,.json", "class": "form-control"}),
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            message = gettext("The file is larger than %(size)d MiB. Take pictures and formats that nobody needs out.")
            raise forms.ValidationError(message % {"size": LARGEST // MEBIBYTE}, code="large")
        return upload


class ExportForm(forms.Form):
    """`release` and `playbook_release` are numbers such as 1.0, empty = the working copy."""

    what = forms.ChoiceField(choices=[(name, name) for name in (BANK, PLAYBOOK, WHOLE, TEXTS)])
    format = forms.ChoiceField(choices=[(name, name) for name in (YAML, JSON, XLSX)])
    release = forms.RegexField(r"^\d{1,6}\.\d{1,6}$", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("what") in (WHOLE, TEXTS) and (cleaned.get("format") != XLSX or cleaned.get("release")):
            raise forms.ValidationError("only as a workbook of the working copies")
        return cleaned


class PicksForm(forms.Form):
    """Which boxes are ticked, at which revisions they were shown, and `do`, a button that only sets ticks.

    A tick that nothing belongs to picks nothing; numbers that nobody was given mean the working copies as they are.
    """

    bank_base = forms.IntegerField(min_value=0, max_value=2**31, required=False)
    playbook_base = forms.IntegerField(min_value=0, max_value=2**31, required=False)
    do = forms.RegexField(r"^(words|(all|none):[a-z_*-]{1,40})$", required=False)

    @property
    def sent(self) -> set[str]:
        return set(self.data.getlist("pick")) if hasattr(self.data, "getlist") else set()

    @property
    def bases(self) -> dict[str, int | None]:
        self.is_valid()
        return {word: self.cleaned_data.get(f"{word}_base") for word in (BANK, PLAYBOOK)}

    @property
    def asked(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("do") or "")
