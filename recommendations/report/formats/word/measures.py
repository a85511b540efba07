"""Lengths in the units of Word."""

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
TEXT_WIDTH = 170.0  # mm: A4 with margins of 20 mm


def twips(millimetres: float) -> int:
    """This function will return a length in millimetres as twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def points(size: float) -> int:
    """This function will return a length in points as twentieths of a point."""
    return round(size * 20)


def half_points(size: float) -> int:
    """This function will return a size in points as Word gives sizes of letters."""
    return round(size * 2)


def emus(millimetres: float) -> int:
    """This function will return a length in millimetres as English Metric Units, in which pictures are measured."""
    return round(millimetres * EMU_PER_MM)
