"""What the first page says of the bank in use: its barriers, and how long each scope takes."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from assessment.bank.models import Release
from assessment.bank.releases import document_of
from assessment.responses.forms import StartForm
from assessment.responses.models import ScopeChoice
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import localise

DEFAULT_BANK = "four-barriers"


@dataclass(frozen=True, slots=True)
class Barrier:
    key: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class ScopeOffer:
    """`questions` is the most that can be asked; `minutes` is how long that takes."""

    value: str
    label: str
    questions: int
    minutes: int


def start_context(form: StartForm, release: Release | None) -> dict[str, Any]:
    """This function will return what `responses/start.html` needs; without a release nothing can be started."""
    if release is None:
        return {"form": form, "is_open": False, "barriers": [], "offers": [], "notice": ""}
    document, locale = document_of(release.pk), get_language()
    return {
        "form": form,
        "is_open": True,
        "barriers": [
            Barrier(node.key, localise(node.title, locale), localise(node.why or node.description, locale))
            for node in document.tree.children
        ],
        "offers": [_offer(scope, document) for scope in ScopeChoice],
        "notice": localise(document.notice, locale),
    }


def _offer(scope: ScopeChoice, document: BankDocument) -> ScopeOffer:
    asked = sum(
        scope is ScopeChoice.FULL or section.profile or question.core
        for section in document.sections
        for question in section.questions
    )
    return ScopeOffer(scope.value, str(scope.label), asked, -(-asked * document.seconds_per_question // 60))
