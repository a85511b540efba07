"""What a consultant's work on an assessment leaves beside the answers: evidence, notes, questions back, links, files."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User, Workspace
from assessment.responses.models.answers import KEY_LENGTH
from assessment.responses.models.assessments import Assessment

NAME_LENGTH = 200


class EvidenceFile(models.Model):
    """A file that shows why an answer is true. `media_type` is what its content was found to be, never what was said.

    It is handed out as a download only and never run. `uploaded_by` is None for people without an account.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="evidence")
    question_key = models.CharField(max_length=KEY_LENGTH)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    media_type = models.CharField(_("kind"), max_length=80)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    workspace = models.ForeignKey(Workspace, on_delete=models.SET_NULL, null=True, related_name="+")
    uploaded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["assessment", "question_key", "uploaded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "question_key", "sha256"], name="evidence_is_kept_once_per_question"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(media_type="") & ~Q(sha256=""), name="evidence_has_name_kind_and_hash"
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class PrivateNote(models.Model):
    """What a workspace notes on one question for itself: in no report, and not for the client's eyes."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="private_notes")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    question_key = models.CharField(max_length=KEY_LENGTH)
    text = models.TextField(max_length=2000)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("private note")
        verbose_name_plural = _("private notes")
        ordering = ["assessment", "question_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "workspace", "question_key"], name="private_note_is_one_per_question"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="private_note_says_something"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AskBack(models.Model):
    """A question about an answer, put to the enterprise, and what it replied."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="asked_back")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    question_key = models.CharField(max_length=KEY_LENGTH)
    text = models.TextField(_("question"), max_length=2000)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    reply = models.TextField(_("reply"), max_length=2000, blank=True)
    replied_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("question back")
        verbose_name_plural = _("questions back")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="question_back_says_something"),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True, reply="") | Q(replied_at__isnull=False) & ~Q(reply=""),
                name="question_back_was_replied_exactly_if_there_is_a_reply",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class ClientLink(models.Model):
    """An assessment that was sent to a client by mail: to whom, when, when it was opened, and what was reminded of.

    The key in the letter is a resume link of the respondent's (`Purpose.LINK`); a new one is made for each letter.
    """

    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="client_link")
    email = models.EmailField(_("sent to"))
    language = models.CharField(_("language"), max_length=16)
    message = models.TextField(_("words to the client"), max_length=2000, blank=True)
    sent_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent"))
    opened_at = models.DateTimeField(_("opened"), null=True)
    reminders_wanted = models.BooleanField(_("remind by itself"), default=True)
    reminded_at = models.DateTimeField(_("reminded"), null=True)
    reminder_count = models.PositiveSmallIntegerField(_("reminders"), default=0)
    stopped_at = models.DateTimeField(_("no more letters"), null=True)

    class Meta:
        verbose_name = _("link sent to a client")
        verbose_name_plural = _("links sent to clients")
        ordering = ["-sent_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(email=""), name="client_link_went_to_an_address")]

    def __str__(self) -> str:
        return str(self.pk)


class AnswerImport(models.Model):
    """A filled form that was read in: where the answers under its device name come from."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answer_imports")
    device = models.CharField(max_length=40)
    file_name = models.CharField(_("file"), max_length=NAME_LENGTH)
    sha256 = models.CharField(max_length=64)
    taken = models.PositiveIntegerField(_("answers taken"))
    imported_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("import of answers")
        verbose_name_plural = _("imports of answers")
        ordering = ["-imported_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "device"], name="answer_import_has_a_device_of_its_own")
        ]

    def __str__(self) -> str:
        return str(self.public_id)
