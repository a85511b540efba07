"""The most that several schemes can carry of several prices: every scheme has one cap, every price is paid once."""

from collections import deque
from collections.abc import Mapping
from fractions import Fraction

Edge = tuple[str, str]
NOTHING = Fraction(0)


def most_carried(
    wanted: Mapping[Edge, Fraction], caps: Mapping[str, Fraction], payable: Mapping[str, Fraction]
) -> dict[Edge, Fraction]:
    """This function will return what each scheme carries of each item, by (scheme, item), with the largest sum.

    `wanted` is the most a scheme may carry of an item, `caps` of all items together, `payable` what all schemes may
    carry of an item. Among the largest, a cap is shared in proportion as far as that goes; ties go by key.
    """
    flow = _Flow(wanted, caps, payable)
    flow.share()
    flow.improve()
    return flow.carried


class _Flow:
    """A flow from schemes to items, largest when no path is left that carries more (Edmonds and Karp)."""

    def __init__(
        self, wanted: Mapping[Edge, Fraction], caps: Mapping[str, Fraction], payable: Mapping[str, Fraction]
    ) -> None:
        self._wanted = {edge: wanted[edge] for edge in sorted(wanted)}
        self.carried = dict.fromkeys(self._wanted, NOTHING)
        self._left = dict(caps)
        self._payable = dict(payable)
        self._items: dict[str, list[str]] = {scheme: [] for scheme in sorted(caps)}
        self._schemes: dict[str, list[str]] = {item: [] for item in sorted(payable)}
        for scheme, item in self._wanted:
            self._items[scheme].append(item)
            self._schemes[item].append(scheme)

    def share(self) -> None:
        for scheme, items in self._items.items():
            room = {item: min(self._wanted[scheme, item], self._payable[item]) for item in items}
            total = sum(room.values(), NOTHING)
            part = min(Fraction(1), self._left[scheme] / total) if total else NOTHING
            for item in items:
                self._push(scheme, item, room[item] * part)
                self._left[scheme] -= room[item] * part
                self._payable[item] -= room[item] * part

    def improve(self) -> None:
        while path := self._path():
            self._carry_more(path)

    def _push(self, scheme: str, item: str, amount: Fraction) -> None:
        self.carried[scheme, item] += amount

    def _path(self) -> list[str]:
        """Scheme, item, scheme, item …: each scheme carries more of the next item and less of the one before it."""
        before: dict[tuple[bool, str], str] = {}
        waiting = deque(scheme for scheme in self._items if self._left[scheme] > 0)
        reached = set(waiting)
        while waiting:
            scheme = waiting.popleft()
            for item in self._items[scheme]:
                if (True, item) in before or self.carried[scheme, item] >= self._wanted[scheme, item]:
                    continue
                before[True, item] = scheme
                if self._payable[item] > 0:
                    return _walked(item, before)
                for other in self._schemes[item]:
                    if other not in reached and self.carried[other, item] > 0:
                        reached.add(other)
                        before[False, other] = item
                        waiting.append(other)
        return []

    def _carry_more(self, path: list[str]) -> None:
        forward = list(zip(path[::2], path[1::2], strict=True))
        back = list(zip(path[2::2], path[1::2], strict=False))
        amount = min(
            self._left[path[0]],
            self._payable[path[-1]],
            *(self._wanted[edge] - self.carried[edge] for edge in forward),
            *(self.carried[edge] for edge in back),
        )
        for scheme, item in forward:
            self._push(scheme, item, amount)
        for scheme, item in back:
            self._push(scheme, item, -amount)
        self._left[path[0]] -= amount
        self._payable[path[-1]] -= amount


def _walked(item: str, before: Mapping[tuple[bool, str], str]) -> list[str]:
    path = [item]
    is_item = True
    while (is_item, path[-1]) in before:
        path.append(before[is_item, path[-1]])
        is_item = not is_item
    return path[::-1]
