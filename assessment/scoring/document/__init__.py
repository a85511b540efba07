"""The bank document: one JSON or YAML text that says what is asked, what is scored and what a level takes."""

from assessment.scoring.document.bank import FORMAT, BankDocument, Consistency, Display, Reading, Rounding
from assessment.scoring.document.links import Alignment, Crosswalk, Framework, FrameworkItem, ReferenceLine
from assessment.scoring.document.measure import (
    Aggregate,
    Cell,
    Ladder,
    Level,
    Measure,
    Node,
    NotApplicable,
    Passes,
)
from assessment.scoring.document.questions import Band, Kind, Linear, Option, Question, Ratio, Row, Section, Step
from assessment.scoring.document.size import Size, SizeClass, SizeRule
from assessment.scoring.document.values import Bound, Number, Points, Scale, Share, Weight
from assessment.scoring.document.worked import Expectation, WorkedExample

__all__ = [
    "FORMAT",
    "Aggregate",
    "Alignment",
    "Band",
    "BankDocument",
    "Bound",
    "Cell",
    "Consistency",
    "Crosswalk",
    "Display",
    "Expectation",
    "Framework",
    "FrameworkItem",
    "Kind",
    "Ladder",
    "Level",
    "Linear",
    "Measure",
    "Node",
    "NotApplicable",
    "Number",
    "Option",
    "Passes",
    "Points",
    "Question",
    "Ratio",
    "Reading",
    "ReferenceLine",
    "Rounding",
    "Row",
    "Scale",
    "Section",
    "Share",
    "Size",
    "SizeClass",
    "SizeRule",
    "Step",
    "Weight",
    "WorkedExample",
]
