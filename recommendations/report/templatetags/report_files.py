"""The forms of a report that was made, and the name of its language."""

from typing import Any
from uuid import UUID

from django import template
from django.urls import reverse

from recommendations.report.formats.offered import OTHERS
from recommendations.report.languages import label_of

register = template.Library()


@register.inclusion_tag("report/file_links.html")
def report_files(number: str, name: str, *keys: UUID | str) -> dict[str, Any]:
    """This function will offer a report in every form but the PDF; `name` and `keys` make its address."""
    return {"number": number, "files": [(reverse(name, args=[*keys, form]), form.label) for form in OTHERS]}


@register.filter
def report_language(code: str) -> str:
    """This function will return the name of the language of a report, in the language of the page."""
    return label_of(code)
