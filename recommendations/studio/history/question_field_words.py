"""The fields of sections and questions in plain words."""

from typing import Any

from django.utils.translation import pgettext_lazy

from assessment.scoring import document as parts

QUESTION_FIELDS: dict[type[Any], dict[str, Any]] = {
    parts.Section: {
        "key": pgettext_lazy("schema", "key"),
        "title": pgettext_lazy("schema", "title"),
        "intro": pgettext_lazy("schema", "introduction"),
        "profile": pgettext_lazy("schema", "about the enterprise"),
        "node": pgettext_lazy("schema", "indicator that it belongs to"),
        "questions": pgettext_lazy("schema", "questions"),
    },
    parts.Question: {
        "key": pgettext_lazy("schema", "key"),
        "kind": pgettext_lazy("schema", "kind of answer"),
        "text": pgettext_lazy("schema", "question text"),
        "short": pgettext_lazy("schema", "short name"),
        "help": pgettext_lazy("schema", "help text"),
        "example": pgettext_lazy("schema", "example"),
        "evidence": pgettext_lazy("schema", "evidence"),
        "core": pgettext_lazy("schema", "part of the quick scan"),
        "required": pgettext_lazy("schema", "must be answered"),
        "allow_unknown": pgettext_lazy("schema", "“I don’t know” allowed"),
        "allow_not_applicable": pgettext_lazy("schema", "“does not apply” allowed"),
        "reading": pgettext_lazy("schema", "reading"),
        "visible_if": pgettext_lazy("schema", "asked only if"),
        "options": pgettext_lazy("schema", "options"),
        "rows": pgettext_lazy("schema", "rows"),
        "multiple": pgettext_lazy("schema", "several ticks in a row"),
        "steps": pgettext_lazy("schema", "credit by points"),
        "bands": pgettext_lazy("schema", "credit by range"),
        "linear": pgettext_lazy("schema", "credit in proportion"),
        "unit": pgettext_lazy("schema", "unit"),
        "minimum": pgettext_lazy("schema", "least number"),
        "maximum": pgettext_lazy("schema", "greatest number"),
        "decimals": pgettext_lazy("schema", "digits behind the point"),
        "ratio": pgettext_lazy("schema", "two counts"),
        "crosswalk": pgettext_lazy("schema", "links to frameworks"),
        "reference_lines": pgettext_lazy("schema", "published figures"),
    },
    parts.Option: {
        "key": pgettext_lazy("schema", "key"),
        "label": pgettext_lazy("schema", "label"),
        "credit": pgettext_lazy("schema", "credit"),
        "points": pgettext_lazy("schema", "points"),
        "exclusive": pgettext_lazy("schema", "stands alone"),
    },
    parts.Row: {
        "key": pgettext_lazy("schema", "key"),
        "label": pgettext_lazy("schema", "label"),
        "weight": pgettext_lazy("schema", "weight"),
    },
    parts.Step: {
        "points": pgettext_lazy("schema", "from points"),
        "credit": pgettext_lazy("schema", "credit"),
    },
    parts.Band: {
        "upto": pgettext_lazy("schema", "up to"),
        "credit": pgettext_lazy("schema", "credit"),
        "label": pgettext_lazy("schema", "label"),
    },
    parts.Linear: {
        "zero_at": pgettext_lazy("schema", "worth nothing at"),
        "full_at": pgettext_lazy("schema", "worth all at"),
    },
    parts.Ratio: {
        "numerator": pgettext_lazy("schema", "the part"),
        "denominator": pgettext_lazy("schema", "the whole"),
    },
    parts.Crosswalk: {
        "ref": pgettext_lazy("schema", "item of the framework"),
        "alignment": pgettext_lazy("schema", "how close"),
    },
}
