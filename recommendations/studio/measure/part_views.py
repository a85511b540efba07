"""One part of what is scored: shown, added, changed."""

import copy
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import EDIT, READ, Workshop, workshop_for
from recommendations.studio.bases import NOTHING_SENT, base_in, timely
from recommendations.studio.drafts import Draft, bank_draft
from recommendations.studio.measure.editor import Editor
from recommendations.studio.measure.effect import Effect, effect_of
from recommendations.studio.measure.examples import ExampleRun, differing_in, run_of
from recommendations.studio.measure.families import Family, family_of
from recommendations.studio.measure.pages import scoring_address
from recommendations.studio.measure.parts import Context
from recommendations.studio.measure.saving import changed_data, keep
from recommendations.studio.putting_back import draft_with_part
from recommendations.studio.trial.example_rows import Differing

SHOW_EFFECT = "show_effect"


@dataclass
class PartPage:
    """The page of one part while it is looked at or filled in; `key` is "" for a new one, `node` where that begins."""

    workshop: Workshop
    family: Family
    draft: Draft
    key: str
    node: str = ""
    sent: QueryDict | None = None
    is_stale: bool = False
    overtaken: Overtaken | None = None
    is_gone: bool = False
    left_gate_text: bool = False
    editor: Editor = field(init=False)

    def fill(self) -> None:
        """This function will make the form, from what was sent if something was."""
        part = self.family.part(self.draft.data, self.key) if self.key else None
        context, base = self._context(self.draft), self.draft.base
        self.editor = Editor(self.family.shape, context, part, base, self.sent, is_stale=self.is_stale)

    def _context(self, draft: Draft) -> Context:
        taken = frozenset(item["key"] for item in self.family.items(draft.data))
        proposed = "" if self.key else self.family.new_key(draft.data)
        return Context(draft.document, draft.locales, taken, proposed, self.key, self.node)

    def save(self) -> str:
        """This function will keep what the form says and return the key of the part, "" if it cannot be kept."""
        before = _gate(self.family.part(self.draft.data, self.key)) if self.key else None
        data, key = changed_data(self.draft, self.family, self.editor)
        self.left_gate_text = before is not None and _is_left(before, _gate(self.family.part(data, key)))
        trouble = keep(self.draft, data, self.workshop.person)
        if isinstance(trouble, DocumentError):
            self.editor.refuse(trouble.faults, self.family.place(key))
        elif isinstance(trouble, Overtaken):
            self._yield_to(trouble)
        return "" if trouble else key

    def _yield_to(self, overtaken: Overtaken) -> None:
        """The form is filled in anew, with the wishes.

        Where the part has gone meanwhile it stays as it was sent; sent again, it is put back.
        """
        self.overtaken = overtaken
        part = next((item for item in self.family.items(overtaken.data) if item["key"] == self.key), None)
        if part is None and self.key and self.sent is not None:
            self.is_gone, self.sent = True, self.sent.copy()
            self.sent["base"] = str(overtaken.revision)
            self.fill()
        elif part is not None:
            context = self._context(self.draft)
            self.editor = Editor(self.family.shape, context, part, overtaken.revision)

    @property
    def status(self) -> int:
        return 409 if self.overtaken else 422 if self.editor.problems else 200

    @property
    def effect(self) -> Effect | None:
        """What saving would do to the shares; as things stand where nothing was sent that can be read."""
        if self.family.name != "node":
            return None
        if not self.editor.form.is_bound:
            return effect_of(self.draft, self.key or self.node)
        if not self.editor.is_valid:
            return None
        data, key = changed_data(self.draft, self.family, self.editor)
        return effect_of(self.draft, key, data)

    @property
    def run(self) -> ExampleRun | None:
        """What comes out of a worked example as it stands in the form."""
        if self.family.name != "example":
            return None
        return run_of(self.draft, self.family, self.editor)

    @property
    def differing(self) -> tuple[Differing, ...]:
        """The figures of a kept worked example that come out differently; none while its form is filled in."""
        if self.family.name != "example" or not self.key or self.editor.form.is_bound:
            return ()
        return differing_in(self.draft, self.key)


def _gate(part: dict[str, Any] | None) -> tuple[Any, Any]:
    """The gate of a level and what it is called in words; of anything else nothing."""
    return (part or {}).get("gate"), copy.deepcopy((part or {}).get("gate_text"))


def _is_left(before: tuple[Any, Any], after: tuple[Any, Any]) -> bool:
    """Whether a gate was changed whose words were not."""
    return before[0] != after[0] and bool(after[0]) and before[1] == after[1]


@require_http_methods(["GET", "HEAD", "POST"])
def part_edit(request: HttpRequest, bank_slug: str, family: str, ladder_key: str = "", **named: str) -> HttpResponse:
    """This view will show one part in a form, and keep what is sent."""
    [key] = named.values()
    return _respond(request, bank_slug, family_of(family, ladder_key), key)


@require_http_methods(["GET", "HEAD", "POST"])
def part_add(request: HttpRequest, bank_slug: str, family: str, ladder_key: str = "") -> HttpResponse:
    """This view will offer the form of something new, and add it."""
    return _respond(request, bank_slug, family_of(family, ladder_key), "")


def _respond(request: HttpRequest, bank_slug: str, family: Family, key: str) -> HttpResponse:
    page = _page(request, bank_slug, family, key)
    wants_saving = request.method == "POST" and SHOW_EFFECT not in request.POST
    if wants_saving and page.editor.is_valid and (saved := page.save()):
        messages.success(request, _("Saved."))
        if page.left_gate_text:
            messages.warning(
                request, _("The gate has changed and its text has not. Look whether it still says the same.")
            )
        return redirect(scoring_address(page.workshop, family.show, saved))
    return render(request, "studio/measure/part.html", _shown(page), status=page.status)


def _page(request: HttpRequest, bank_slug: str, family: Family, key: str) -> PartPage:
    only_shows = request.method in NOTHING_SENT and key
    workshop = workshop_for(request.user, bank_slug, READ if only_shows else EDIT)
    if key and not family.page:
        raise Http404
    sent, is_stale = timely(request, workshop.bank)
    draft = draft_with_part(workshop, sent, family.place(key)) if key else bank_draft(workshop, base_in(sent))
    node = request.GET.get("under", "") or draft.data["nodes"][0]["key"]
    posted = None if request.method in NOTHING_SENT else sent
    page = PartPage(workshop, family, draft, key, node, posted, is_stale)
    page.fill()
    return page


@require_http_methods(["POST"])
def node_effect(request: HttpRequest, bank_slug: str, node_key: str = "") -> HttpResponse:
    """This view will show what the form of a node would do, and save nothing."""
    page = _page(request, bank_slug, family_of("node"), node_key)
    return render(request, "studio/measure/effect.html", {"effect": page.effect, "node": page.key})


def _shown(page: PartPage) -> dict[str, Any]:
    return {
        "workshop": page.workshop,
        "tab": "scoring",
        "page": page,
        "family": page.family,
        "editor": page.editor,
        "effect": page.effect,
        "run": page.run,
        "differing": page.differing,
        "overtaken": page.overtaken,
        "is_gone": page.is_gone,
        "back": scoring_address(page.workshop, page.family.show, page.key),
    }
