"""The fields of the playbook document in plain words."""

from typing import Any

from django.utils.translation import pgettext_lazy as lazy_in

from recommendations.rules import document as parts

PLAYBOOK_FIELDS: dict[type[Any], dict[str, Any]] = {
    parts.PlaybookDocument: {
        "format": lazy_in("field", "format"),
        "slug": lazy_in("field", "short name"),
        "bank": lazy_in("field", "question bank"),
        "locales": lazy_in("field", "languages"),
        "title": lazy_in("field", "title"),
        "basis": lazy_in("field", "what the advice rests on"),
        "sources": lazy_in("field", "sources"),
        "efforts": lazy_in("field", "efforts"),
        "cost_bands": lazy_in("field", "cost bands"),
        "priority_bands": lazy_in("field", "priority bands"),
        "actions": lazy_in("field", "actions"),
        "rules": lazy_in("field", "rules"),
    },
    parts.Source: {
        "key": lazy_in("field", "key"),
        "text": lazy_in("field", "text"),
        "estimate": lazy_in("field", "own estimate"),
        "date": lazy_in("field", "date"),
        "url": lazy_in("field", "address"),
    },
    parts.Effort: {
        "key": lazy_in("field", "key"),
        "title": lazy_in("field", "title"),
        "days": lazy_in("field", "working days"),
        "sources": lazy_in("field", "sources"),
    },
    parts.CostBand: {
        "key": lazy_in("field", "key"),
        "title": lazy_in("field", "title"),
        "minimum": lazy_in("field", "from yuan"),
        "maximum": lazy_in("field", "up to yuan"),
        "sources": lazy_in("field", "sources"),
    },
    parts.PriorityBand: {
        "key": lazy_in("field", "key"),
        "title": lazy_in("field", "title"),
        "from_priority": lazy_in("field", "from priority"),
        "sources": lazy_in("field", "sources"),
    },
    parts.Action: {
        "key": lazy_in("field", "key"),
        "node": lazy_in("field", "indicator that it belongs to"),
        "title": lazy_in("field", "title"),
        "why": lazy_in("field", "why"),
        "steps": lazy_in("field", "steps"),
        "effort": lazy_in("field", "effort"),
        "cost_band": lazy_in("field", "cost band"),
        "weeks": lazy_in("field", "weeks"),
        "requires": lazy_in("field", "to be done before"),
        "excludes": lazy_in("field", "not together with"),
        "raises": lazy_in("field", "effects"),
        "suits": lazy_in("field", "suits only if"),
        "categories": lazy_in("field", "categories of the catalogue"),
        "measures": lazy_in("field", "what shows success"),
        "source": lazy_in("field", "source"),
    },
    parts.Weeks: {
        "minimum": lazy_in("field", "at least"),
        "maximum": lazy_in("field", "at most"),
    },
    parts.Raise: {
        "node": lazy_in("field", "indicator"),
        "levels": lazy_in("field", "by levels"),
        "up_to": lazy_in("field", "up to level"),
    },
    parts.Rule: {
        "key": lazy_in("field", "key"),
        "when": lazy_in("field", "condition"),
        "recommends": lazy_in("field", "recommended action"),
        "priority": lazy_in("field", "priority"),
        "because": lazy_in("field", "because"),
        "sources": lazy_in("field", "sources"),
    },
}
