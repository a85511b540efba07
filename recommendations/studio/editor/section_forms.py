"""The form of a section."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recommendations.studio.editor.fields import KeyField
from recommendations.studio.forms import BaseRevisionForm, TextsField


class SectionForm(BaseRevisionForm):
    """`taken` are the keys that a new section may not have, None for one that is there.

    A section has one question at least, so a new one is asked for the `text` of its first.
    """

    def __init__(
        self,
        *args: Any,
        locales: Sequence[str],
        nodes: Sequence[tuple[str, str]],
        taken: frozenset[str] | None = None,
        **options: Any,
    ) -> None:
        options["use_required_attribute"] = False
        super().__init__(*args, **options)
        self.taken = taken or frozenset()
        self.fields["title"] = TextsField(locales=locales, required=True, label=_("Title"))
        self.fields["intro"] = TextsField(locales=locales, rows=3, label=_("Words under the title"))
        self.fields["node"] = forms.ChoiceField(
            choices=[("", _("none")), *nodes],
            required=False,
            label=_("Belongs to"),
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        self.fields["profile"] = forms.BooleanField(
            required=False, label=_("asks about the enterprise: comes first, is never scored")
        )
        if taken is not None:
            self.fields["key"] = KeyField(label=_("Key"))
            self.fields["text"] = TextsField(locales=locales, rows=2, required=True, label=_("First question"))

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"]
        if key in self.taken:
            raise forms.ValidationError(_("Another section has this key."))
        return key
