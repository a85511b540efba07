"""What the parts of a bank are called: barriers in the bank of the four barriers, areas in every other.

That is told by the bank's slug. A title is there for people, and a playbook can come to any bank later on, while the
words of a report stay; the slug belongs to the release and never changes.
"""

from django.utils.translation import gettext

from assessment.scoring.document import BankDocument
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales
from assessment.scoring.scorecard import HUNDRED
from recommendations.report.content.score_schema import Words

BANKS_OF_BARRIERS = frozenset({"four-barriers"})


def is_about_barriers(bank: BankDocument) -> bool:
    return bank.slug in BANKS_OF_BARRIERS


def words_of(bank: BankDocument) -> Words:
    """This function will return headings and sentences that name the parts of `bank`, in the active language."""
    words = _barriers() if is_about_barriers(bank) else _areas(bank)
    return words.model_copy(update=_of_balance())


def _of_balance() -> dict[str, str]:
    return {
        "holds_back": gettext(
            "Answers that leave more open than they give, the most open first, in points of this part."
        ),
        "carries": gettext("Answers that give more than half of what they could, in points of this part."),
        "no_brake": gettext("No answer here leaves more open than it gives."),
        "no_strength": gettext("No answer here gives more than half of what it could yet."),
    }


def _barriers() -> Words:
    return Words(
        heading=gettext("Four barriers"),
        chapter=gettext("The four barriers"),
        detail=gettext("Each barrier in detail"),
        table=gettext("Points of this barrier, question by question"),
        lowest=gettext("Your lowest barrier"),
        bars=gettext(
            "Solid: your score. Lighter: what unknown answers could add. Notches: where the levels begin. "
            "A higher score means a lower barrier."
        ),
        score=gettext(
            "From 0 to 100. Every answer gives a share of what its question is worth. "
            "A higher score means that the barrier is lower."
        ),
        level=_level(has_gates=True),
    )


def _areas(bank: BankDocument) -> Words:
    bars = gettext("Solid: your score. Lighter: what unknown answers could add.")
    if bank.levels or bank.ladders:
        bars = gettext("Solid: your score. Lighter: what unknown answers could add. Notches: where the levels begin.")
    return Words(
        heading=gettext("The areas"),
        chapter=gettext("The areas"),
        detail=gettext("Each area in detail"),
        table=gettext("Points of this area, question by question"),
        lowest=gettext("Your lowest area"),
        bars=bars,
        score=_score(bank),
        level=_level(has_gates=any(level.gate is not None for level in ladders_of(bank)[bank.tree.key])),
    )


def _score(bank: BankDocument) -> str:
    if set(Scales(bank).full.values()) == {HUNDRED}:
        return gettext("From 0 to 100. Every answer gives a share of what its question is worth.")
    return gettext(
        "From 0 to the full marks that stand beside it. Every answer gives a share of what its question is worth."
    )


def _level(*, has_gates: bool) -> str:
    if has_gates:
        return gettext("A level needs a score and conditions. Both must hold, for this level and for all below it.")
    return gettext("A level is told by the score before it is rounded.")


def lowest_sentence(bank: BankDocument, *, of_some: bool) -> str:
    """This function will return the sentence on the weakest part, with slots for `title`, `points` and `scale`.

    `of_some`: other parts have too few answers to be compared.
    """
    if is_about_barriers(bank):
        if of_some:
            return gettext("Of the barriers with enough answers, %(title)s holds you back most: %(points)s of 100.")
        return gettext("%(title)s holds you back most: %(points)s of 100.")
    if of_some:
        return gettext("Of the areas with enough answers, %(title)s is the lowest: %(points)s of %(scale)s.")
    return gettext("%(title)s is your lowest area: %(points)s of %(scale)s.")


def highest_sentence(bank: BankDocument, *, of_some: bool) -> str:
    """This function will return the sentence on the strongest part, which follows the one on the weakest."""
    if is_about_barriers(bank):
        if of_some:
            return gettext("Of these, %(title)s carries you best: %(points)s of 100.")
        return gettext("%(title)s carries you best: %(points)s of 100.")
    if of_some:
        return gettext("Of these, %(title)s is the highest: %(points)s of %(scale)s.")
    return gettext("%(title)s is your highest area: %(points)s of %(scale)s.")


def nothing_sentence(bank: BankDocument) -> str:
    """This function will return what is said while no part has a number."""
    if is_about_barriers(bank):
        return gettext("No barrier has enough answers for a number yet.")
    return gettext("No area has enough answers for a number yet.")
