"""The way through a submitted assessment: every page that exists, and the one that is shown is marked."""

import re
from types import SimpleNamespace
from uuid import uuid4

from django.template.loader import render_to_string
from django.urls import reverse


def test_only_the_page_shown_is_marked_as_current() -> None:
    assessment = SimpleNamespace(public_id=uuid4())
    page = render_to_string("site/steps_after.html", {"assessment": assessment, "current": "result"})
    marked = re.findall(r'<a href="([^"]*)" aria-current="page">([^<]*)</a>', page)
    assert marked == [(reverse("report:result-show", args=[assessment.public_id]), "Result")]
