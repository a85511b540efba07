"""The consultant's overlay: what a workspace changed about the advice on a result. The advice itself stays as it is."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import User, Workspace
from recommendations.plan.models.advice_runs import AdviceRun


class OverlayKind(models.TextChoices):
    HIDE = "hide", _("left out")
    SHOW = "show", _("shown again")
    MOVE = "move", _("moved")
    REWORD = "reword", _("reworded")
    ADD = "add", _("added")
    REMOVE = "remove", _("taken out again")
    SERVICES = "services", _("services chosen")


class OverlayChange(models.Model):
    """One change, never changed itself: the overlay is what all of them make of the engine's list, in their order.

    `action_key` is the playbook's, or the key that an added thing was given ("own-1"). `data` says what: {"before":
    key or ""} of a move, {"title": …, "why": …} by language of a reword or an addition, {"offerings": ["provider/offering"]}.
    "undoes" is the number of a change that this one takes back; "by" and "because" say whose words it brings back, and
    "carried" which change of the earlier advice it copies.
    """

    advice_run = models.ForeignKey(
        AdviceRun, verbose_name=_("advice run"), on_delete=models.PROTECT, related_name="overlay_changes"
    )
    workspace = models.ForeignKey(
        Workspace, verbose_name=_("workspace"), on_delete=models.PROTECT, related_name="overlay_changes"
    )
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=8, choices=OverlayKind)
    action_key = models.CharField(_("action"), max_length=60)
    data = models.JSONField(_("what"), default=dict)
    reason = models.TextField(_("reason"), max_length=2000)
    author = models.ForeignKey(User, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("change of advice")
        verbose_name_plural = _("changes of advice")
        ordering = ["advice_run", "workspace", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["advice_run", "workspace", "number"], name="overlay_change_is_numbered_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=OverlayKind.values), name="overlay_kind_is_known"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(action_key=""), name="overlay_change_says_why_and_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.action_key}"
