"""The form of what stands above the actions: title and basis, sources, and the scales of effort, cost and urgency."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.bank.editing.flat import Data
from recommendations.studio.advice.choices import source_choices
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.playbook_form import PlaybookForm
from recommendations.studio.advice.removal import used_by
from recommendations.studio.advice.rows import Rows
from recommendations.studio.advice.scale_rows import BandRow, CostRow, EffortRow, ScaleRow, SourceRow
from recommendations.studio.editor.keys import next_key
from recommendations.studio.forms import TextsField

LISTS: Mapping[str, tuple[type[ScaleRow], str]] = {
    "sources": (SourceRow, "source"),
    "efforts": (EffortRow, "effort"),
    "cost_bands": (CostRow, "cost_band"),
    "priority_bands": (BandRow, "priority_band"),
}
MUST_STAY = frozenset({"efforts", "cost_bands", "priority_bands"})


class HeadForm(PlaybookForm):
    def __init__(self, papers: Papers, data: QueryDict | None = None, **options: Any) -> None:
        super().__init__(papers, data, **options)
        locales = papers.locales
        self.fields["title"] = TextsField(locales=locales, label=_("Title"), required=True)
        self.fields["basis"] = TextsField(locales=locales, rows=4, label=_("What it rests on"))
        for part, (row, _family) in LISTS.items():
            make: Callable[..., ScaleRow] = partial(row, locales=locales, sources=source_choices(papers))
            initial = [item | {"was": item["key"]} for item in papers.items(part)]
            self.rows[part] = Rows(part, make, initial, self.sent)

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if valid:
            for part, (_row, family) in LISTS.items():
                self._refuse_removal(part, family)
                self._refuse_strange_keys(part)
        return valid and not self.errors

    def _refuse_removal(self, part: str, family: str) -> None:
        kept = {row.get("was") for row in self.rows[part].cleaned}
        if part in MUST_STAY and not self.rows[part].cleaned:
            self.add_error(None, _("%(list)s: one at least must stay.") % {"list": list_title(part)})
        for item in self.papers.items(part):
            uses = [] if item["key"] in kept else used_by(self.papers, family, item["key"])
            if uses:
                said = {
                    "title": say(item.get("title")) or item["key"],
                    "uses": " · ".join(dict.fromkeys(use.words for use in uses)),
                }
                self.add_error(None, _("“%(title)s” cannot be removed, it is used: %(uses)s") % said)

    def _refuse_strange_keys(self, part: str) -> None:
        """What says that it was there must have been there, once."""
        was = [row["was"] for row in self.rows[part].cleaned if row.get("was")]
        if len(set(was)) != len(was) or not set(was) <= set(self.papers.keys(part)):
            self.add_error(
                None,
                _("%(list)s: the list did not arrive whole. Please load the page anew.") % {"list": list_title(part)},
            )

    @property
    def written(self) -> Data:
        """Title, basis and the lists as the schema has them."""
        texts = {name: self.cleaned_data[name] for name in ("title", "basis")}
        return texts | {part: self._items(part) for part in LISTS}

    def _items(self, part: str) -> list[Data]:
        rows = self.rows[part]
        taken = self.papers.keys(part)
        items = []
        for form in rows:
            if not form.is_bound or not form.has_changed():
                continue
            assert isinstance(form, ScaleRow)
            key = form.cleaned_data.get("was") or _new_key(part, taken)
            taken = [*taken, key]
            items.append({"key": key} | form.written)
        return items


def _new_key(part: str, taken: Sequence[str]) -> str:
    stem = {"sources": "source", "efforts": "effort", "cost_bands": "band", "priority_bands": "band"}[part]
    return next_key(taken, [], f"{stem}_{len(taken) + 1}")


def list_title(part: str) -> str:
    """This function will return what a list of the playbook's head is called."""
    titles = {
        "sources": _("Sources"),
        "efforts": _("Efforts"),
        "cost_bands": _("Cost bands"),
        "priority_bands": _("Priority bands"),
    }
    return titles[part]
