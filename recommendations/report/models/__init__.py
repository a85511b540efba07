"""Reports as they were handed out, how they look, the queue they are drawn in, and the links that open them."""

from recommendations.report.models.batches import Batch, BatchItem, BatchState
from recommendations.report.models.brands import DEFAULT_COLOUR, Brand
from recommendations.report.models.reports import Report, ReportQuerySet
from recommendations.report.models.shares import ShareLink

__all__ = ["DEFAULT_COLOUR", "Batch", "BatchItem", "BatchState", "Brand", "Report", "ReportQuerySet", "ShareLink"]
