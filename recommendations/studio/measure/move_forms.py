"""Where something is to stand: one button says what is moved and how."""

from typing import Any

from django import forms
from django.http import Http404

from assessment.bank.editing.flat import Data
from recommendations.studio.forms import BaseRevisionForm
from recommendations.studio.measure.families import family_of
from recommendations.studio.measure.tree import CannotMove, move_node

LONGEST = 200


class MoveForm(BaseRevisionForm):
    """`move` is "way:key", or "way:key:target" for a node that goes beside or below another; `family` says of what."""

    family = forms.CharField(max_length=LONGEST)
    ladder = forms.CharField(max_length=LONGEST, required=False)
    move = forms.CharField(max_length=LONGEST)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        way, _colon, rest = cleaned.get("move", "").partition(":")
        key, _colon, target = rest.partition(":")
        if not key or not cleaned.get("family"):
            raise forms.ValidationError("incomplete")
        try:
            cleaned["family"] = family_of(cleaned["family"], cleaned["ladder"])
        except Http404:
            raise forms.ValidationError("unknown") from None
        return cleaned | {"way": way, "key": key, "target": target}

    def apply(self, data: Data) -> None:
        """This function will change flat data as the form says, or raise CannotMove."""
        family, key, way = (self.cleaned_data[name] for name in ("family", "key", "way"))
        try:
            items = family.items(data)
        except Http404:
            raise CannotMove from None
        if family.name == "node":
            move_node(items, key, way, self.cleaned_data["target"])
            return
        keys = [item["key"] for item in items]
        steps = {"up": -1, "down": 1}.get(way, 0)
        place = keys.index(key) + steps if key in keys else -1
        if not steps or not 0 <= place < len(items):
            raise CannotMove
        items.insert(place, items.pop(keys.index(key)))
