"""The report as a Word document that a consultant can edit: real styles, real tables, charts as pictures."""
