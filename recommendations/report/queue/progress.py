"""How far an order is, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recommendations.report.models import Batch
from recommendations.report.queue.queries import HowFar


@dataclass(frozen=True, slots=True)
class Progress:
    batch: Batch
    count: HowFar
    said: str
    may_resume: bool


def progress_of(batch: Batch, count: HowFar) -> Progress:
    """This function will return an order with how far it is, as a sentence in the reader's language."""
    left = count.waiting + count.drawing
    may_resume = count.failed > 0 and left == 0 or (count.is_cancelled and count.waiting > 0)
    return Progress(batch, count, _said(count), may_resume)


def _said(count: HowFar) -> str:
    parts = [_("%(done)d of %(total)d drawn") % {"done": count.done, "total": count.total}]
    if count.failed:
        parts.append(ngettext("%(count)d failed", "%(count)d failed", count.failed) % {"count": count.failed})
    if count.is_cancelled and count.waiting:
        parts.append(_("stopped"))
    elif count.waiting + count.drawing:
        waiting = count.waiting + count.drawing
        parts.append(ngettext("%(count)d to come", "%(count)d to come", waiting) % {"count": waiting})
    return _(", ").join(parts)
