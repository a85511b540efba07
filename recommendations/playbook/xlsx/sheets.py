"""The sheets of a playbook, and those that may stand beside it in a workbook."""

from django.utils.translation import gettext_noop as _

from assessment.bank.xlsx.columns import Column, Kind, columns_of
from assessment.bank.xlsx.sheets import Sheet
from recommendations.rules import document as parts

_LISTS = frozenset({"sources", "efforts", "cost_bands", "priority_bands", "actions", "rules"})
_ACTION = Column(("action",), Kind.WORDS, _("The key of the action that the line belongs to."), True)

PLAYBOOK = Sheet(
    "playbook",
    _("The head of the playbook: one key a line."),
    columns_of(parts.PlaybookDocument, _LISTS),
    is_form=True,
)
SOURCES = Sheet(
    "sources", _("Where thresholds, bands and priorities come from."), columns_of(parts.Source), names=("key",)
)
EFFORTS = Sheet("efforts", _("How much work an action is."), columns_of(parts.Effort), names=("key",))
COST_BANDS = Sheet(
    "cost_bands",
    _("What an action costs, from the cheapest to the dearest."),
    columns_of(parts.CostBand),
    names=("key",),
)
PRIORITY_BANDS = Sheet(
    "priority_bands",
    _("How urgent a recommendation is, the most urgent first."),
    columns_of(parts.PriorityBand),
    names=("key",),
)
ACTIONS = Sheet(
    "actions", _("What an enterprise can do."), columns_of(parts.Action, frozenset({"steps", "raises"})), names=("key",)
)
ACTION_STEPS = Sheet(
    "action_steps",
    _("How each action is done, step by step, in this order."),
    (_ACTION, Column(("text",), Kind.WORDS, _("What is done in the step."), True, is_text=True, empty={})),
)
RAISES = Sheet("raises", _("What each action improves, and by how much."), (_ACTION, *columns_of(parts.Raise)))
RULES = Sheet("rules", _("When which action is recommended, and why."), columns_of(parts.Rule), names=("key",))

SHEETS = (PLAYBOOK, SOURCES, EFFORTS, COST_BANDS, PRIORITY_BANDS, ACTIONS, ACTION_STEPS, RAISES, RULES)

CATEGORIES = Sheet(
    "categories",
    _("The categories of the catalogue that actions may name."),
    (
        Column(("key",), Kind.WORDS, _("What actions refer to it by."), True),
        Column(("title",), Kind.WORDS, _("What the category is called."), True, is_text=True, empty={}),
        Column(("description",), Kind.WORDS, _("What help of this kind is."), is_text=True),
    ),
    names=("key",),
)
TEXTS = Sheet(
    "texts",
    _("All texts beside each other, to translate. An empty cell changes nothing."),
    (
        Column(
            ("document",),
            Kind.CHOICE,
            _("Where the text stands: bank or playbook."),
            True,
            choices=("bank", "playbook"),
        ),
        Column(("place",), Kind.WORDS, _("The address of the text; leave it as it is."), True),
        Column(("text",), Kind.WORDS, _("The text, in one column for each language."), True, is_text=True, empty={}),
    ),
    names=("document", "place"),
)
