"""Question banks: the working copy as rows, and releases as documents."""

from assessment.bank.models.banks import Bank
from assessment.bank.models.measures import Level, Measure, Node
from assessment.bank.models.questions import Option, Question, Section
from assessment.bank.models.releases import Release

__all__ = ["Bank", "Level", "Measure", "Node", "Option", "Question", "Release", "Section"]
