"""The differences of a file as the page lists them: by sheet, each with a box to tick, its cell and its words."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from recommendations.studio.files.picking import is_removal, tick_of
from recommendations.studio.files.sheets import IN_ORDER, TITLES, sheet_of, thing_of
from recommendations.studio.files.trial import Bundle, Side
from recommendations.studio.history.lines import Line
from recommendations.studio.history.words import Speaker

MOST_BOXES = 800  # a form that is sent holds a thousand fields
MOST_LINES = 12  # of one box
GONE = "gone"


class Grain(IntEnum):
    """What one box stands for: where there are too many differences, a whole thing or a whole sheet."""

    FIELD = 1
    THING = 2
    SHEET = 3


@dataclass(slots=True)
class Unit:
    """What one box takes or leaves. `spot` is the cell or line of the file, "" where it stands in none."""

    tick: str
    spot: str
    is_ticked: bool
    lines: list[Line] = field(default_factory=list)

    @property
    def shown(self) -> list[Line]:
        return self.lines[:MOST_LINES]

    @property
    def more(self) -> int:
        return max(0, len(self.lines) - MOST_LINES)


@dataclass(frozen=True, slots=True)
class Group:
    """The differences on one sheet, or all that is gone from one document."""

    name: str
    title: str | Promise
    sheet: str
    units: list[Unit]
    is_removal: bool = False

    @property
    def count(self) -> int:
        return len(self.units)

    @property
    def ticked(self) -> int:
        return sum(unit.is_ticked for unit in self.units)


@dataclass(frozen=True, slots=True)
class Listing:
    groups: list[Group]
    grain: Grain

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def ticked(self) -> int:
        return sum(group.ticked for group in self.groups)


def grain_for(sides: Iterable[Side]) -> Grain:
    """This function will return the finest grain that makes no more boxes than can be sent."""
    found = [(side.word, each) for side in sides for each in side.bundles]
    if len(found) <= MOST_BOXES:
        return Grain.FIELD
    return Grain.THING if len({_box(*each, Grain.THING) for each in found}) <= MOST_BOXES else Grain.SHEET


def whole_ticks(sides: Iterable[Side], grain: Grain, ticks: Collection[str]) -> set[str]:
    """This function will return the ticks of all differences whose box is ticked."""
    boxes: dict[tuple[str, ...], list[str]] = {}
    for side in sides:
        for each in side.bundles:
            boxes.setdefault(_box(side.word, each, grain), []).append(tick_of(side.word, each))
    return {tick for box in boxes.values() if box[0] in ticks for tick in box} | set(ticks)


def listing_of(sides: Iterable[Side], speakers: dict[str, Speaker], ticks: Collection[str], grain: Grain) -> Listing:
    """This function will return every difference in the words of `speakers`, grouped by sheet, ticked as `ticks` say."""
    groups: dict[str, Group] = {}
    for side in sides:
        for group_name, unit in _units(side, speakers[side.word], ticks, grain):
            groups.setdefault(group_name, _group(group_name)).units.append(unit)
    return Listing(sorted(groups.values(), key=_rank), grain)


def _units(side: Side, speaker: Speaker, ticks: Collection[str], grain: Grain) -> Iterator[tuple[str, Unit]]:
    units: dict[tuple[str, ...], Unit] = {}
    for each in side.bundles:
        box = _box(side.word, each, grain)
        if box not in units:
            tick = tick_of(side.word, each)
            spot = "" if is_removal(each) else _spoken(side.spot(".".join(each[-1].place)))
            units[box] = Unit(tick, spot, tick in ticks)
            yield _group_name(side.word, each), units[box]
        units[box].lines += speaker.lines(each)


def _spoken(spot: str) -> str:
    """Cells are known by their names; of line and column people look for the line."""
    line, colon, column = spot.partition(":")
    return _("line %(number)s") % {"number": line} if colon and line.isdecimal() and column.isdecimal() else spot


def _box(word: str, bundle: Bundle, grain: Grain) -> tuple[str, ...]:
    group, last = _group_name(word, bundle), bundle[-1]
    if grain is Grain.SHEET:
        return (group,)
    own = () if grain is Grain.THING else (last.kind.value, *last.place)
    return (group, word, *thing_of(last.place), "|", *own)


def _group_name(word: str, bundle: Bundle) -> str:
    return f"{GONE}-{word}" if is_removal(bundle) else sheet_of(word, bundle[-1].place)


def _group(name: str) -> Group:
    if name.startswith(GONE):
        is_bank = name.endswith("bank")
        title = _("No longer in the file: bank") if is_bank else _("No longer in the file: playbook")
        return Group(name, title, "", [], is_removal=True)
    return Group(name, TITLES[name], name, [])


def _rank(group: Group) -> tuple[bool, int, str]:
    return group.is_removal, IN_ORDER.index(group.name) if group.name in IN_ORDER else 0, group.name


def is_wording(unit: Unit) -> bool:
    """This function will return whether a box changes words only."""
    return bool(unit.lines) and all(line.is_text for line in unit.lines)


def retick(listing: Listing, do: str) -> None:
    """This function will set ticks: "all:GROUP", "none:GROUP", "words" for those of words alone; * is every group."""
    verb, _colon, name = do.partition(":")
    for group in listing.groups:
        for unit in group.units:
            if verb == "words":
                unit.is_ticked = is_wording(unit)
            elif verb in ("all", "none") and name in ("*", group.name):
                unit.is_ticked = verb == "all"
