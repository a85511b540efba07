"""How labels, sentences and titles are joined in the language that is read."""

from django import template

from recommendations.report import print_words
from recommendations.report.content import numbers

register = template.Library()

register.filter("lead_in", numbers.lead_in)
register.filter("full_stop", numbers.full_stop)
register.filter("line_title", print_words.line_title)
register.filter("cover_facts", print_words.cover_facts)
register.filter("days_title", print_words.days_title)
register.filter("days_words", print_words.days_words)
register.filter("same_words", print_words.same_words)
