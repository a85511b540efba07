"""The words of item analysis and of respondent flags: what a note means, and what the figures cannot tell."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.scoring.document import BankDocument
from assessment.scoring.flags import Flags, StraightLine, TooFast
from assessment.scoring.item_analysis import SHOWN_FROM
from assessment.scoring.item_analysis_notes import ALIKE_FROM, OPEN_FROM, WEAK_BELOW, Note
from assessment.scoring.texts import localise
from recommendations.desk.figures import shown_part

SECONDS_DECIMALS = 1

NOTES: Mapping[Note, object] = {
    Note.NEGATIVE: gettext_lazy("runs against the others: reverse-coded or not measuring the same thing"),
    Note.WEAK: gettext_lazy("weak: hardly goes with the others"),
    Note.SAME: gettext_lazy("everybody answers the same"),
    Note.FLOOR: gettext_lazy("nearly everybody earns nothing"),
    Note.CEILING: gettext_lazy("nearly everybody earns full credit"),
    Note.UNKNOWN: gettext_lazy("many do not know"),
    Note.SKIPPED: gettext_lazy("many leave it open"),
}


def note_words(notes: Iterable[Note]) -> tuple[str, ...]:
    """This function will return what stands out about an item, in words of the current language."""
    return tuple(str(NOTES[note]) for note in notes)


def too_few_words() -> str:
    """This function will return why a question has no figures yet."""
    return _("fewer than %(count)s answers so far") % {"count": SHOWN_FROM}


def limits() -> tuple[str, ...]:
    """This function will return what item analysis counts and what it cannot tell, one sentence after the other."""
    return (
        _("One submission for each enterprise, its latest, as the enterprise itself answered."),
        _(
            "Figures from fewer than %(count)s enterprises are not shown; questions that fewer answered stay out of alpha."
        )
        % {"count": SHOWN_FROM},
        _(
            "What was not known or left open is missing here, not 0: in a score, not knowing must not pay; here an "
            "invented 0 would look like agreement between questions. What does not apply, or was not asked, is left out."
        ),
        _(
            "Listwise, only those who answered every question of a node are in its figures. Pairwise, everybody is, but "
            "each pair of questions rests on other respondents, and the interval is somewhat too narrow."
        ),
        _(
            "Alpha is no proof that questions measure one thing: it also grows with their number. An index that adds up "
            "different things on purpose (a formative index) needs no high alpha."
        ),
        _(
            "Credits are steps, not measurements: correlations between questions with few steps, or answered almost "
            "alike, come out low."
        ),
        _(
            "A note is a reason to read the question again, no verdict. Weak: below %(weak)s. Nearly everybody: from "
            "%(alike)s. Many: from %(open)s."
        )
        % {"weak": WEAK_BELOW, "alike": shown_part(ALIKE_FROM), "open": shown_part(OPEN_FROM)},
    )


def flag_words(flags: Flags, document: BankDocument, locale: str) -> tuple[str, ...]:
    """This function will return one plain sentence for each flag."""
    return tuple(_flag_words(flags, document, locale))


def _flag_words(flags: Flags, document: BankDocument, locale: str) -> Iterator[str]:
    if flags.straight_line:
        yield _straight_line_words(flags.straight_line)
    if flags.too_fast:
        yield _too_fast_words(flags.too_fast)
    for check in document.consistency:
        if check.key in flags.contradictions:
            yield _("Contradiction: %(message)s") % {"message": localise(check.message, locale)}


def _straight_line_words(found: StraightLine) -> str:
    return _("%(count)s of %(of)s answers stand at the same place of their scale.") % {
        "count": found.count,
        "of": found.of,
    }


def _too_fast_words(found: TooFast) -> str:
    return _(
        "Half of the answers took at most %(taken)s s each; only reading the question takes about %(needed)s s."
    ) % {
        "taken": f"{found.seconds:.{SECONDS_DECIMALS}f}",
        "needed": f"{found.needed:.{SECONDS_DECIMALS}f}",
    }
