"""The languages in which a report can be had: those in which its question bank is written."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info, pgettext_lazy

from assessment.bank.releases import document_of
from assessment.responses.models import Result
from assessment.scoring.texts import language_tag

LABELS = {
    "en": pgettext_lazy("language of a report", "English"),
    "zh-hans": pgettext_lazy("language of a report", "Chinese"),
}


@dataclass(frozen=True, slots=True)
class ReportLanguage:
    """`label` is in the language of the page; `is_shown`: that is this one."""

    code: str
    tag: str
    label: str
    is_shown: bool


def report_languages(result: Result, shown: str) -> list[ReportLanguage]:
    """This function will return the languages of the bank that the interface speaks as well, that of the page first."""
    written = document_of(result.release_id).locales
    offered = [code for code, _name in settings.LANGUAGES if code in written] or [shown]
    return [
        ReportLanguage(code, language_tag(code), label_of(code), is_shown=code == shown)
        for code in sorted(offered, key=lambda code: code != shown)
    ]


def label_of(code: str) -> str:
    """This function will return the name of a language of reports in that of the page, the code for any other."""
    return str(LABELS.get(code, code))


def written_only_in(result: Result, shown: str) -> str:
    """This function will return the languages of the bank in words, "" if that of the page is one of them."""
    written = document_of(result.release_id).locales
    return "" if shown in written else ", ".join(_name(code) for code in written)


def language_for(result: Result, wanted: str) -> str:
    """This function will return the language of a report when `wanted` is asked for."""
    return report_languages(result, wanted)[0].code


def _name(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code
