"""The whole form of a question: its fields, and the lines there may be several of."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from assessment.bank.editing.flat import Data
from assessment.scoring.document import Kind
from assessment.scoring.texts import localise
from recommendations.studio.editor.filled import initial_of, lines_of
from recommendations.studio.editor.kinds import parts_of
from recommendations.studio.editor.made import adds_points, question_made
from recommendations.studio.editor.question_form import BANDS, CREDIT, POINTS, QuestionForm, Surroundings
from recommendations.studio.editor.row_forms import SETS, BaseRows

FEWEST_OPTIONS = 2


@dataclass(frozen=True)
class Sheet:
    """`lines` by their names: options, rows, steps, bands, crosswalk, feeds."""

    around: Surroundings
    form: QuestionForm
    lines: dict[str, BaseRows]

    @property
    def typed(self) -> dict[str, Any]:
        """The fields as far as they can be read."""
        self.form.full_clean()
        return self.form.cleaned_data

    @property
    def kind(self) -> Kind:
        """The kind that is chosen at the moment; what is no kind is shown as the first."""
        value = str(self.form["kind"].value())
        return Kind(value) if value in set(Kind) else Kind.SINGLE

    @property
    def feeds(self) -> list[dict[str, Any]]:
        return self.lines["feeds"].written

    def question(self) -> Data:
        """This function will return the question that the form makes, as flat data; what cannot be read is left out."""
        typed = self.typed
        key = typed.get("key") or self.around.question_key
        return question_made(typed, {name: lines.written for name, lines in self.lines.items()}, key)

    def is_valid(self) -> bool:
        """This function will check everything that the chosen kind needs, and leave the messages at their fields."""
        used = [self.lines[name] for name in self._used()]
        are_valid = [self.form.is_valid(), *(lines.is_valid() for lines in used)]
        if all(are_valid):
            self._check_parts()
        return not self.form.errors and not any(lines.total_error_count() for lines in used)

    def _used(self) -> list[str]:
        parts, typed = parts_of(self.kind), self.typed
        several = adds_points(typed, self.kind)
        wanted = {
            "options": "options" in parts,
            "rows": "rows" in parts,
            "steps": several,
            "bands": "numbers" in parts and typed.get("counted") == BANDS,
            "crosswalk": True,
            "feeds": True,
        }
        return [name for name, is_wanted in wanted.items() if is_wanted]

    def _check_parts(self) -> None:
        parts, typed = parts_of(self.kind), self.typed
        if "options" in parts:
            self._check_options(typed)
        if "rows" in parts and not self.lines["rows"].written:
            self.form.add_error("kind", _("A table needs one row at least."))
        if "numbers" in parts and typed.get("counted") == BANDS:
            self._check_bands()

    def _check_options(self, typed: dict[str, Any]) -> None:
        options = self.lines["options"]
        if len(options.written) < FEWEST_OPTIONS:
            self.form.add_error("kind", _("Give two options at least: one leaves nothing to choose."))
        several, worth = adds_points(typed, self.kind), typed.get("worth")
        if worth == CREDIT and several:
            self.form.add_error("worth", _("Where several options may be ticked they are scored by points."))
            return
        if worth not in (CREDIT, POINTS):
            return
        for form in options.forms:
            if form.has_changed() and form.cleaned_data.get(worth) is None:
                form.add_error(worth, _("Say what this option is worth, or score the options “not at all”."))

    def _check_bands(self) -> None:
        bands = self.lines["bands"]
        if not bands.written:
            self.form.add_error("counted", _("Give one range at least."))
        highest: float | None = None
        for form in bands.forms:
            if not form.has_changed():
                continue
            upto = float(form.cleaned_data["upto"])
            if highest is not None and upto <= highest:
                form.add_error("upto", _("Ranges stand from the lowest to the highest."))
            highest = upto

    @property
    def shows(self) -> dict[str, bool]:
        """Which parts of the page the chosen kind has."""
        parts, worth = parts_of(self.kind), str(self.form["worth"].value())
        several = self.kind is Kind.MULTI or self.kind is Kind.TABLE and bool(self.form["multiple"].value())
        counted = str(self.form["counted"].value())
        return {
            **{part: part in parts for part in ("options", "rows", "numbers", "ratio")},
            "credit": "options" in parts and worth == CREDIT and not several,
            "points": "options" in parts and (worth == POINTS or worth == CREDIT and several),
            "exclusive": several,
            "steps": several,
            "bands": "numbers" in parts and counted == BANDS,
            "linear": "numbers" in parts and counted == "linear",
        }


def filled_sheet(
    around: Surroundings, base: int, question: Data, feeds: list[Data], nodes: list[tuple[str, str]]
) -> Sheet:
    """This function will return the form with a question in it; `feeds` are the nodes it counts in."""
    form = QuestionForm(around=around, initial=initial_of(question) | {"base": base})
    initial = lines_of(question, feeds)
    return Sheet(around, form, {name: _filled(name, initial[name], _line_options(around, nodes)) for name in SETS})


def _filled(name: str, initial: list[Data], options: dict[str, dict[str, Any]]) -> BaseRows:
    rows = SETS[name](prefix=name, initial=initial, form_kwargs=options[name])
    return rows


def typed_sheet(around: Surroundings, sent: QueryDict, nodes: list[tuple[str, str]], *, redrawn: bool) -> Sheet:
    """This function will return the form as it was typed; `redrawn`: only to be shown again."""
    form = QuestionForm(sent, around=around, redrawn=redrawn)
    redrawn = redrawn or form.wants_rerender
    options = _line_options(around, nodes)
    lines = {
        name: rows(sent, prefix=name, form_kwargs=options[name] | {"redrawn": redrawn}) for name, rows in SETS.items()
    }
    return Sheet(around, form, lines)


def _line_options(around: Surroundings, nodes: list[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    references = [
        (f"{framework.key}:{item.key}", f"{framework.key} · {localise(item.title, around.locale)}")
        for framework in around.document.frameworks
        for item in framework.items
    ]
    own: dict[str, dict[str, Any]] = {
        "crosswalk": {"references": references},
        "feeds": {"nodes": nodes, "asks": around.is_new},
    }
    return {name: own.get(name, {}) | {"locales": around.locales} for name in SETS}
