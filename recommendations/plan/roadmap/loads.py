"""Own working days of each quarter and each wave, as they are shown: those of a wave are the sum of its quarters."""

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.figures import rounded, shown_number, shown_points
from recommendations.plan.roadmap.shown import Load
from recommendations.rules.roadmap.result import Roadmap, Wave

ZERO = Fraction(0)


def loads(roadmap: Roadmap) -> tuple[Load, ...]:
    """This function will return the days of each quarter beside those that there are; none where there are none."""
    most = roadmap.days_per_quarter or ZERO
    return tuple(
        Load(
            title=gettext("Quarter %(number)d") % {"number": number},
            said=gettext("%(used)s of %(days)s days") % {"used": shown_number(used, 1), "days": shown_number(most, 0)},
            share=share(used, most),
        )
        for number, used in enumerate(roadmap.loads, start=1)
        if most
    )


def days_in(wave: Wave, roadmap: Roadmap) -> Decimal:
    """This function will return the days that fall in a wave: what a reader gets by adding those of its quarters."""
    last = len(roadmap.loads) if wave is Wave.THEN else wave.value
    return sum((rounded(used, 1) for used in roadmap.loads[wave.value - 1 : last]), Decimal(0))


def share(part: Fraction, whole: Fraction) -> str:
    """This function will return a place on a bar from 0 to 100."""
    return shown_points(min(part / whole, Fraction(1)) * 100 if whole else ZERO)
