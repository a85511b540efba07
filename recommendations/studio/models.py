"""What the studio keeps beside banks and playbooks: proposals to release, replays under way, files on trial."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.bank.models import Bank, Release


class ProposalState(models.TextChoices):
    WAITING = "waiting", _("waiting for a second person")
    RELEASED = "released", _("released")
    SENT_BACK = "sent_back", _("sent back")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Proposal(models.Model):
    """Somebody asks that a bank and its playbook be released as they stand, told by their hashes."""

    bank = models.ForeignKey(Bank, verbose_name=_("question bank"), on_delete=models.CASCADE, related_name="proposals")
    bank_hash = models.CharField(_("content hash of the bank"), max_length=64)
    playbook_hash = models.CharField(_("content hash of the playbook"), max_length=64, blank=True)
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=9, choices=ProposalState.choices, default=ProposalState.WAITING)
    proposed_at = models.DateTimeField(_("proposed"), auto_now_add=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("proposed by"), on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(_("answer"), blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("proposal to release")
        verbose_name_plural = _("proposals to release")
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bank"], condition=models.Q(state="waiting"), name="bank_has_one_waiting_proposal"
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", decided_at__isnull=True)
                | (~models.Q(state="waiting") & models.Q(decided_at__isnull=False)),
                name="proposal_is_waiting_or_decided",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=ProposalState.values), name="proposal_is_in_a_known_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bank_id} {self.state}"


class Basis(models.TextChoices):
    STORED = "stored", _("stored assessments")
    GENERATED = "generated", _("generated answers")


class Replay(models.Model):
    """Assessments scored and advised again with the working copies as they stood when it was begun, batch by batch.

    `bank_document` and `playbook_document` are those working copies as canonical JSON, "" = no playbook. `cursor` is how
    far it came, `tally` what it has counted so far; both belong to the code that replays.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    bank = models.ForeignKey(Bank, verbose_name=_("question bank"), on_delete=models.CASCADE, related_name="replays")
    against = models.ForeignKey(
        Release, verbose_name=_("compared with"), on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    against_playbook = models.ForeignKey(
        "playbook.PlaybookRelease",
        verbose_name=_("compared with the playbook"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    bank_document = models.TextField(_("bank"))
    playbook_document = models.TextField(_("playbook"), blank=True)
    basis = models.CharField(_("basis"), max_length=9, choices=Basis.choices)
    total = models.PositiveIntegerField(_("to replay"))
    done = models.PositiveIntegerField(_("replayed"), default=0)
    cursor = models.CharField(_("cursor"), max_length=100, blank=True)
    tally = models.JSONField(_("tally"), default=dict, blank=True)
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("started by"), on_delete=models.CASCADE, related_name="+"
    )
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    class Meta:
        verbose_name = _("replay")
        verbose_name_plural = _("replays")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(done__lte=models.F("total")), name="replay_does_not_overshoot"),
            models.CheckConstraint(condition=models.Q(basis__in=Basis.values), name="replay_has_a_known_basis"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class FileOnTrial(models.Model):
    """A bank or a playbook that somebody uploaded, kept for a day to be looked at and taken in part or whole."""

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField(_("content"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("uploaded by"), on_delete=models.CASCADE, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)

    class Meta:
        verbose_name = _("file on trial")
        verbose_name_plural = _("files on trial")
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name
