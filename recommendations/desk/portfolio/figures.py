"""What a portfolio says in numbers: spread over levels, means by sector, and the course over time. Pure counting."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from django.utils.timezone import localdate

from assessment.scoring.figures import shown_points, shown_share
from recommendations.desk.portfolio.frame import Frame, Part
from recommendations.desk.portfolio.readings import Mark, Reading

BANDS = 5  # of the heat map, each a fifth of full marks wide


@dataclass(frozen=True, slots=True)
class Band:
    """How many reached one level. `title` is "" for those that reached none."""

    title: str
    count: int
    share: float
    shown: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The whole or a part: its levels from the lowest, then who has none; `n` in all, `mean` over those with a score."""

    title: str
    bands: tuple[Band, ...]
    n: int
    mean: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The mean of `n` scores, "–" for none; `band` from 0 to 4 is how high it is, None for none."""

    mean: str
    n: int
    band: int | None
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class HeatRow:
    title: str
    n: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Quarter:
    """`mean` and `median` on the scale of the whole, beside how they are shown, of `n` clients; places on 0–100."""

    year: int
    number: int
    n: int
    mean: str
    median: str
    mean_at: float
    median_at: float


def spread(part: Part, marks: Sequence[Mark], frame: Frame) -> Spread:
    """This function will count how many of the marks reached each level of a part."""
    counts, n = Counter(mark.level for mark in marks), len(marks)
    none = sum(count for key, count in counts.items() if key not in part.levels)
    pairs = [*((title, counts[key]) for key, title in part.levels.items()), ("", none)]
    bands = (Band(title, count, 100 * count / n if n else 0.0, _share(count, n)) for title, count in pairs)
    return Spread(part.title, tuple(bands), n, _cell(marks, frame).mean)


def _share(count: int, n: int) -> str:
    return shown_share(Fraction(count, n) if n else None)


def ladders(spreads: Sequence[tuple[Part, Spread]]) -> list[list[Spread]]:
    """This function will put those parts together that have the same levels; parts without levels are left out."""
    groups: dict[tuple[str, ...], list[Spread]] = {}
    for part, each in spreads:
        if part.levels:
            groups.setdefault(tuple(part.levels), []).append(each)
    return list(groups.values())


def heat_rows(readings: Sequence[Reading], frame: Frame) -> list[HeatRow]:
    """This function will return the mean of the whole and each part by sector, in the order of the bank.

    Those without a sector come last, with an empty title.
    """
    by_sector: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_sector[reading.sector if reading.sector in frame.sectors else ""].append(reading)
    return [
        heat_row(frame.sectors.get(key, ""), by_sector[key], frame) for key in (*frame.sectors, "") if by_sector[key]
    ]


def heat_row(title: str, readings: Sequence[Reading], frame: Frame) -> HeatRow:
    """This function will return the means of some results: of the whole first, then of each part."""
    columns = [[reading.whole for reading in readings], *(part_marks(readings, part) for part in frame.parts)]
    return HeatRow(title, len(readings), tuple(_cell(marks, frame) for marks in columns))


def part_marks(readings: Sequence[Reading], part: Part) -> list[Mark]:
    """This function will return what results reached in a part; one that was asked without it is left out."""
    return [reading.parts[part.key] for reading in readings if part.key in reading.parts]


def _cell(marks: Sequence[Mark], frame: Frame) -> Cell:
    scores = [mark.score for mark in marks if mark.score is not None]
    shares = [mark.share for mark in marks if mark.share is not None]
    if not scores or not shares:
        return Cell("–", 0, None, None)
    mean, share = sum(scores, Fraction()) / len(scores), sum(shares, Fraction()) / len(shares)
    return Cell(shown_points(mean, frame.display), len(scores), min(int(share * BANDS / 100), BANDS - 1), mean)


def quarters(readings: Sequence[Reading], frame: Frame) -> list[Quarter]:
    """This function will return the mean and the median of the whole by quarter of submission, oldest first.

    A client counts once in a quarter, with its last score; quarters without any are left out.
    """
    found: defaultdict[tuple[int, int], dict[int, Mark]] = defaultdict(dict)
    for reading in readings:
        day = localdate(reading.submitted_at)
        if reading.whole.score is not None:
            found[day.year, (day.month + 2) // 3][reading.enterprise_id] = reading.whole
    return [_quarter(key, list(found[key].values()), frame) for key in sorted(found)]


def _quarter(key: tuple[int, int], marks: Sequence[Mark], frame: Frame) -> Quarter:
    scores = [mark.score for mark in marks if mark.score is not None]
    mean, middle = sum(scores, Fraction()) / len(scores), median(scores)
    full = frame.whole.scale
    return Quarter(
        *key,
        len(scores),
        shown_points(mean, frame.display),
        shown_points(middle, frame.display),
        float(100 * mean / full),
        float(100 * middle / full),
    )
