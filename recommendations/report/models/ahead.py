"""PDFs that were drawn before anybody asked for them."""

from hashlib import sha256

from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.responses.models import Result


class DrawnAheadQuerySet(models.QuerySet["DrawnAhead"]):
    def ready(self, result: Result, html: str) -> bytes | None:
        """This function will return the PDF that was drawn of this very HTML, or None. One query."""
        pdf = self.filter(result=result, html_hash=hash_of(html)).values_list("pdf", flat=True).first()
        return None if pdf is None else bytes(pdf)


def hash_of(html: str) -> str:
    return sha256(html.encode("utf-8")).hexdigest()


class DrawnAhead(models.Model):
    """Not a report yet: nobody has it, and it goes when it is taken or after a day. Empty while it is being drawn.

    `html_hash` is the SHA-256 of the very HTML it was drawn from: whatever changed since makes another report.
    """

    result = models.ForeignKey(Result, verbose_name=_("result"), on_delete=models.CASCADE, related_name="drawn_ahead")
    language = models.CharField(_("language"), max_length=16)
    html_hash = models.CharField(_("fingerprint of the HTML"), max_length=64, blank=True)
    pdf = models.BinaryField(_("PDF"), blank=True, default=b"")
    begun_at = models.DateTimeField(_("begun"), auto_now_add=True)

    objects = DrawnAheadQuerySet.as_manager()

    class Meta:
        verbose_name = _("PDF drawn ahead")
        verbose_name_plural = _("PDFs drawn ahead")
        ordering = ["-begun_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["result", "language"], name="result_is_drawn_ahead_once")]

    def __str__(self) -> str:
        return f"{self.result} ({self.language})"
