"""Numbers that look drawn by chance and are the same every time: hashes of a name and a counter."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

Thing = TypeVar("Thing")

WORD = 1 << 32


class Draws:
    """One endless stream of draws; two with the same name give the same."""

    def __init__(self, name: str) -> None:
        self._name = name.encode()
        self._blocks = 0
        self._words: list[int] = []

    def share(self) -> float:
        """This function will return the next number, at least 0 and below 1, all equally likely."""
        if not self._words:
            hashed = blake2b(self._name, salt=self._blocks.to_bytes(16, "little")).digest()
            self._words = [int.from_bytes(hashed[place : place + 4], "little") for place in range(0, 64, 4)]
            self._blocks += 1
        return self._words.pop() / WORD

    def below(self, limit: int) -> int:
        """This function will return a whole number from 0 to `limit` - 1."""
        return int(self.share() * limit)

    def chance(self, probability: float) -> bool:
        """This function will return True about as often as `probability` says."""
        return self.share() < probability

    def pick(self, things: Sequence[Thing]) -> Thing:
        """This function will return one of `things`, all equally likely."""
        return things[self.below(len(things))]
