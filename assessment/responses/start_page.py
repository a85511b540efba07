"""The first page: the bank in use with its barriers, the way back into what was begun, and what else can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from assessment.bank.models import Release
from assessment.bank.releases import document_of, scorer_of
from assessment.responses.bank_offer import bank_offer, scope_offer, scopes_of
from assessment.responses.bank_words import marked
from assessment.responses.forms import StartForm
from assessment.responses.models import Assessment
from assessment.responses.progress import progress_of
from assessment.responses.queries import PageAnswers, page_answers
from assessment.scoring.scorecard import Scope

DEFAULT_BANK = "four-barriers"


@dataclass(frozen=True, slots=True)
class Barrier:
    key: str
    title: SafeString
    description: SafeString


@dataclass(frozen=True, slots=True)
class Begun:
    """The assessment that this browser opened last; `percent` of the questions asked so far are answered."""

    assessment: Assessment
    bank: SafeString
    percent: int


def start_form(
    release: Release | None, data: Any = None, owned: Sequence[tuple[str, str]] = (), wanted: str = ""
) -> StartForm:
    """This function will return the form that begins an assessment of the bank of `release`.

    `owned` are public id and name of the person's enterprises; the one that is `wanted` is chosen, else the first.
    """
    if release is None:
        return StartForm(data, owned=owned)
    document = document_of(release.pk)
    chosen = wanted if wanted in dict(owned) else next((public_id for public_id, _name in owned), "")
    return StartForm(
        data, scopes=scopes_of(document), owned=owned, initial={"bank": document.slug, "enterprise": chosen}
    )


def start_context(
    form: StartForm, release: Release | None, released: Sequence[Release], latest: Assessment | None
) -> dict[str, Any]:
    """This function will return what `responses/start.html` needs; without a release nothing can be started.

    `released` are the newest releases of all banks, `latest` is what this browser opened last.
    """
    locale = get_language()
    others = [bank_offer(each, locale) for each in released if each.bank.slug != DEFAULT_BANK]
    context = {"form": form, "others": others, "begun": _begun(latest, locale) if latest else None}
    if release is None:
        return context | {"is_open": False, "barriers": [], "offers": [], "notice": ""}
    document = document_of(release.pk)
    return context | {
        "is_open": True,
        "barriers": [
            Barrier(node.key, marked(node.title, locale), marked(node.why or node.description, locale))
            for node in document.tree.children
        ],
        "offers": [scope_offer(document, scope) for scope in scopes_of(document)],
        "notice": marked(document.notice, locale),
    }


def bank_context(form: StartForm, release: Release) -> dict[str, Any]:
    """This function will return what `responses/bank.html` needs."""
    document = document_of(release.pk)
    return {
        "form": form,
        "bank": bank_offer(release, get_language()),
        "offers": [scope_offer(document, scope) for scope in scopes_of(document)],
    }


def _begun(assessment: Assessment, locale: str) -> Begun:
    scorer, scope = scorer_of(assessment.release_id), Scope(assessment.scope)
    given = page_answers(assessment.pk)
    visible = scorer.visible(given.answers, scope)
    progress = progress_of(scorer.document, scope, visible, given.answers, _to_confirm(assessment, given))
    percent = 100 * progress.answered // max(progress.total, 1)
    return Begun(assessment, marked(scorer.document.title, locale), percent)


def _to_confirm(assessment: Assessment, given: PageAnswers) -> frozenset[str]:
    """After submitting, what nobody confirmed stands as well."""
    return frozenset() if assessment.is_submitted else given.carried
