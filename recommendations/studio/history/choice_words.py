"""The choices that fields offer, in plain words."""

from typing import Any

from django.utils.translation import pgettext_lazy as lazy_in

CHOICES: dict[tuple[str, str], Any] = {
    ("kind", "single"): lazy_in("choice", "one option"),
    ("kind", "multi"): lazy_in("choice", "several options"),
    ("kind", "yes_no"): lazy_in("choice", "yes or no"),
    ("kind", "likert"): lazy_in("choice", "an option along a scale"),
    ("kind", "percent"): lazy_in("choice", "a percentage"),
    ("kind", "number"): lazy_in("choice", "a number"),
    ("kind", "table"): lazy_in("choice", "a table"),
    ("kind", "text"): lazy_in("choice", "free text"),
    ("kind", "mean"): lazy_in("choice", "mean of many"),
    ("kind", "share"): lazy_in("choice", "share of many"),
    ("kind", "target"): lazy_in("choice", "target"),
    ("kind", "survey"): lazy_in("choice", "survey result"),
    ("aggregate", "mean"): lazy_in("choice", "weighted mean"),
    ("aggregate", "sum"): lazy_in("choice", "sum of the points"),
    ("aggregate", "min"): lazy_in("choice", "the weakest part"),
    ("aggregate", "max"): lazy_in("choice", "the strongest part"),
    ("aggregate", "product"): lazy_in("choice", "product of the shares"),
    ("aggregate", "table"): lazy_in("choice", "looked up in a table"),
    ("aggregate", "none"): lazy_in("choice", "no number of its own"),
    ("passes", "score"): lazy_in("choice", "its score"),
    ("passes", "level"): lazy_in("choice", "its level"),
    ("passes", "target"): lazy_in("choice", "its way to the target"),
    ("not_applicable", "excluded"): lazy_in("choice", "it leaves the measure"),
    ("not_applicable", "zero"): lazy_in("choice", "nothing"),
    ("not_applicable", "full"): lazy_in("choice", "full marks"),
    ("not_applicable", "target"): lazy_in("choice", "the target"),
    ("rounding", "half_up"): lazy_in("choice", "to the nearest"),
    ("rounding", "truncate"): lazy_in("choice", "cut off"),
    ("alignment", "exact"): lazy_in("choice", "asks the same"),
    ("alignment", "close"): lazy_in("choice", "asks nearly the same"),
    ("alignment", "partial"): lazy_in("choice", "asks a part of it"),
    ("scope", "full"): lazy_in("choice", "the full diagnosis"),
    ("scope", "quick"): lazy_in("choice", "quick scan"),
}
