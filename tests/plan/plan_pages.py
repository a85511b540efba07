"""Pages of the plan for tests: addresses, texts and forms."""

import re
from html import unescape
from typing import Any

from assessment.responses.models import Assessment
from recommendations.plan.models import PlanItem
from recommendations.plan.planning import take_up_actions

NOW = "2026-11-23T02:00:00Z"


def address(assessment: Assessment, rest: str = "") -> str:
    return f"/a/{assessment.public_id}/plan/{rest}"


def text_of(response: Any) -> str:
    """The words of the page, blanks made one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def headings(response: Any) -> list[str]:
    found = re.findall(r"<h([23])[^>]*>(.*?)</h\1>", response.content.decode(), flags=re.S)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", title)).split()) for _level, title in found]


def take(assessment: Assessment, *keys: str) -> list[PlanItem]:
    return list(take_up_actions(assessment=assessment, actions=keys, language="en").added)


def sent(item: PlanItem, **changes: Any) -> dict[str, Any]:
    """What the form of an untouched item sends."""
    return {"version": item.version, "status": item.status, "declined_because": "", "note": ""} | changes
