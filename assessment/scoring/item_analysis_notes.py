"""What stands out about an item. A note is a reason to look at the question, never a verdict on it."""

from enum import StrEnum

from assessment.scoring.item_analysis import ItemStatistics

# Ebel and Frisbie, Essentials of Educational Measurement (1991): items that discriminate below 0.20 are poor.
WEAK_BELOW = 0.2
# Our own conventions: an item that four in five answer alike, or that one in five cannot answer, tells little.
ALIKE_FROM = 0.8
OPEN_FROM = 0.2
NO_DIFFERENCE = 1e-9


class Note(StrEnum):
    NEGATIVE = "negative"
    WEAK = "weak"
    SAME = "same"
    FLOOR = "floor"
    CEILING = "ceiling"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


def item_notes(statistics: ItemStatistics, item_total: float | None) -> tuple[Note, ...]:
    """This function will return what stands out about an item, given its corrected item-total correlation."""
    holds = {
        Note.NEGATIVE: item_total is not None and item_total < 0,
        Note.WEAK: item_total is not None and 0 <= item_total < WEAK_BELOW,
        Note.SAME: statistics.deviation is not None and statistics.deviation < NO_DIFFERENCE,
        Note.FLOOR: _reaches(statistics.floor, ALIKE_FROM),
        Note.CEILING: _reaches(statistics.ceiling, ALIKE_FROM),
        Note.UNKNOWN: _reaches(statistics.unknown_share, OPEN_FROM),
        Note.SKIPPED: _reaches(statistics.skipped_share, OPEN_FROM),
    }
    return tuple(note for note in Note if holds[note])


def _reaches(share: float | None, bound: float) -> bool:
    return share is not None and share >= bound
