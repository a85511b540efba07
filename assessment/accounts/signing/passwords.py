"""What a password must not be, in our own words; Django's have no Chinese for some of it, and name fields as it does."""

from django.contrib.auth import password_validation as django
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext

from assessment.accounts.models import User


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return ngettext(
            "This password is too short. It needs at least %(number)d character.",
            "This password is too short. It needs at least %(number)d characters.",
            self.min_length,
        ) % {"number": self.min_length}


class NotWhoYouAre(django.UserAttributeSimilarityValidator):
    def validate(self, password: str, user: User | None = None) -> None:
        try:
            super().validate(password, user)
        except ValidationError as error:
            words = gettext("This password is too much like your name or your e-mail address.")
            raise ValidationError(words, code="password_too_similar") from error


class NotCommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return gettext("Many people use this password. Choose another one.")
