"""What somebody enters who wants to check a report."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recommendations.report.verification.files import MOST_BYTES, is_pdf
from recommendations.report.verification.reference import LONGEST, Reference, read_reference

TYPED = {"class": "form-control", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}


def validate_size(upload: UploadedFile) -> None:
    """This function will return where a file is no larger than 20 MB, or raise ValidationError."""
    if upload.size is None or upload.size > MOST_BYTES:
        raise ValidationError(_("This file is larger than 20 MB. No report is."))


def validate_kind(upload: UploadedFile) -> None:
    """This function will return where a file is a PDF, or raise ValidationError: other files cannot be compared."""
    if not is_pdf(upload):
        raise ValidationError(_("This is not a PDF. Only the PDF of a report can be compared; choose that one."))


class PdfField(forms.FileField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("The PDF"),
            validators=[validate_size, validate_kind],
            widget=forms.FileInput(attrs={"class": "form-control", "accept": "application/pdf,.pdf"}),
            help_text=_("Up to 20 MB. Only its fingerprint is worked out; the file is kept nowhere."),
            error_messages={
                "required": _("Choose the PDF."),
                "invalid": _("Choose the PDF."),
                "empty": _("This file is empty."),
            },
            **kwargs,
        )


class PdfForm(forms.Form):
    """The PDF of a report that is named already."""

    pdf = PdfField()


class VerifyForm(forms.Form):
    """A report's number and code, or the address with both, or its PDF; any two of them together."""

    number = forms.CharField(
        label=_("Number, or the whole address"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs=TYPED),
        help_text=_("Such as FF-20261122-3A9C71B0. Blanks, dashes and small letters do not matter."),
    )
    code = forms.CharField(
        label=pgettext_lazy("verification", "Code"),
        max_length=LONGEST,
        required=False,
        widget=forms.TextInput(attrs=TYPED),
        help_text=_("16 letters and digits. They stand below the number, at the end of the report."),
    )
    pdf = PdfField(required=False)

    reference = Reference()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.errors:
            return data
        number, code = data.get("number", ""), data.get("code", "")
        self.reference = read_reference(number, code)
        if number and not self.reference.number:
            self.add_error("number", _("This is no number of a report. One looks like FF-20261122-3A9C71B0."))
        elif code and not self.reference.code:
            self.add_error("code", _("A code has 16 letters and digits: 0 to 9 and A to F."))
        elif code and not number:
            self.add_error("number", _("Enter the number, too."))
        elif number and not self.reference.code:
            self.add_error("code", _("Enter the code, too: a number alone confirms nothing."))
        elif not number and not data.get("pdf"):
            self.add_error("number", _("Enter number and code, or choose the PDF."))
        return data
