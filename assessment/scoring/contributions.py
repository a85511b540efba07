"""What each question gives to a node's score, and what it could still give; both add up exactly."""

from fractions import Fraction

from assessment.scoring.credit import Exact
from assessment.scoring.document import Aggregate
from assessment.scoring.scorecard import Contribution
from assessment.scoring.tree import Branch, Marks, Tallies, Tree, pick

HUNDRED = 100
ZERO = Fraction(0)


def contributions(tree: Tree, key: str, marks: Marks, found: Tallies) -> tuple[Contribution, ...]:
    """This function will return the contributions to node `key`: gained sum to its score, open to 100 minus it."""
    tally = found[key]
    if not tally.weight or tree.branches[key].aggregate is Aggregate.NONE:
        return ()
    ledger = _Ledger(tree, marks, found)
    score = tree.share(tally, tally.earned * HUNDRED)
    ledger.share_out(tree.branches[key], score, HUNDRED - score)
    return tuple(Contribution(question, gained, open_) for question, (gained, open_) in ledger.entries.items())


class _Ledger:
    """Hands the points of a node down to its parts, and theirs to the parts below, until questions hold them all."""

    def __init__(self, tree: Tree, marks: Marks, found: Tallies) -> None:
        self._tree, self._marks, self._found = tree, marks, found
        self.entries: dict[str, tuple[Fraction, Fraction]] = {}

    def share_out(self, branch: Branch, gained: Fraction, open_: Fraction) -> None:
        """This function will hand `gained` and `open_` points of one node down to the questions below it."""
        parts = self._tree.parts(branch, self._marks, self._found)
        weights = [part.weight for part in parts]
        shares = [self._tree.share(part.tally, part.tally.earned) for part in parts]
        for_gained, for_open = _claims(branch.aggregate, weights, shares)
        dealt = zip(parts, _deal(gained, for_gained, weights), _deal(open_, for_open, weights), strict=True)
        for part, own_gained, own_open in dealt:
            if part.child is not None:
                self.share_out(part.child, own_gained, own_open)
            else:
                self._enter(self._tree.items[part.key].question, own_gained, own_open)

    def _enter(self, question: str, gained: Fraction, open_: Fraction) -> None:
        before = self.entries.get(question, (ZERO, ZERO))
        self.entries[question] = (before[0] + gained, before[1] + open_)


def _claims(
    aggregate: Aggregate, weights: list[Exact], shares: list[Fraction]
) -> tuple[list[Fraction], list[Fraction]]:
    """How much each part claims of what is gained and of what is open.

    Of a minimum or maximum the first part that decides it claims all. A product is gained by all parts alike; it loses
    by the first part what that part lacks, by the second what it lacks of the rest, and so on.
    """
    if aggregate in {Aggregate.MIN, Aggregate.MAX}:
        decisive = shares.index(pick(aggregate, shares))
        claims = [Fraction(int(place == decisive)) for place in range(len(shares))]
        return claims, claims
    if aggregate is Aggregate.PRODUCT:
        return [Fraction(1)] * len(shares), _lost_in_turn(shares)
    gained = [Fraction(weight) * share for weight, share in zip(weights, shares, strict=True)]
    return gained, [Fraction(weight) - claim for weight, claim in zip(weights, gained, strict=True)]


def _lost_in_turn(shares: list[Fraction]) -> list[Fraction]:
    lost, before = [], Fraction(1)
    for share in shares:
        lost.append(before * (1 - share))
        before *= share
    return lost


def _deal(points: Fraction, claims: list[Fraction], weights: list[Exact]) -> list[Fraction]:
    """By the claims; by the weights where nobody has one, as when a level is given for nothing."""
    total = sum(claims, start=ZERO)
    if total:
        return [points * claim / total for claim in claims]
    whole = sum(weights)
    return [points * Fraction(weight) / whole for weight in weights]
