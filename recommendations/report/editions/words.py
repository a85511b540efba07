"""What sections and views are called on the page where they are chosen."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recommendations.report.content.edition_schema import Section, View

SECTION_WORDS: Mapping[Section, Promise] = {
    Section.SUMMARY: _("Summary"),
    Section.READING: _("How to read this report"),
    Section.TREND: _("From round to round"),
    Section.LADDER: _("The next level"),
    Section.BARRIERS: pgettext_lazy("edition", "Part by part"),
    Section.READINGS: _("Second readings"),
    Section.ACTIONS: _("What to do"),
    Section.MONEY: pgettext_lazy("edition", "Services, prices and support"),
    Section.CASES: _("Enterprises like yours"),
    Section.TIMELINE: _("The way ahead"),
    Section.PLAN: pgettext_lazy("edition", "The plan"),
    Section.UNDECIDED: _("Answer this to know more"),
    Section.CONSISTENCY: _("Answers that do not fit together"),
    Section.FIGURES: _("All scores in one table"),
    Section.SOURCES: pgettext_lazy("edition", "Sources"),
    Section.GLOSSARY: _("Words in this report"),
    Section.ANSWERS: _("All answers"),
    Section.TRAIL: _("Who answered, changed and verified"),
}

VIEW_WORDS: Mapping[View, Promise] = {
    View.OWN: pgettext_lazy("edition", "The enterprise’s own answers"),
    View.VERIFIED: pgettext_lazy("edition", "The verified answers"),
    View.BOTH: pgettext_lazy("edition", "The verified answers, with the enterprise’s own beside them"),
}
