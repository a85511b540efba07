"""A proposed roadmap and the cheapest way to the next level are the same steps: what both would say is said once."""

from recommendations.report.content.schema import ReportContent
from recommendations.report.content.timeline_schema import TimelineRow
from recommendations.report.content.way_schema import Work


def way_on_line(content: ReportContent) -> tuple[tuple[TimelineRow, Work], ...]:
    """This function will return the rows of a proposed roadmap, each with its step of the cheapest way.

    It is empty unless the roadmap shows that whole way and nothing else: then one table says what two would repeat.
    """
    line, path = content.timeline, content.path
    if line is None or line.is_planned or path is None:
        return ()
    works = {work.key: work for work in path.works}
    if {row.key for row in line.rows} != works.keys():
        return ()
    return tuple((row, works[row.key]) for row in line.rows)
