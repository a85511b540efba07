"""The summary: what holds the whole back and what carries it, in sentences and by question."""

from assessment.scoring.figures import shown_scale
from assessment.scoring.scorecard import Status
from recommendations.report.content.action_schema import Answered
from recommendations.report.content.balance import balance_rows, weigh
from recommendations.report.content.barriers import (
    gives_of,
    some_withheld,
    stand_apart,
    strongest_barrier,
    weakest_barrier,
)
from recommendations.report.content.figure import Gives, contribution_row, most_open
from recommendations.report.content.material import Material
from recommendations.report.content.score_schema import Balance
from recommendations.report.content.summary_schema import Summary
from recommendations.report.content.terms import highest_sentence, lowest_sentence, nothing_sentence
from recommendations.report.content.wording import answered_now, is_known

TOP_OPEN_SHOWN = 5
BALANCE_SHOWN = 3
ANSWER_FIRST_SHOWN = 5


def summary_of(material: Material) -> Summary:
    return Summary(
        weakest=_weakest(material),
        strongest=_strongest(material),
        top_open=tuple(
            contribution_row(material, key, part) for key, part in most_open(_of_whole(material), TOP_OPEN_SHOWN)
        ),
        answer_first=_answer_first(material),
        balance=_balance(material),
    )


def _balance(material: Material) -> Balance:
    """What stands below a sentence that names a part is of that part; what is not known is told of the whole."""
    whole = balance_rows(material, weigh(material, _of_whole(material)), BALANCE_SHOWN)
    weakest, strongest = weakest_named(material), strongest_named(material)
    return Balance(
        holds_back=whole.holds_back if weakest is None else _of_part(material, weakest).holds_back,
        carries=whole.carries if strongest is None else _of_part(material, strongest).carries,
        unknown=whole.unknown,
    )


def _of_whole(material: Material) -> list[Gives]:
    """Nothing where the whole has no number: points of its parts cannot be compared."""
    root = material.scorecard.root
    return [(root, part) for part in material.scorecard.contributions.get(root, ())]


def _of_part(material: Material, key: str) -> Balance:
    return balance_rows(material, weigh(material, gives_of(material, key)), BALANCE_SHOWN)


def weakest_named(material: Material) -> str | None:
    """This function will return the part that the summary names as the lowest; None where it names none."""
    return weakest_barrier(material) if stand_apart(material) else None


def strongest_named(material: Material) -> str | None:
    best = strongest_barrier(material)
    return None if best == weakest_barrier(material) else best


def _answer_first(material: Material) -> tuple[Answered, ...]:
    """The weightiest questions that are not answered, while the whole has too few answers for a number."""
    if material.overall.status is not Status.NOT_ENOUGH_ANSWERS:
        return ()
    parts = material.scorecard.contributions.get(material.scorecard.root, ())
    waiting = [part for part in parts if not is_known(material, part.question)]
    heaviest = sorted(waiting, key=lambda part: -part.open)[:ANSWER_FIRST_SHOWN]
    return tuple(answered_now(material, part.question) for part in heaviest)


def _weakest(material: Material) -> str:
    if material.overall.status is Status.UNSCORED or not material.bank.tree.children:
        return ""
    if weakest_barrier(material) is not None and not stand_apart(material):
        return ""
    return _named(material, weakest_barrier(material), lowest_sentence(material.bank, of_some=some_withheld(material)))


def _strongest(material: Material) -> str:
    best = strongest_named(material)
    if best is None:
        return ""
    return _named(material, best, highest_sentence(material.bank, of_some=some_withheld(material)))


def _named(material: Material, key: str | None, sentence: str) -> str:
    score = None if key is None else material.shown_score(key)
    if key is None or score is None:
        return nothing_sentence(material.bank)
    return sentence % {
        "title": material.say(material.nodes[key].title),
        "points": material.points(key, score),
        "scale": shown_scale(material.scorecard.nodes[key].scale),
    }
