"""PDFs are drawn in caged children of a warm process of their own; a web process never loads the PDF library."""
