"""Second readings of the same tree beside the main one: implementation, documentation, confidence."""

from collections.abc import Iterator, Mapping

from assessment.scoring.document import Node
from assessment.scoring.figures import shown_scale
from assessment.scoring.scorecard import NodeScore
from recommendations.report.content.figure import is_asked_about
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import points
from recommendations.report.content.score_schema import ReadingRow, ReadingTable

NOTHING = "–"
DEEPEST = 3


def readings_of(material: Material) -> ReadingTable | None:
    """This function will return the points of all nodes that are in some second reading, or None if the bank has none."""
    read = [reading for reading in material.bank.readings if reading.key in material.scorecard.readings]
    if not read:
        return None
    columns = {reading.key: material.say(reading.title) for reading in read}
    return ReadingTable(
        columns=tuple(columns.values()), rows=tuple(_rows(material, columns, material.bank.tree, depth=0))
    )


def _rows(material: Material, columns: Mapping[str, str], node: Node, depth: int) -> Iterator[ReadingRow]:
    if depth > DEEPEST or not is_asked_about(material, node.key):
        return
    row = _row(material, columns, node, depth)
    if depth == 0 or any(cell != NOTHING for _title, cell in row.cells):
        yield row
    for child in node.children:
        yield from _rows(material, columns, child, depth + 1)


def _row(material: Material, columns: Mapping[str, str], node: Node, depth: int) -> ReadingRow:
    main = material.scorecard.nodes[node.key]
    return ReadingRow(
        title=material.say(node.title),
        depth=depth,
        scale=shown_scale(main.scale),
        score=_points(material, main),
        cells=tuple(
            (title, _points(material, material.scorecard.readings[key].get(node.key))) for key, title in columns.items()
        ),
    )


def _points(material: Material, score: NodeScore | None) -> str:
    if score is None or score.points is None:
        return NOTHING
    return points(score.points, material.bank.display)
