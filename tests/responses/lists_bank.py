"""A bank of one list to tick, in which no option says that none applies, and two questions that hang on it."""

from assessment.scoring.document import BankDocument
from tests.responses.banks import bank_document, node, options, points, question, text

# An option may have the very key that the box for none has.
LISTED = question("L1", "multi", allow_not_applicable=True, options=points("", cloud=1, nothing=1))
AFTER = question(
    "L2",
    "yes_no",
    options=options(yes=1, no=0),
    visible_if={"fact": "answer.L1", "op": "has_none", "value": ["cloud"]},
)
CLOUD = question(
    "L3", "yes_no", options=options(yes=1, no=0), visible_if={"fact": "answer.L1", "op": "has", "value": "cloud"}
)


def lists_document() -> BankDocument:
    return bank_document(
        sections=[
            {"key": "lists", "title": text("Lists"), "node": "use", "questions": [LISTED, AFTER]},
            {"key": "cloud", "title": text("Cloud"), "node": "use", "questions": [CLOUD]},
        ],
        tree={"key": "overall", "title": text("Overall"), "children": [node("use", "L1", "L2", "L3")]},
        consistency=[],
    )
