import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Enterprise
from recommendations.catalogue.models import Offering
from recommendations.plan.models.advice_runs import AdviceRun


class Plan(models.Model):
    """What an enterprise has decided on: one plan, kept from round to round.

    `budget` in yuan, `days_per_quarter` of its own people and `begins_on` are what the roadmap was last made for.
    Reminders go to `reminder_email` once its owner has confirmed it; the keys in those mails are kept as SHA-256 only.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    enterprise = models.OneToOneField(
        Enterprise, verbose_name=_("enterprise"), on_delete=models.PROTECT, related_name="plan"
    )
    budget = models.PositiveBigIntegerField(_("budget"), null=True, blank=True)
    days_per_quarter = models.PositiveIntegerField(_("own working days per quarter"), null=True, blank=True)
    begins_on = models.DateField(_("begins"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=16, blank=True)
    reminder_email = models.EmailField(_("address for reminders"), blank=True)
    reminder_token_hash = models.CharField(max_length=64, blank=True, default="")
    reminder_asked_at = models.DateTimeField(_("asked for reminders"), null=True, blank=True)
    reminder_confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reminder_confirmed_at__isnull=True) | ~Q(reminder_email=""),
                name="confirmed_reminders_have_an_address",
            ),
            models.UniqueConstraint(
                fields=["reminder_token_hash"],
                condition=~Q(reminder_token_hash=""),
                name="reminder_key_opens_one_plan",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)


class ItemStatus(models.TextChoices):
    PLANNED = "planned", _("planned")
    DOING = "doing", _("under way")
    DONE = "done", _("done")
    DECLINED = "declined", _("decided against")


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    def open(self) -> "PlanItemQuerySet":
        return self.filter(status__in=[ItemStatus.PLANNED, ItemStatus.DOING])


class PlanItem(models.Model):
    """One thing to do: an action of an advice run, or the enterprise's own (`action_key` empty).

    `title` is a text in languages; an own item has one language. `promised` is frozen when the action is taken up:
    {"effect": "n/d", "effects": {node: "n/d"}, "changes": [question keys]}, points on 0-100. Amounts are yuan.
    `version` counts changes, so that nobody overwrites another's unseen.
    """

    public_id = models.UUIDField(_("public id"), default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, verbose_name=_("plan"), on_delete=models.PROTECT, related_name="items")
    advice_run = models.ForeignKey(
        AdviceRun, verbose_name=_("advice run"), on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    action_key = models.CharField(_("action"), max_length=60, blank=True)
    title = models.JSONField(_("title"), default=dict)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    promised = models.JSONField(_("promised"), default=dict, blank=True)
    responsible = models.CharField(_("who does it"), max_length=150, blank=True)
    quarter = models.PositiveSmallIntegerField(_("quarter of the roadmap"), null=True, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=8, choices=ItemStatus, default=ItemStatus.PLANNED)
    declined_because = models.TextField(_("why not"), max_length=2000, blank=True)
    budget = models.PositiveBigIntegerField(_("budget"), null=True, blank=True)
    spent = models.PositiveBigIntegerField(_("spent"), null=True, blank=True)
    offering = models.ForeignKey(
        Offering, verbose_name=_("chosen offering"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    done_on = models.DateField(_("done"), null=True, blank=True)

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan item")
        verbose_name_plural = _("plan items")
        ordering = ["plan", "due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "advice_run", "action_key"],
                condition=~Q(action_key=""),
                name="plan_takes_an_action_up_once_a_round",
            ),
            models.CheckConstraint(condition=~Q(title={}), name="plan_item_has_a_title"),
            models.CheckConstraint(condition=Q(status__in=ItemStatus.values), name="plan_item_status_is_known"),
            models.CheckConstraint(
                condition=Q(action_key="") | Q(advice_run__isnull=False), name="planned_action_names_its_advice"
            ),
            models.CheckConstraint(
                condition=~Q(status=ItemStatus.DONE) | Q(done_on__isnull=False), name="done_item_has_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(status=ItemStatus.DECLINED) | ~Q(declined_because=""), name="declined_item_says_why"
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)
