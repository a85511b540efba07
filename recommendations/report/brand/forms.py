"""How a workspace wants its reports to look."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.responses.forms import validate_storable
from assessment.scoring.texts import language_tag
from recommendations.report.brand.actions import Look
from recommendations.report.brand.contrast import is_readable, nearest_readable, ratio_shown, read_colour
from recommendations.report.brand.logos import MOST_BYTES, BadLogo, Logo, Refusal, read_logo
from recommendations.report.brand.room import COVER_LINES, cover_lines, footer_share
from recommendations.report.models import Brand

COVER_LENGTH, FOOTER_LENGTH = 400, 200
NAMES = {"en": "English", "zh-hans": "中文"}
REFUSALS: Mapping[Refusal, Any] = {
    Refusal.TOO_HEAVY: _("The logo is larger than 2 MB. Save it smaller."),
    Refusal.NO_PICTURE: _("This is no PNG, JPEG, WebP or GIF picture. Drawings such as SVG: save them as PNG first."),
    Refusal.TOO_LARGE: _("The logo has too many pixels: at most 4,000 on a side and 16 million in all."),
    Refusal.TOO_SMALL: _("The logo is too small or too narrow to be printed: at least 24 pixels on each side."),
    Refusal.DAMAGED: _("The picture is damaged and cannot be read to its end. Save it again."),
}


class TextLines(forms.CharField):
    """Browsers send line ends as two characters; they count as one."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class OneLine(forms.CharField):
    def to_python(self, value: Any) -> str:
        return " ".join(str(super().to_python(value) or "").split())


class BrandForm(forms.Form):
    """`take` is the colour of the button that offers one; `kept_logo` the logo of an attempt that was refused."""

    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        allow_empty_file=True,
        max_length=255,
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif", "class": "form-control"}),
        error_messages={"max_length": _("The name of the file is too long.")},
    )
    kept_logo = forms.CharField(required=False, max_length=400_000, widget=forms.HiddenInput)
    remove_logo = forms.BooleanField(label=_("Without a logo"), required=False)
    colour = forms.CharField(
        label=_("Colour"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Enter a colour such as #0b4f6c.")},
    )
    take = forms.CharField(required=False, max_length=20)
    version = forms.IntegerField(min_value=0, max_value=2**31 - 2, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, brand: Brand) -> None:
        texts = {f"cover_text_{code}": text for code, text in brand.cover_text.items()}
        texts |= {f"footer_{code}": text for code, text in brand.footer.items()}
        initial = {"colour": brand.colour, "version": brand.version} | texts
        super().__init__(data, files, initial=initial)
        self.brand, self.proposed = brand, ""
        for code, _name in settings.LANGUAGES:
            self.fields[f"cover_text_{code}"] = _text(_("Text on the cover"), code, COVER_LENGTH, rows=3)
            self.fields[f"footer_{code}"] = _text(_("Footer of every page"), code, FOOTER_LENGTH, rows=1)

    def clean_logo(self) -> Logo | None:
        upload = self.cleaned_data.get("logo")
        if not upload:
            return None
        return _read(upload.read() if upload.size <= MOST_BYTES else b"\0" * (MOST_BYTES + 1))

    def clean_kept_logo(self) -> Logo | None:
        kept = self.cleaned_data["kept_logo"]
        try:
            return _read(b64decode(kept, validate=True)) if kept else None
        except ValueError as error:
            raise ValidationError(REFUSALS[Refusal.DAMAGED]) from error

    def clean_take(self) -> str | None:
        return read_colour(self.cleaned_data["take"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if "colour" in cleaned:
            cleaned["colour"] = self._colour(cleaned.get("take") or cleaned["colour"])
        for code, _name in settings.LANGUAGES:
            self._check_room(f"cover_text_{code}", f"footer_{code}")
        return cleaned

    def _colour(self, typed: str) -> str:
        colour = read_colour(typed)
        if colour is None:
            self.add_error("colour", gettext("Enter a colour such as #0b4f6c."))
            return ""
        if not is_readable(colour):
            self.proposed = nearest_readable(colour)
            said = gettext("White text on this colour reaches %(ratio)s to 1; at least 4.5 to 1 is needed to read it.")
            self.add_error("colour", said % {"ratio": ratio_shown(colour)})
        return colour

    def _check_room(self, cover: str, footer: str) -> None:
        lines = cover_lines(self.cleaned_data.get(cover, ""))
        if lines > COVER_LINES:
            said = gettext("The text takes %(lines)s lines on the cover; there is room for %(most)s.")
            self.add_error(cover, said % {"lines": lines, "most": COVER_LINES})
        share = footer_share(self.cleaned_data.get(footer, ""))
        if share > 1:
            said = gettext("The footer is too long for its line: it takes %(percent)s percent of it.")
            self.add_error(footer, said % {"percent": int(share * 100) + 1})

    def logo_now(self) -> Logo | None:
        """This function will return the logo as it would be saved: the new one, the kept one, else the stored one."""
        sent = getattr(self, "cleaned_data", {})
        if sent.get("remove_logo"):
            return None
        stored = Logo(bytes(self.brand.logo), self.brand.logo_width, self.brand.logo_height)
        return sent.get("logo") or sent.get("kept_logo") or (stored if stored.png else None)

    def kept(self) -> str:
        """This function will return a logo that was sent and is not stored yet, for the hidden field."""
        sent = getattr(self, "cleaned_data", {})
        logo = sent.get("logo") or sent.get("kept_logo")
        return b64encode(logo.png).decode("ascii") if logo else ""

    def look(self) -> Look:
        """This function will return what was entered; only for a valid form."""
        codes = [code for code, _name in settings.LANGUAGES]
        texts = {
            kind: {code: self.cleaned_data[f"{kind}_{code}"] for code in codes} for kind in ("cover_text", "footer")
        }
        filled = {kind: {code: text for code, text in by.items() if text} for kind, by in texts.items()}
        return Look(self.logo_now(), self.cleaned_data["colour"], filled["cover_text"], filled["footer"])


def _text(label: Any, code: str, length: int, rows: int) -> forms.CharField:
    attrs = {"dir": "auto", "lang": language_tag(code), "class": "form-control"}
    widget = forms.Textarea(attrs=attrs | {"rows": rows}) if rows > 1 else forms.TextInput(attrs=attrs)
    kind = TextLines if rows > 1 else OneLine
    field: forms.CharField = kind(
        label=label, required=False, max_length=length, validators=[validate_storable], widget=widget
    )
    return field


def _read(data: bytes) -> Logo:
    try:
        return read_logo(data)
    except BadLogo as error:
        raise ValidationError(REFUSALS[error.refusal]) from error
