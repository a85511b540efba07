"""Fields that several forms of the playbook have."""

from collections.abc import Callable, Iterable

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _

from assessment.scoring.texts import KEY_PATTERN
from recommendations.studio.advice.playbook_form import line

LONGEST_KEY = 60


def key_field(taken: Iterable[str], *, required: bool, label: str = "") -> forms.CharField:
    """This function will return the field for the key of something new, which nothing else of its sort has."""
    said = _("Begin with a Latin letter; then letters, digits, - and _ may follow.")
    field = line(label or _("Key"), LONGEST_KEY, required=required)
    field.validators += [RegexValidator(KEY_PATTERN.replace("$", r"\Z"), said), not_taken(taken)]
    return field


def not_taken(taken: Iterable[str]) -> Callable[[str], None]:
    """This function will return a validator that refuses the keys which something else has."""
    known = frozenset(taken)

    def refuse_taken(key: str) -> None:
        if key in known:
            raise forms.ValidationError(_("%(key)s is used already.") % {"key": key})

    return refuse_taken
