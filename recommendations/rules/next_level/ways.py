"""A way to the next level: its actions in the order of doing, and where the enterprise stands at its end."""

from collections.abc import Iterator
from fractions import Fraction

from recommendations.rules.gains import Gains
from recommendations.rules.next_level.result import Standing, Way, Work


def way(gains: Gains, actions: frozenset[str]) -> Way:
    """This function will return what doing `actions` takes and gives, found by scoring the answers again."""
    now, then = gains.case.scorecard, gains.scorecard(actions)
    standings = {
        key: Standing(key, node.shown, then.nodes[key].shown)
        for key, node in now.nodes.items()
        if key == now.root or node.parent == now.root
    }
    steps = [gains.steps[action] for action in actions]
    return Way(
        works=tuple(_works(gains, actions)),
        cost=sum((step.cost for step in steps), start=Fraction(0)),
        days=sum(step.days for step in steps),
        level=then.level.key or "",
        overall=standings[now.root],
        barriers=tuple([one for key, one in standings.items() if key != now.root]),
    )


def _works(gains: Gains, actions: frozenset[str]) -> Iterator[Work]:
    done: frozenset[str] = frozenset()
    for action in in_order(gains, actions):
        step = gains.steps[action]
        gain = gains.value(done | {action}) - gains.value(done)
        done |= {action}
        yield Work(action, step.cost, step.days, gain)


def in_order(gains: Gains, actions: frozenset[str]) -> list[str]:
    """This function will return `actions` in the order of doing: what is required or followed first, else by key.

    Where actions follow each other in a circle, the first by key of those that nothing required is missing for begins.
    """
    done: list[str] = []
    while len(done) < len(actions):
        ready = [key for key in actions if key not in done and (gains.steps[key].requires & actions).issubset(done)]
        prepared = [key for key in ready if (gains.steps[key].follows & actions).issubset(done)]
        done.append(min(prepared or ready))
    return done
