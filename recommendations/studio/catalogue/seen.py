"""What a form of the catalogue showed: it goes out with the form, signed, and comes back with what was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from django.core import signing
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.utils.translation import get_language

from assessment.scoring.texts import FALLBACK_LOCALE, localise

FIELD = "shown"
SIGNER = signing.Signer(salt="fourfold.studio.catalogue")

AnyRow = TypeVar("AnyRow", bound=Model)


@dataclass(frozen=True, slots=True)
class Seen:
    """`name` is the list and the key of the thing, `bank` whose conditions it has, `values` what its form showed.

    `is_gone` = whoever has the form was told that the thing was removed, and that saving puts it back.
    """

    name: str
    bank: str
    values: dict[str, Any]
    is_gone: bool = False

    @property
    def sealed(self) -> str:
        data = {"name": self.name, "bank": self.bank, "values": self.values, "is_gone": self.is_gone}
        return SIGNER.sign_object(data, compress=True)

    @classmethod
    def read(cls, text: str, name: str) -> Self | None:
        """This function will return what was sealed, None if it is not what was sent or was sent of another thing."""
        try:
            seen = cls(**SIGNER.unsign_object(text))
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return seen if seen.name == name else None

    @property
    def title(self) -> str:
        text = self.values.get("title") or self.values.get("name") or {}
        return localise(text, get_language() or FALLBACK_LOCALE)


def still_there(request: HttpRequest, name: str, find: Callable[[], AnyRow]) -> tuple[AnyRow | None, str]:
    """This function will return a thing and "", or None and its bank where it was removed under an open form of it.

    Raises Http404 for everything that no form was ever shown of.
    """
    try:
        return find(), ""
    except Http404:
        seen = Seen.read(request.POST.get(FIELD, ""), name)
        if seen is None:
            raise
        return None, seen.bank
