"""The fields of the playbook document in plain words."""

from typing import Any

from django.utils.translation import pgettext_lazy

from recommendations.rules import document as parts

PLAYBOOK_FIELDS: dict[type[Any], dict[str, Any]] = {
    parts.PlaybookDocument: {
        "format": pgettext_lazy("field", "format"),
        "slug": pgettext_lazy("field", "short name"),
        "bank": pgettext_lazy("field", "question bank"),
        "locales": pgettext_lazy("field", "languages"),
        "title": pgettext_lazy("field", "title"),
        "basis": pgettext_lazy("field", "what the advice rests on"),
        "sources": pgettext_lazy("field", "sources"),
        "efforts": pgettext_lazy("field", "efforts"),
        "cost_bands": pgettext_lazy("field", "cost bands"),
        "priority_bands": pgettext_lazy("field", "priority bands"),
        "actions": pgettext_lazy("field", "actions"),
        "rules": pgettext_lazy("field", "rules"),
    },
    parts.Source: {
        "key": pgettext_lazy("field", "key"),
        "text": pgettext_lazy("field", "text"),
        "estimate": pgettext_lazy("field", "own estimate"),
        "date": pgettext_lazy("field", "date"),
        "url": pgettext_lazy("field", "address"),
    },
    parts.Effort: {
        "key": pgettext_lazy("field", "key"),
        "title": pgettext_lazy("field", "title"),
        "days": pgettext_lazy("field", "working days"),
        "sources": pgettext_lazy("field", "sources"),
    },
    parts.CostBand: {
        "key": pgettext_lazy("field", "key"),
        "title": pgettext_lazy("field", "title"),
        "minimum": pgettext_lazy("field", "from yuan"),
        "maximum": pgettext_lazy("field", "up to yuan"),
        "sources": pgettext_lazy("field", "sources"),
    },
    parts.PriorityBand: {
        "key": pgettext_lazy("field", "key"),
        "title": pgettext_lazy("field", "title"),
        "from_priority": pgettext_lazy("field", "from priority"),
        "sources": pgettext_lazy("field", "sources"),
    },
    parts.Action: {
        "key": pgettext_lazy("field", "key"),
        "node": pgettext_lazy("field", "indicator that it belongs to"),
        "title": pgettext_lazy("field", "title"),
        "why": pgettext_lazy("field", "why"),
        "steps": pgettext_lazy("field", "steps"),
        "effort": pgettext_lazy("field", "effort"),
        "cost_band": pgettext_lazy("field", "cost band"),
        "weeks": pgettext_lazy("field", "weeks"),
        "requires": pgettext_lazy("field", "to be done before"),
        "excludes": pgettext_lazy("field", "not together with"),
        "raises": pgettext_lazy("field", "effects"),
        "suits": pgettext_lazy("field", "suits only if"),
        "categories": pgettext_lazy("field", "categories of the catalogue"),
        "measures": pgettext_lazy("field", "what shows success"),
        "source": pgettext_lazy("field", "source"),
    },
    parts.Weeks: {
        "minimum": pgettext_lazy("field", "at least"),
        "maximum": pgettext_lazy("field", "at most"),
    },
    parts.Raise: {
        "node": pgettext_lazy("field", "indicator"),
        "levels": pgettext_lazy("field", "by levels"),
        "up_to": pgettext_lazy("field", "up to level"),
    },
    parts.Rule: {
        "key": pgettext_lazy("field", "key"),
        "when": pgettext_lazy("field", "condition"),
        "recommends": pgettext_lazy("field", "recommended action"),
        "priority": pgettext_lazy("field", "priority"),
        "because": pgettext_lazy("field", "because"),
        "sources": pgettext_lazy("field", "sources"),
    },
}
