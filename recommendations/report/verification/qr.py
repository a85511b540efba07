"""An address as a QR code: one path, so that drawing it costs nothing."""

from itertools import groupby

import segno

from recommendations.charts.svg import element, picture

QUIET = 4  # modules left white around it, as ISO/IEC 18004 asks


def qr_of(address: str, title: str) -> str:
    """This function will return the SVG of a QR code with error correction M (15 %) and its quiet zone.

    Same address, same SVG. One unit of its view box is one module.
    """
    rows = [bytes(row) for row in matrix_of(address)]
    side = len(rows) + 2 * QUIET
    steps = "".join(_row(y, row) for y, row in enumerate(rows, start=QUIET))
    path = element("path", d=steps, fill="#000000", shape_rendering="crispEdges")
    ground = element("rect", width=side, height=side, fill="#ffffff")
    return picture(title, [ground, path], viewBox=f"0 0 {side} {side}", class_="qr")


def matrix_of(address: str) -> tuple[bytearray, ...]:
    """This function will return the modules, row by row: 1 is dark."""
    return segno.make(address, error="m", micro=False, boost_error=False).matrix


def _row(y: int, row: bytes) -> str:
    x, steps = QUIET, ""
    for module, run in groupby(row):
        width = len(list(run))
        if module:
            steps += f"M{x} {y}h{width}v1h-{width}z"
        x += width
    return steps
