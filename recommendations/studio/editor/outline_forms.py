"""What can be asked of the outline: find something, move something."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recommendations.studio.forms import BaseRevisionForm

LONGEST_KEY = 60
MOVES = ("up", "down", "into", "section_up", "section_down", "section_to")


class SearchForm(forms.Form):
    """`at` names the button that was pressed before, so that the focus goes there again."""

    q = forms.CharField(required=False, max_length=100, label=_("Find a question"))
    at = forms.CharField(required=False, max_length=100)


class MoveForm(BaseRevisionForm):
    """One of the moves names what is moved; `into` also the `section`, and the `index` there, else its end."""

    up = forms.CharField(required=False, max_length=LONGEST_KEY)
    down = forms.CharField(required=False, max_length=LONGEST_KEY)
    into = forms.CharField(required=False, max_length=LONGEST_KEY)
    section = forms.CharField(required=False, max_length=LONGEST_KEY)
    section_up = forms.CharField(required=False, max_length=LONGEST_KEY)
    section_down = forms.CharField(required=False, max_length=LONGEST_KEY)
    section_to = forms.CharField(required=False, max_length=LONGEST_KEY)
    index = forms.IntegerField(required=False, min_value=0, max_value=9999)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        named = [name for name in MOVES if cleaned.get(name)]
        if len(named) != 1:
            raise forms.ValidationError(_("Say what is to be moved."))
        cleaned["move"], cleaned["key"] = named[0], cleaned[named[0]]
        return cleaned
