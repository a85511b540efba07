"""Words that print, Word and the result page say in the same way, from one content."""

from django.utils.translation import gettext

from recommendations.report.content.numbers import period
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Reference
from recommendations.report.content.summary_schema import Fact

MOST_FACTS = 6


def line_title(line: Reference) -> str:
    """This function will return what a published figure is, of when, and that it is a target, if its title does not say so."""
    title = line.title
    if line.is_target and gettext("target") not in title.lower():
        title = gettext("%(title)s (target)") % {"title": title}
    return gettext("%(title)s, %(period)s") % {"title": title, "period": period(line.period)}


def cover_facts(content: ReportContent) -> list[Fact]:
    """This function will return what tells the enterprise from others at a glance; a bare yes or no does not."""
    return [fact for fact in content.facts if not fact.is_yes_or_no][:MOST_FACTS]


def other_facts(content: ReportContent) -> list[Fact]:
    """This function will return the facts that are not on the cover."""
    shown = cover_facts(content)
    return [fact for fact in content.facts if fact not in shown]


def days_title(content: ReportContent) -> str:
    """This function will return what `days_words` are called."""
    return gettext("Begun and submitted") if content.started_on == content.submitted_on else gettext("Begun, submitted")


def days_words(content: ReportContent) -> str:
    """This function will return when the assessment was begun and submitted, one day only once."""
    if content.started_on == content.submitted_on:
        return content.submitted_on
    return gettext("%(first)s – %(last)s") % {"first": content.started_on, "last": content.submitted_on}


def same_words(content: ReportContent) -> str:
    """This function will return what follows from the answers alone, however often it is worked out."""
    if content.verification:
        return gettext("The result is frozen: the same answers always give the same scores, levels and advice.")
    if content.versions.playbook:
        return gettext(
            "The result is frozen: the same answers, question bank and playbook always give the same scores, levels and "
            "advice. All answers are the enterprise’s own and were not verified."
        )
    return gettext(
        "The result is frozen: the same answers and question bank always give the same scores and levels. All answers are "
        "the enterprise’s own and were not verified."
    )
