"""Question banks: the working copy as rows, and releases as documents."""

from assessment.bank.models.banks import Bank, WorkingCopy
from assessment.bank.models.changes import BankChange, Change, ChangeKind
from assessment.bank.models.measures import Level, Measure, Node
from assessment.bank.models.questions import Option, Question, Section
from assessment.bank.models.releases import AnyRelease, Release

__all__ = [
    "AnyRelease",
    "Bank",
    "BankChange",
    "Change",
    "ChangeKind",
    "Level",
    "Measure",
    "Node",
    "Option",
    "Question",
    "Release",
    "Section",
    "WorkingCopy",
]
