"""How points are to be read: the same words in print and Word."""

from django.utils.translation import gettext

from recommendations.report.content.numbers import sentences
from recommendations.report.content.schema import ReportContent


def points_words(content: ReportContent) -> str:
    """This function will return what points gained and open add up to, and whose points stand where."""
    if content.is_profile:
        return gettext(
            "What a question could still give. Points gained and points open add up to the full marks of the smallest "
            "part that has a number."
        )
    if content.overall.scale == "100":
        said = gettext(
            "What a question could still give. Points gained and points open of all questions add up to 100."
        )
    else:
        said = gettext(
            "What a question could still give. Points gained and points open of all questions add up to full marks."
        )
    return sentences(said, _whose(content))


def _whose(content: ReportContent) -> str:
    if content.summary.balance is None:
        return gettext("In the tables of a part they are points of that part, in the summary points of the whole.")
    return gettext(
        "In the tables of a part, and below its name in the summary, they are points of that part; elsewhere points of "
        "the whole."
    )
