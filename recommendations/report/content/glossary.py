"""The words of a report that need explaining: only those that occur in this one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from recommendations.report.content.edition_schema import Section
from recommendations.report.content.schema import ReportContent, Term
from recommendations.report.content.score_schema import Barrier, Figure

# A longer description is an introduction, which stands beside its part.
LONGEST_MEANING = 240


def glossary_of(content: ReportContent) -> tuple[Term, ...]:
    """This function will return the words in the order in which the report comes to them, in the active language."""
    if not content.shows[Section.GLOSSARY]:
        return ()
    told = (*_of_scores(content), *_of_parts(content), *_of_actions(content), *_of_proof(content))
    return tuple(Term(word=word, meaning=meaning) for word, meaning in told)


def _of_scores(content: ReportContent) -> Iterator[tuple[str, str]]:
    figures = _figures(content)
    if any(figure.score is not None for figure in figures):
        yield _("Score"), content.words.score
    if any(figure.is_interval for figure in figures):
        yield (
            _("Range"),
            _("From the points that are certain to those that the unknown answers could still add."),
        )
    if any(figure.coverage for figure in content.figures):
        yield _("Coverage"), _("How much of what applies to you was answered, by its weight.")
    if content.shows[Section.LADDER] and content.ladder.rungs:
        yield _("Level"), content.words.level
    if content.shows[Section.LADDER] and content.ladder.gates:
        yield _("Condition"), _("What must hold for a level beside the score, so that no part stays far behind.")
    if content.has_targets:
        yield _("Target"), _("What a part is to reach, in points of its scale. What goes beyond it gives no credit.")
    if content.readings:
        yield _("Second readings"), _("The same parts, each time scored from some of the questions only.")


def _of_parts(content: ReportContent) -> Iterator[tuple[str, str]]:
    for part in _parts(content):
        if 0 < len(part.description) <= LONGEST_MEANING:
            yield part.figure.title, part.description
    if any(part.indicators for part in _parts(content)):
        yield _("Indicator"), _("What a part is made of: a few questions with a score of their own.")
    if content.summary.top_open or any(part.holds_back for part in _parts(content)):
        yield _("Points open"), _("What a question could still give.")
    if content.has_references:
        yield _("Published figures"), _("What others have counted elsewhere. It grades nobody and enters no score.")


def _of_actions(content: ReportContent) -> Iterator[tuple[str, str]]:
    if any(action.effect is not None for action in content.actions):
        yield (
            _("Points gained"),
            _("By how much the score would rise if the answers changed as the action says. Effects overlap."),
        )
    if any(action.effort for action in content.actions):
        yield _("Effort"), _("The time that your own people need for an action.")
    if content.timeline is not None:
        yield pgettext("glossary", "Roadmap"), _("Which action is done when, within your money and days.")
    if content.schemes:
        yield (
            _("Public support"),
            _("Money or better terms from an office or a provider. Each decides for itself; nothing is promised here."),
        )
    if content.has_samples or any(scheme.is_sample for scheme in content.schemes):
        yield _("Sample"), _("Made up to show what could stand there.")


def _of_proof(content: ReportContent) -> Iterator[tuple[str, str]]:
    if content.verification is not None:
        yield pgettext("answers", "Verified"), _("Checked by a named consultant, answer by answer, and signed.")
    if content.inconsistencies:
        yield _("Answers that do not fit together"), _("Two answers that cannot both be right. They change no score.")
    if content.counts.not_applicable != "0":
        yield _("Does not apply"), _("A question that does not concern you. It neither helps nor harms.")
    yield _("Question bank"), _("The questions, weights and levels by which this report was made, in a fixed version.")
    if content.versions.playbook:
        yield _("Playbook"), _("The actions and the rules that recommend them, in a fixed version.")
    yield _("Fingerprint"), _("A row of characters that changes as soon as anything in the report changes.")


def _parts(content: ReportContent) -> tuple[Barrier, ...]:
    return content.barriers if content.whole is None else (*content.barriers, content.whole)


def _figures(content: ReportContent) -> tuple[Figure, ...]:
    return (content.overall, *(part.figure for part in _parts(content)), *content.figures)
