"""What the fields of a bank are called in forms, and a hint where the name alone does not say it."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from pydantic import BaseModel

from assessment.scoring.document import Level, Measure, Node, WorkedExample

Word = str | Promise
NO_HINT = ""

LABELS: dict[str, Word] = {
    "key": _("Key"),
    "title": _("Title"),
    "description": _("Description"),
    "why": _("Why it matters"),
    "weight": _("Weight"),
    "aggregate": _("How its parts make its score"),
    "scale": _("Full marks"),
    "ladder": _("Its levels"),
    "target": pgettext_lazy("studio", "Target"),
    "passes": _("What it hands upwards"),
    "ref": _("Item of a framework"),
    "alignment": _("How closely"),
    "question": pgettext_lazy("studio", "Question"),
    "lower": _("From this score on"),
    "above": _("Above this score"),
    "upto": _("Up to and with this score"),
    "below": _("Up to below this score"),
    "gate": _("What must hold besides the score"),
    "gate_text": _("The gate in plain words"),
    "source": _("Source"),
    "when": _("When it is shown"),
    "message": _("What is then said"),
    "questions": _("Questions to look at again"),
    "counts": _("Counts in the main score too"),
    "value": _("The figure"),
    "unit": _("Unit"),
    "period": _("Time"),
    "kind": _("What sort of figure it is"),
    "scope": _("Of whom"),
    "url": _("Its address on the web"),
    "notice": _("What the result is and is not"),
    "method": _("How the score is made"),
    "minimum_coverage": _("Least share that must be answered"),
    "not_applicable": _("What “does not apply” counts as"),
    "seconds_per_question": _("Seconds for each question"),
    "decimals": _("Digits behind the point"),
    "rounding": _("Further digits"),
    "working": _("How it was calculated"),
    "tolerance": _("How far a figure may be off"),
    "score": _("Score"),
    "low": _("At the least"),
    "high": _("At the most"),
    "points": _("Points"),
    "shown": _("As people read it"),
    "coverage": _("Answered share"),
    "status": _("Status"),
    "level": _("Level"),
    "percent_of_target": _("Percent of the target"),
    "progress": _("Progress"),
    "employees": _("Question for employees"),
    "revenue": _("Question for revenue"),
    "sector": _("Question for the sector"),
    "smallest": _("Class of those who meet no threshold"),
    "sectors": _("Sectors"),
    "size": _("Class"),
}
HINTS: dict[str, Word] = {
    "key": _("Rules, reports and addresses refer to it. It cannot be changed later."),
    "weight": _("How much it counts among its neighbours. 0: shown, not counted."),
    "scale": _("What full marks are called here. Left empty: what follows from the parts."),
    "target": _("What is aimed at, on the scale of this node."),
    "lower": _("The score itself is included. Fill in this or the next one, or neither: then the gate decides alone."),
    "above": _("The score itself still belongs to the level below."),
    "upto": _("Changes nothing; it is checked against the next level."),
    "below": _("Changes nothing; it is checked against the next level."),
    "gate_text": _("For those who are to pass it."),
    "questions": _("At least one."),
    "counts": _("Without the tick its questions are in no other score."),
    "minimum_coverage": _("From 0 to 1. Below this share no score is shown; 0 never withholds one."),
    "method": _("An empty line begins a paragraph."),
    "seconds_per_question": _("From this the time that is left is estimated."),
    "decimals": _("From 0 to 6, always all of them."),
    "tolerance": _("Half of the last digit that was calculated, such as 0.05 for one decimal."),
    "score": _("From 0 to 100."),
    "low": _("What is open counts nothing."),
    "high": _("What is open counts its best."),
    "points": _("On the scale of the node."),
    "shown": _("Digit for digit."),
    "coverage": _("From 0 to 1."),
}
LABELS_OF_MODELS: dict[tuple[type[BaseModel], str], tuple[Word, Word]] = {
    (Node, "weight"): (
        _("Weight"),
        _("How much it counts in the node above. Left empty: it weighs what stands below it. 0: shown, not counted."),
    ),
    (Measure, "weight"): (_("Weight"), NO_HINT),
    (WorkedExample, "title"): (_("Whose answers these are"), NO_HINT),
    (WorkedExample, "scope"): (_("What is asked"), NO_HINT),
    (Level, "source"): (
        _("Source"),
        _("Where bound and gate come from: what was published, or that they are estimates."),
    ),
}
WORDS_OF_VALUES: dict[tuple[str, str], Word] = {
    ("aggregate", "mean"): _("weighted mean"),
    ("aggregate", "sum"): _("points added up"),
    ("aggregate", "min"): _("the weakest part"),
    ("aggregate", "max"): _("the strongest part"),
    ("aggregate", "product"): _("shares multiplied"),
    ("aggregate", "table"): _("looked up in a table of levels"),
    ("aggregate", "none"): _("no number of its own"),
    ("passes", "score"): _("its score"),
    ("passes", "level"): _("the level it reached"),
    ("passes", "target"): _("its score up to its target"),
    ("alignment", "exact"): _("asks the same"),
    ("alignment", "close"): _("asks nearly the same"),
    ("alignment", "partial"): _("asks a part of it"),
    ("kind", "mean"): _("mean of many"),
    ("kind", "share"): _("share of many"),
    ("kind", "target"): _("target set by somebody"),
    ("kind", "survey"): _("survey result"),
    ("not_applicable", "excluded"): _("the question leaves the score"),
    ("not_applicable", "zero"): _("answered, worth nothing"),
    ("not_applicable", "full"): _("answered, worth all"),
    ("not_applicable", "target"): _("answered, worth the target of its node"),
    ("rounding", "half_up"): _("rounded to the nearest"),
    ("rounding", "truncate"): _("cut off"),
    ("scope", "full"): _("everything is asked"),
    ("scope", "quick"): _("profile and core questions"),
    ("status", "scored"): _("has a score"),
    ("status", "unscored"): _("has no number of its own"),
    ("status", "not_enough_answers"): _("not enough answers"),
    ("status", "not_assessed"): _("nothing applies"),
}


def words_of(model: type[BaseModel], name: str) -> tuple[Any, Any]:
    """This function will return what a field is called and a hint, "" for none."""
    return LABELS_OF_MODELS.get((model, name)) or (LABELS[name], HINTS.get(name, NO_HINT))
