"""The fields of the playbook document in plain words."""

from typing import Any

from django.utils.translation import pgettext_lazy

from recommendations.rules import document as parts

PLAYBOOK_FIELDS: dict[type[Any], dict[str, Any]] = {
    parts.PlaybookDocument: {
        "format": pgettext_lazy("schema", "format"),
        "slug": pgettext_lazy("schema", "short name"),
        "bank": pgettext_lazy("schema", "question bank"),
        "locales": pgettext_lazy("schema", "languages"),
        "title": pgettext_lazy("schema", "title"),
        "basis": pgettext_lazy("schema", "what the advice rests on"),
        "sources": pgettext_lazy("schema", "sources"),
        "efforts": pgettext_lazy("schema", "efforts"),
        "cost_bands": pgettext_lazy("schema", "cost bands"),
        "priority_bands": pgettext_lazy("schema", "priority bands"),
        "actions": pgettext_lazy("schema", "actions"),
        "rules": pgettext_lazy("schema", "rules"),
    },
    parts.Source: {
        "key": pgettext_lazy("schema", "key"),
        "text": pgettext_lazy("schema", "text"),
        "estimate": pgettext_lazy("schema", "own estimate"),
        "date": pgettext_lazy("schema", "date"),
        "url": pgettext_lazy("schema", "address"),
    },
    parts.Effort: {
        "key": pgettext_lazy("schema", "key"),
        "title": pgettext_lazy("schema", "title"),
        "days": pgettext_lazy("schema", "working days"),
        "sources": pgettext_lazy("schema", "sources"),
    },
    parts.CostBand: {
        "key": pgettext_lazy("schema", "key"),
        "title": pgettext_lazy("schema", "title"),
        "minimum": pgettext_lazy("schema", "from yuan"),
        "maximum": pgettext_lazy("schema", "up to yuan"),
        "sources": pgettext_lazy("schema", "sources"),
    },
    parts.PriorityBand: {
        "key": pgettext_lazy("schema", "key"),
        "title": pgettext_lazy("schema", "title"),
        "from_priority": pgettext_lazy("schema", "from priority"),
        "sources": pgettext_lazy("schema", "sources"),
    },
    parts.Action: {
        "key": pgettext_lazy("schema", "key"),
        "node": pgettext_lazy("schema", "indicator that it belongs to"),
        "title": pgettext_lazy("schema", "title"),
        "why": pgettext_lazy("schema", "why"),
        "steps": pgettext_lazy("schema", "steps"),
        "effort": pgettext_lazy("schema", "effort"),
        "cost_band": pgettext_lazy("schema", "cost band"),
        "weeks": pgettext_lazy("schema", "weeks"),
        "requires": pgettext_lazy("schema", "to be done before"),
        "follows": pgettext_lazy("schema", "after, where both are done"),
        "excludes": pgettext_lazy("schema", "not together with"),
        "raises": pgettext_lazy("schema", "effects"),
        "suits": pgettext_lazy("schema", "suits only if"),
        "categories": pgettext_lazy("schema", "categories of the catalogue"),
        "measures": pgettext_lazy("schema", "what shows success"),
        "source": pgettext_lazy("schema", "source"),
    },
    parts.Weeks: {
        "minimum": pgettext_lazy("schema", "at least"),
        "maximum": pgettext_lazy("schema", "at most"),
    },
    parts.Raise: {
        "node": pgettext_lazy("schema", "indicator"),
        "question": pgettext_lazy("schema", "only the question"),
        "options": pgettext_lazy("schema", "only to the answers"),
        "levels": pgettext_lazy("schema", "by levels"),
        "up_to": pgettext_lazy("schema", "up to level"),
    },
    parts.Rule: {
        "key": pgettext_lazy("schema", "key"),
        "when": pgettext_lazy("schema", "condition"),
        "recommends": pgettext_lazy("schema", "recommended action"),
        "priority": pgettext_lazy("schema", "priority"),
        "because": pgettext_lazy("schema", "because"),
        "sources": pgettext_lazy("schema", "sources"),
    },
}
