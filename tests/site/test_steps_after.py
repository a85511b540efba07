"""The way through a submitted assessment: every page of it, and the one that is shown is marked."""

import re
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from assessment.responses.visits import AT_HOME

PAGES = {
    "result": ("report:result-show", "Result"),
    "roadmap": ("plan:roadmap", "Roadmap"),
    "what-if": ("plan:what-if", "What if"),
    "plan": ("plan:plan-show", "Plan"),
    "services": ("plan:services", "Services and money"),
    "progress": ("plan:progress", "Progress"),
}


@pytest.mark.parametrize("current", PAGES)
def test_every_page_is_linked_and_the_one_shown_is_marked(current: str) -> None:
    assessment = SimpleNamespace(public_id=uuid4(), visit=AT_HOME)
    page = render_to_string("site/steps_after.html", {"assessment": assessment, "current": current})
    links = {key: (reverse(name, args=[assessment.public_id]), title) for key, (name, title) in PAGES.items()}
    assert re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', page) == list(links.values())
    assert re.findall(r'<a href="([^"]*)" aria-current="page">([^<]*)</a>', page) == [links[current]]
