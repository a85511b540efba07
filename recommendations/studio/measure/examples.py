"""What comes out of a worked example, beside what it expects."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.bank.check_report import check_document
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from assessment.scoring import walk
from assessment.scoring.answers import read_answer
from assessment.scoring.document import BankDocument, WorkedExample
from assessment.scoring.facts import UnknownFact
from assessment.scoring.figures import shown_number, shown_points, shown_share
from assessment.scoring.ladders import ladders_of
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore, Scope, Scorecard
from assessment.scoring.texts import localise
from assessment.scoring.worked_examples import run_examples
from recommendations.studio.drafts import Draft
from recommendations.studio.measure.editor import Editor
from recommendations.studio.measure.families import Family
from recommendations.studio.measure.saving import changed_data
from recommendations.studio.trial.example_rows import Differing, differing_examples, example_rows
from recommendations.studio.trial.figure_words import FigureWords

FOUND_DECIMALS = 4
TROUBLES = (ValueError, ArithmeticError, LookupError, UnknownFact)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One node: what comes out now, and the expected figures that do not."""

    key: str
    title: str
    depth: int
    points: str
    score: str
    coverage: str
    level: str
    wrong: list[str]
    is_expected: bool


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """`outcomes` is empty where it cannot be calculated; `agrees` tells whether all that is expected comes out."""

    outcomes: list[Outcome]
    agrees: bool


def run_of(draft: Draft, family: Family, editor: Editor) -> ExampleRun | None:
    """This function will return what comes out of the example as it stands in a form; None where it has no answers."""
    part = _part(draft, family, editor)
    if part is None:
        return None
    try:
        document = draft.craft.document({**draft.data, "examples": [part]}, draft.copy.slug)
        return _run(document, document.examples[0])
    except (DocumentError, *TROUBLES):
        return ExampleRun([], agrees=False)


def differing_in(draft: Draft, key: str) -> tuple[Differing, ...]:
    """This function will return the example as it is kept if figures of it come out differently."""
    slug, locale = draft.copy.slug, get_language() or ""
    try:
        comparisons = [each for each in check_document(draft.document).comparisons if each.example == key]
    except (DocumentError, *TROUBLES):
        return ()
    return differing_examples(slug, example_rows(slug, draft.document, comparisons, locale))


def _part(draft: Draft, family: Family, editor: Editor) -> Data | None:
    if not editor.form.is_bound:
        return editor.part
    if not editor.is_valid:
        return None
    data, key = changed_data(draft, family, editor)
    return family.part(data, key)


def _run(document: BankDocument, example: WorkedExample) -> ExampleRun:
    questions = walk.questions_by_key(document)
    answers = {key: read_answer(questions[key], raw) for key, raw in example.answers.items()}
    card = Scorer(document).score(answers, Scope(example.scope))
    wrong: dict[str, list[str]] = {}
    words = FigureWords(document, get_language() or "")
    for each in run_examples(document):
        if not each.agrees:
            expected, actual = (words.said(each.node, each.what, figure) for figure in (each.expected, each.actual))
            values = {"what": words.name(each.what), "expected": expected, "actual": actual}
            said = _("%(what)s: expected %(expected)s, comes out as %(actual)s") % values
            wrong.setdefault(each.node, []).append(said)
    return ExampleRun(list(_outcomes(document, example, card, wrong)), agrees=not wrong)


def _outcomes(
    document: BankDocument, example: WorkedExample, card: Scorecard, wrong: dict[str, list[str]]
) -> Iterator[Outcome]:
    ladders, locale = ladders_of(document), get_language() or ""
    depths: dict[str | None, int] = {None: -1}
    for place, node in walk.nodes(document):
        found = card.nodes[place.removeprefix("nodes.")]
        depths[node.key] = depths[found.parent] + 1
        index = card.level.index if node.key == card.root else found.level
        level = "–" if index is None else localise(ladders[node.key][index].title, locale)
        if depths[node.key] <= 1 or node.key in example.expect:
            yield Outcome(
                node.key,
                localise(node.title, locale),
                depths[node.key],
                shown_points(found.points, document.display),
                _score(found),
                shown_share(found.coverage),
                level,
                wrong.get(node.key, []),
                node.key in example.expect,
            )


def _score(found: NodeScore) -> str:
    return "–" if found.score is None else shown_number(found.score, FOUND_DECIMALS)
