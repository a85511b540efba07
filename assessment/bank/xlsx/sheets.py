"""The sheets of a workbook: which part of the document each holds, and how its lines hang together."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel

from assessment.bank.xlsx.columns import Column, Kind, columns_of
from assessment.scoring import document as parts

KEY, VALUE = "key", "value"
GUIDE = "guide"
LEFT_OUT = "#"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with one line for each thing, or (`is_form`) one thing whose keys stand below each other.

    `names` are the columns that together tell a line from all others, where a second one could not be told apart.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    names: tuple[str, ...] = ()
    is_form: bool = False


def _link(name: str, about: str, *, is_required: bool = True) -> Column:
    return Column((name,), Kind.WORDS, about, is_required)


def _columns(schema: type[BaseModel], *without: str) -> tuple[Column, ...]:
    return columns_of(schema, frozenset(without))


_LISTS = [
    *["sections", "readings", "tree", "levels", "ladders", "consistency"],
    *["reference_lines", "frameworks", "size", "examples"],
]
_QUESTION = _link("question", _("The key of the question that the line belongs to."))
_NODE = _link("node", _("The key of the node that the line belongs to."))
_EXAMPLE = _link("example", _("The key of the example that the line belongs to."))

BANK = Sheet(
    "bank", _("The head of the document: one key a line."), _columns(parts.BankDocument, *_LISTS), is_form=True
)
SECTIONS = Sheet(
    "sections",
    _("The pages of questions, in the order in which they are asked."),
    _columns(parts.Section, "questions"),
    names=("key",),
)
QUESTIONS = Sheet(
    "questions",
    _("The questions, in the order in which they are asked within their section."),
    (
        _link("section", _("The key of the section that the question stands in.")),
        *_columns(parts.Question, "options", "rows", "steps", "bands"),
    ),
    names=("key",),
)
OPTIONS = Sheet("options", _("What may be chosen."), (_QUESTION, *_columns(parts.Option)))
ROWS = Sheet("rows", _("The rows of tables."), (_QUESTION, *_columns(parts.Row)))
BANDS = Sheet("bands", _("The bands of percentages and numbers."), (_QUESTION, *_columns(parts.Band)))
STEPS = Sheet("steps", _("The steps of questions with several answers."), (_QUESTION, *_columns(parts.Step)))
READINGS = Sheet("readings", _("Second readings of the same tree."), _columns(parts.Reading))
TREE = Sheet(
    "tree",
    _("The nodes, from the root down; children stand in the order of their lines."),
    (
        _link("parent", _("The key of the node above; left out for the root alone."), is_required=False),
        *_columns(parts.Node, "children", "measures", "cells"),
    ),
    names=("key",),
)
MEASURES = Sheet("measures", _("The questions counted in each node."), (_NODE, *_columns(parts.Measure)))
CELLS = Sheet("cells", _("The lines of nodes whose aggregate is a table."), (_NODE, *_columns(parts.Cell)))
LEVELS = Sheet(
    "levels",
    _("The levels, from the lowest to the highest."),
    (
        _link(
            "ladder", _("The ladder that the level belongs to; left out for the bank's own levels."), is_required=False
        ),
        *_columns(parts.Level),
    ),
)
CONSISTENCY = Sheet("consistency", _("Contradictions between answers."), _columns(parts.Consistency))
REFERENCE_LINES = Sheet(
    "reference_lines", _("Published figures to read answers against."), _columns(parts.ReferenceLine)
)
FRAMEWORKS = Sheet(
    "frameworks", _("Published frameworks that the bank refers to."), _columns(parts.Framework, "items"), names=("key",)
)
FRAMEWORK_ITEMS = Sheet(
    "framework_items",
    _("What each of these frameworks asks."),
    (_link("framework", _("The key of the framework that the item belongs to.")), *_columns(parts.FrameworkItem)),
)
SIZE = Sheet(
    "size",
    _("How the size class of an enterprise follows from its profile: one key a line."),
    _columns(parts.Size, "labels", "rules"),
    is_form=True,
)
SIZE_LABELS = Sheet(
    "size_labels",
    _("What the size classes are called."),
    (
        _link("key", _("The key of the class.")),
        Column(("label",), Kind.WORDS, _("What the class is called."), True, is_text=True, empty={}),
    ),
    names=("key",),
)
SIZE_RULES = Sheet(
    "size_rules",
    _("The thresholds. Lines with the same `rule` are the classes of one rule."),
    (
        _link("rule", _("Any word or number that the lines of one rule have in common.")),
        *_columns(parts.SizeRule, "classes"),
        *_columns(parts.SizeClass),
    ),
)
EXAMPLES = Sheet(
    "examples",
    _("Worked examples, calculated by hand."),
    _columns(parts.WorkedExample, "answers", "baseline", "expect"),
    names=("key",),
)
ANSWERS = Sheet(
    "example_answers",
    _("The answers of each example."),
    (
        _EXAMPLE,
        _link("question", _("The key of the question answered.")),
        Column(("answer",), Kind.VALUE, _("The answer: an option, [several], a number, {row: option}, unknown.")),
        Column(("baseline",), Kind.VALUE, _("The earlier answer, from which progress is counted.")),
    ),
    names=("example", "question"),
)
EXPECTATIONS = Sheet(
    "example_expectations",
    _("What must come out of each example."),
    (_EXAMPLE, _NODE, *_columns(parts.Expectation)),
    names=("example", "node"),
)

SHEETS = (
    *(BANK, SECTIONS, QUESTIONS, OPTIONS, ROWS, BANDS, STEPS, READINGS, TREE, MEASURES, CELLS, LEVELS, CONSISTENCY),
    *(REFERENCE_LINES, FRAMEWORKS, FRAMEWORK_ITEMS, SIZE, SIZE_LABELS, SIZE_RULES),
    *(EXAMPLES, ANSWERS, EXPECTATIONS),
)

BESIDE_A_BANK = frozenset(
    {
        *("playbook", "sources", "efforts", "cost_bands", "priority_bands", "actions", "action_steps", "raises"),
        *("rules", "categories", "texts"),
    }
)
"""What may stand in the same workbook: whoever reads a bank alone passes it over."""
