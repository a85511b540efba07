"""How far answers can get: the most that a node may reach, whatever is asked and answered."""

from collections.abc import Mapping
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.check_conditions import Catalogue
from assessment.scoring.contradictions import World
from assessment.scoring.credit import NotScorable, best_credit
from assessment.scoring.document import Aggregate, BankDocument, Measure, Node, NotApplicable, Passes, Question
from assessment.scoring.points import question_here
from assessment.scoring.scales import Scales

ONE = Fraction(1)


def world_of(document: BankDocument, catalogue: Catalogue, faulty: set[str]) -> World:
    """This function will return what contradictions are found by. Conditions at or below a `faulty` place are left out."""
    asked_if = {}
    for place, _, question in walk.questions(document):
        here = f"{place}.visible_if"
        if question.visible_if is not None and not any(each.startswith(here) for each in faulty):
            asked_if[question.key] = question.visible_if
    return World(catalogue, asked_if, {f"node.{key}": points for key, points in most_points_of(document).items()})


def most_points_of(document: BankDocument) -> dict[str, Fraction]:
    """This function will return for every node a number of its own scale that no answers exceed.

    Parts may be hidden or not apply, so the best part alone may make the score: nothing less is certain.
    """
    questions = walk.questions_by_key(document)
    scales = Scales(document).full
    shares: dict[str, Fraction] = {}
    everything_counts = document.not_applicable is not NotApplicable.EXCLUDED
    for _, node in reversed(list(walk.nodes(document))):
        shares[node.key] = ONE if everything_counts else _share(node, shares, questions, scales[node.key])
    return {key: share * scales[key] for key, share in shares.items()}


def _share(node: Node, shares: Mapping[str, Fraction], questions: Mapping[str, Question], scale: Fraction) -> Fraction:
    if node.aggregate is Aggregate.TABLE:
        return min(ONE, max((Fraction(cell.score) for cell in node.cells), default=scale) / scale)
    parts = [shares[child.key] if child.passes is Passes.SCORE else ONE for child in node.children if child.weight != 0]
    parts += [_best(measure, questions) for measure in node.measures if measure.weight]
    return max(parts, default=ONE)


def _best(measure: Measure, questions: Mapping[str, Question]) -> Fraction:
    question = questions.get(measure.question)
    if question is None:
        return ONE
    try:
        return Fraction(best_credit(question_here(question, measure)))
    except (NotScorable, ValueError, ZeroDivisionError):  # a finding of its own; here it proves nothing
        return ONE
