"""How a currency is written, in catalogue files and in the administration alike."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

CURRENCY = RegexValidator(r"\A[A-Z]{3}\Z", _("Write a currency as three capital letters, such as CNY."))
