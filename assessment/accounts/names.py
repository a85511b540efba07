"""Names that people type, of themselves, of enterprises and of what they plan."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assessment.scoring.texts import is_visible


def validate_visible(text: str) -> None:
    """This function will raise ValidationError for text of which nothing is seen: blanks and marks of direction alone."""
    if text and not is_visible(text):
        raise ValidationError(_("Nothing of this can be seen. Write letters, digits or signs."))
