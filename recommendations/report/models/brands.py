"""How a workspace's reports look."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessment.accounts.models import Workspace

DEFAULT_COLOUR = "#0b4f6c"


class Brand(models.Model):
    """`logo` is a PNG that was drawn anew from what was uploaded, so nothing else is in it. Texts are by language.

    `last_options` are what its last report was made with, so that the next one begins there.
    """

    workspace = models.OneToOneField(
        Workspace, verbose_name=_("workspace"), on_delete=models.CASCADE, related_name="brand"
    )
    logo = models.BinaryField(_("logo"), blank=True, default=bytes)
    logo_width = models.PositiveIntegerField(_("width in pixels"), default=0)
    logo_height = models.PositiveIntegerField(_("height in pixels"), default=0)
    colour = models.CharField(
        _("colour"), max_length=7, default=DEFAULT_COLOUR, validators=[RegexValidator(r"^#[0-9a-f]{6}$")]
    )
    cover_text = models.JSONField(_("text on the cover"), default=dict, blank=True)
    footer = models.JSONField(_("footer"), default=dict, blank=True)
    last_options = models.JSONField(_("last choice for a report"), default=dict, blank=True, editable=False)
    version = models.PositiveIntegerField(_("version"), default=0)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("brand")
        verbose_name_plural = _("brands")
        ordering = ["workspace"]

    def __str__(self) -> str:
        return str(self.workspace_id)
