"""What a bank offers to somebody who may answer it: its words, how long it takes, and in which languages it speaks."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language_info

from assessment.bank.models import Release
from assessment.bank.releases import document_of
from assessment.responses.bank_words import marked, marked_parts
from assessment.responses.models import ScopeChoice
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import localise


@dataclass(frozen=True, slots=True)
class ScopeOffer:
    """`questions` is the most that can be asked; `minutes` is how long that takes."""

    value: str
    label: str
    questions: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its own name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class BankOffer:
    """`full` is the offer that asks everything; words are HTML in the language of the page, or marked with their own."""

    slug: str
    plain_title: str
    title: SafeString
    description: list[SafeString]
    notice: list[SafeString]
    sections: list[SafeString]
    languages: list[Language]
    full: ScopeOffer


def scopes_of(document: BankDocument) -> tuple[ScopeChoice, ...]:
    """This function will return the scopes worth a choice: a quick scan asks something, and not everything."""
    core = {question.core for section in document.sections if not section.profile for question in section.questions}
    return (ScopeChoice.QUICK, ScopeChoice.FULL) if len(core) == 2 else (ScopeChoice.FULL,)


def scope_offer(document: BankDocument, scope: ScopeChoice) -> ScopeOffer:
    asked = sum(
        scope is ScopeChoice.FULL or section.profile or question.core
        for section in document.sections
        for question in section.questions
    )
    return ScopeOffer(scope.value, str(scope.label), asked, -(-asked * document.seconds_per_question // 60))


def bank_offer(release: Release, locale: str) -> BankOffer:
    """This function will return what the bank of `release` offers, in the words of `locale` where it has them."""
    document = document_of(release.pk)
    return BankOffer(
        slug=document.slug,
        plain_title=localise(document.title, locale),
        title=marked(document.title, locale),
        description=marked_parts(document.description, locale),
        notice=marked_parts(document.notice, locale),
        sections=[marked(section.title, locale) for section in document.sections],
        languages=[_language(code) for code in document.locales],
        full=scope_offer(document, ScopeChoice.FULL),
    )


def _language(code: str) -> Language:
    try:
        return Language(code, get_language_info(code)["name_local"])
    except KeyError:
        return Language(code, code)
