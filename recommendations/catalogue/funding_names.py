"""What the keys of a split of prices stand for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from recommendations.catalogue.models import FundingScheme


class Line(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def left_out(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Names:
    """What the keys of a split stand for."""

    lines: Mapping[str, Line]
    schemes: Mapping[str, FundingScheme]
