"""The annex of a report as a workbook: every table with typed cells, to reckon on with."""
