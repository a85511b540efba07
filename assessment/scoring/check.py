"""What is wrong with a bank document. A bank is released only without errors."""

from assessment.scoring.checks.cells import check_cells
from assessment.scoring.checks.conditions import check_conditions
from assessment.scoring.checks.credits import check_credits
from assessment.scoring.checks.divisors import check_divisors
from assessment.scoring.checks.examples import Refusal, check_examples, plain_refusal
from assessment.scoring.checks.keys import check_keys
from assessment.scoring.checks.levels import check_levels
from assessment.scoring.checks.parts import check_parts
from assessment.scoring.checks.readings import check_readings
from assessment.scoring.checks.references import check_references
from assessment.scoring.checks.shapes import check_shapes
from assessment.scoring.checks.targets import check_targets
from assessment.scoring.checks.texts import check_texts
from assessment.scoring.checks.trees import check_tree
from assessment.scoring.checks.worths import check_worths
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding, Severity

__all__ = ["Finding", "Severity", "check_bank"]


def check_bank(document: BankDocument, refusal: Refusal = plain_refusal) -> list[Finding]:
    """This function will return every fault of `document` and every doubt about it, each with its place.

    `refusal` says why an answer of a worked example is not admitted. Whether the worked examples come out as written is a separate question: see `worked_examples.run_examples`.
    """
    return [
        *check_keys(document),
        *check_shapes(document),
        *check_credits(document),
        *check_worths(document),
        *check_divisors(document),
        *check_tree(document),
        *check_parts(document),
        *check_cells(document),
        *check_targets(document),
        *check_readings(document),
        *check_levels(document),
        *check_conditions(document),
        *check_references(document),
        *check_texts(document, document.locales),
        *check_examples(document, refusal),
    ]
