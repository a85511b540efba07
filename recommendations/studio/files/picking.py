"""Which differences of a file are taken: their ticks, those that are set at first, and what taking them makes."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.editing.applying import apply_differences
from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.differences import Difference, Kind
from assessment.bank.editing.flat import Data, address, nested_data
from assessment.bank.faults import DocumentError, Fault, path_of, shown
from recommendations.studio.files.trial import Bundle, Side, Trial

NEW_PLAYBOOK = "playbook"
ALARMING_SHARE = 3  # a file in which more than a third of a list is missing is taken for half a file
FEWEST_ALARMING = 3


class PicksDoNotFit(Exception):
    """What was picked makes no document without what was not. `faults` name the parts; nothing was changed."""

    def __init__(self, side: Side, faults: Iterable[Fault]) -> None:
        self.side, self.faults = side, list(faults)
        super().__init__("\n".join(map(str, self.faults)))


def tick_of(word: str, bundle: Bundle) -> str:
    """This function will return what tells a bundle from all others, as long as it is at the same place."""
    last = bundle[-1]
    data = json.dumps([word, last.kind is Kind.ORDER, *last.place], ensure_ascii=False)
    return hashlib.sha256(data.encode()).hexdigest()[:16]


def is_removal(bundle: Bundle) -> bool:
    return bundle[-1].kind is Kind.REMOVED


def every_tick(trial: Trial, *, with_categories: bool) -> set[str]:
    """This function will return the ticks of all that can be taken."""
    ticks = {tick_of(side.word, each) for side in trial.sides for each in side.bundles}
    if with_categories:
        ticks |= {change.tick for change in trial.categories}
    return ticks | ({NEW_PLAYBOOK} if trial.new_playbook is not None else set())


def thinned_lists(side: Side) -> set[str]:
    """This function will return the lists of a working copy of which more than a third is not in the file."""
    removed: Counter[str] = Counter()
    for bundle in side.bundles:
        if is_removal(bundle):
            removed[bundle[-1].place[0]] += _things(bundle[-1].before)
    return {
        name
        for name, count in removed.items()
        if count >= FEWEST_ALARMING and count * ALARMING_SHARE > _things(side.draft.data.get(name))
    }


def first_ticks(trial: Trial, *, with_categories: bool) -> set[str]:
    """This function will return what is ticked before anybody has picked: all but removals out of half a file."""
    ticks = every_tick(trial, with_categories=with_categories)
    for side in trial.sides:
        thinned = thinned_lists(side)
        ticks -= {
            tick_of(side.word, each) for each in side.bundles if is_removal(each) and each[-1].place[0] in thinned
        }
    return ticks


def picked(side: Side, ticks: Collection[str]) -> list[Difference]:
    """This function will return the differences of a side that are ticked."""
    return [each for bundle in side.bundles if tick_of(side.word, bundle) in ticks for each in bundle]


def result_of(side: Side, ticks: Collection[str]) -> Data:
    """This function will return what the working copy says once the ticked differences are in it.

    Raises PicksDoNotFit naming the parts that need something that is not ticked.
    """
    applied = apply_differences(side.draft.data, picked(side, ticks))
    faults = [_missing_home(each.difference) for each in applied.clashes] or _lost_nodes(applied.data)
    if faults:
        raise PicksDoNotFit(side, faults)
    craft: Craft[Any, Any] = side.draft.craft
    try:
        return craft.flat(craft.document(applied.data, side.draft.copy.slug))
    except DocumentError as error:
        raise PicksDoNotFit(side, addressed(applied.data, error.faults)) from error


def addressed(data: Data, faults: Iterable[Fault]) -> list[Fault]:
    """This function will return faults of flat data by the addresses of the parts instead of their positions."""
    nested = nested_data(data)
    return [Fault(address(nested, path_of(each.place)), each.message) for each in faults]


def _missing_home(difference: Difference) -> Fault:
    return Fault(".".join(difference.place), _("what it belongs to is not there; tick that as well"))


def _lost_nodes(data: Data) -> list[Fault]:
    nodes = data.get("nodes", [])
    known = {node["key"] for node in nodes}
    return [
        Fault(f"nodes.{node['key']}.parent", _("no part of the measure has the key %(key)s") % {"key": shown(parent)})
        for node in nodes
        if (parent := node.get("parent")) is not None and parent not in known
    ]


def _things(part: Any) -> int:
    """How many parts with a key there are, this one included."""
    if isinstance(part, list):
        return sum(_things(item) for item in part)
    if not isinstance(part, dict):
        return 0
    return 1 + sum(_things(item) for item in part.values() if isinstance(item, list))
