"""The outbox: a letter is stored with what it tells of, and sent after that, as often as it takes."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SUBJECT_LENGTH = 200


class LetterQuerySet(models.QuerySet["Letter"]):
    def due(self, at: datetime) -> "LetterQuerySet":
        return self.filter(next_try_at__lte=at)

    def given_up(self) -> "LetterQuerySet":
        return self.filter(sent_at__isnull=True, next_try_at__isnull=True)


class Letter(models.Model):
    """A plain text letter. Once sent it is emptied: letters hold links that open something.

    `next_try_at` is None once it was sent or given up. `last_error` names a kind of failure and never an address.
    """

    to = models.EmailField(_("recipient"))
    subject = models.CharField(_("subject"), max_length=SUBJECT_LENGTH, blank=True)
    body = models.TextField(_("letter’s text"), blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt"), null=True, blank=True)
    last_error = models.CharField(_("last failure"), max_length=60, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["next_try_at"], name="letter_by_next_try")]
        constraints = [
            models.CheckConstraint(condition=~Q(to=""), name="letter_has_an_address"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(subject="", body="", next_try_at__isnull=True, last_error=""),
                name="sent_letter_is_empty_and_done",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=False) | ~Q(subject="") & ~Q(body=""), name="unsent_letter_has_words"
            ),
            models.CheckConstraint(condition=Q(sent_at__isnull=True) | Q(tries__gte=1), name="sent_letter_was_tried"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
