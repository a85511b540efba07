"""The choices that fields offer, in plain words."""

from typing import Any

from django.utils.translation import pgettext_lazy

CHOICES: dict[tuple[str, str], Any] = {
    ("kind", "single"): pgettext_lazy("choice", "one option"),
    ("kind", "multi"): pgettext_lazy("choice", "several options"),
    ("kind", "yes_no"): pgettext_lazy("choice", "yes or no"),
    ("kind", "likert"): pgettext_lazy("choice", "an option along a scale"),
    ("kind", "percent"): pgettext_lazy("choice", "a percentage"),
    ("kind", "number"): pgettext_lazy("choice", "a number"),
    ("kind", "table"): pgettext_lazy("choice", "a table"),
    ("kind", "text"): pgettext_lazy("choice", "free text"),
    ("kind", "mean"): pgettext_lazy("choice", "mean of many"),
    ("kind", "share"): pgettext_lazy("choice", "share of many"),
    ("kind", "target"): pgettext_lazy("choice", "target"),
    ("kind", "survey"): pgettext_lazy("choice", "survey result"),
    ("aggregate", "mean"): pgettext_lazy("choice", "weighted mean"),
    ("aggregate", "sum"): pgettext_lazy("choice", "sum of the points"),
    ("aggregate", "min"): pgettext_lazy("choice", "the weakest part"),
    ("aggregate", "max"): pgettext_lazy("choice", "the strongest part"),
    ("aggregate", "product"): pgettext_lazy("choice", "product of the shares"),
    ("aggregate", "table"): pgettext_lazy("choice", "looked up in a table"),
    ("aggregate", "none"): pgettext_lazy("choice", "no number of its own"),
    ("passes", "score"): pgettext_lazy("choice", "its score"),
    ("passes", "level"): pgettext_lazy("choice", "its level"),
    ("passes", "target"): pgettext_lazy("choice", "its way to the target"),
    ("not_applicable", "excluded"): pgettext_lazy("choice", "it leaves the measure"),
    ("not_applicable", "zero"): pgettext_lazy("choice", "nothing"),
    ("not_applicable", "full"): pgettext_lazy("choice", "full marks"),
    ("not_applicable", "target"): pgettext_lazy("choice", "the target"),
    ("rounding", "half_up"): pgettext_lazy("choice", "to the nearest"),
    ("rounding", "truncate"): pgettext_lazy("choice", "cut off"),
    ("alignment", "exact"): pgettext_lazy("choice", "asks the same"),
    ("alignment", "close"): pgettext_lazy("choice", "asks nearly the same"),
    ("alignment", "partial"): pgettext_lazy("choice", "asks a part of it"),
    ("scope", "full"): pgettext_lazy("choice", "the full diagnosis"),
    ("scope", "quick"): pgettext_lazy("choice", "quick scan"),
}
