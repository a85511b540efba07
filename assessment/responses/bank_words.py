"""Words of a bank on a page that may speak another language: they fall back, and then say which language they are in."""

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.explain import explain_answer
from assessment.scoring.texts import FALLBACK_LOCALE, Text, localise


def other_language(text: Text, locale: str) -> str:
    """This function will return the language that `localise` falls back to, '' where it need not."""
    if locale in text or not text:
        return ""
    return FALLBACK_LOCALE if FALLBACK_LOCALE in text else next(iter(text))


def marked(text: Text, locale: str) -> SafeString:
    """This function will return `text` as HTML, with its language where that is not the page's."""
    return _marked(localise(text, locale), other_language(text, locale))


def marked_parts(text: Text, locale: str) -> list[SafeString]:
    """This function will return the paragraphs of `text`, each as `marked`."""
    parts = (part.strip() for part in localise(text, locale).split("\n\n"))
    return [_marked(part, other_language(text, locale)) for part in parts if part]


def marked_answer(question: Question, answer: Answer | None, locale: str) -> SafeString:
    """This function will return an answer in words; those of its options are words of the bank."""
    is_of_bank = answer is not None and answer.value and question.options
    language = other_language(question.options[0].label, locale) if is_of_bank else ""
    return _marked(explain_answer(question, answer, locale), language)


def _marked(words: str, language: str) -> SafeString:
    return (
        format_html('<span lang="{}">{}</span>', language, words) if language and words else conditional_escape(words)
    )
