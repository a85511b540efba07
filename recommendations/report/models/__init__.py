"""Reports as they were handed out, how they look, the queue they are drawn in, the links that open them, and who may check them."""

from recommendations.report.models.ahead import DrawnAhead
from recommendations.report.models.batches import Batch, BatchItem, BatchState
from recommendations.report.models.brands import DEFAULT_COLOUR, Brand
from recommendations.report.models.confirmations import Confirmation
from recommendations.report.models.reports import Report, ReportQuerySet
from recommendations.report.models.shares import ShareLink

__all__ = [
    "DEFAULT_COLOUR",
    "Batch",
    "BatchItem",
    "BatchState",
    "Brand",
    "Confirmation",
    "DrawnAhead",
    "Report",
    "ReportQuerySet",
    "ShareLink",
]
