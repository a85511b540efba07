"""The search agrees with trying every set of actions."""

import pytest

from recommendations.rules.next_level.find import ALTERNATIVES, next_level
from recommendations.rules.next_level.result import Outlook
from tests.rules.level_cases import adviser_by_chance, every_minimal_way

SEARCHED = {Outlook.REACHABLE, Outlook.IMPOSSIBLE}
CASES = 250


@pytest.mark.parametrize("is_plain", [True, False])
def test_ways_are_those_that_trying_everything_finds(is_plain: bool) -> None:
    outlooks = []
    for number in range(CASES):
        adviser, case = adviser_by_chance(number, is_plain=is_plain)
        found = next_level(adviser, case)
        assert found is not None and found.is_proven
        outlooks.append(found.outlook)
        if found.outlook not in SEARCHED:
            continue
        expected = every_minimal_way(adviser, case)
        ways = [tuple(sorted(work.action for work in way.works)) for way in found.ways]
        assert (number, ways) == (number, expected[: 1 + ALTERNATIVES])
        assert found.has_more == (len(expected) > 1 + ALTERNATIVES)
        assert bool(found.obstacles) != bool(expected)
    assert outlooks.count(Outlook.REACHABLE) >= CASES // 4 and outlooks.count(Outlook.IMPOSSIBLE) >= CASES // 4
