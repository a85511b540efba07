"""The sentence by which a worked example says that its figures came from the calculation, not from a hand."""

import re
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext, gettext_noop, override

from assessment.scoring.texts import Text

SENTENCE = gettext_noop("Figures taken over from the calculation on %(date)s; verify by hand.")
MARK = "0000-00-00"
DATE = r"\d{4}-\d\d-\d\d"


def with_sentence(working: Text, locales: Iterable[str], on: date) -> dict[str, str]:
    """This function will return a working that says so in each language, once, with the newest date."""
    said = dict(working)
    for locale in locales:
        before = _pattern(locale).sub("", said.get(locale, "")).rstrip()
        said[locale] = "\n".join(filter(None, [before, _said(locale, on.isoformat())]))
    return said


def is_taken_over(working: Text) -> bool:
    """This function will return whether a working says so in any language."""
    return any(_pattern(locale).search(text) for locale, text in working.items())


def _said(locale: str, when: str) -> str:
    with override(locale):
        return gettext(SENTENCE) % {"date": when}


def _pattern(locale: str) -> re.Pattern[str]:
    return re.compile(re.escape(_said(locale, MARK)).replace(re.escape(MARK), DATE))
