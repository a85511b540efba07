"""Hypothesis strategies for bank documents of every shape the schema admits, within what rows can hold."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from assessment.scoring.document import Aggregate, Alignment, BankDocument, Kind, NotApplicable, Passes, Rounding

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
TEXTS = st.dictionaries(st.sampled_from(["en", "zh-hans", "de"]), st.text(LETTERS, max_size=12), max_size=3)


def numbers(low: str, high: str) -> st.SearchStrategy[str]:
    return st.decimals(Decimal(low), Decimal(high), places=6, allow_nan=False).map(str)


# What a database keeps as it was written: PostgreSQL would turn 1e+16 into a whole number.
FLOATS = st.integers(-(10**8), 10**8).map(lambda thousandths: thousandths / 1000)
SHARES = numbers("0", "1")
WEIGHTS = st.none() | numbers("0", "1000000")
BOUNDS = st.none() | numbers("0", "100")
SCALES = st.none() | numbers("0.5", "1000")
KEYS = st.lists(st.from_regex(r"\A[A-Za-z][A-Za-z0-9_-]{0,8}\Z"), min_size=1, max_size=4, unique=True)
TESTS = st.fixed_dictionaries(
    {"fact": st.sampled_from(["node.a", "answer.B"]), "op": st.sampled_from(["lt", "is", "has_any", "known"])},
    optional={"value": st.integers(0, 100) | FLOATS.map(abs) | st.text(LETTERS, max_size=5) | st.just([1, 0.5, "x"])},
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.builds(lambda kind, parts: {kind: parts}, st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=2))
    | inner.map(lambda part: {"not": part}),
    max_leaves=4,
)  # fmt: skip
CROSSWALKS = st.lists(
    st.fixed_dictionaries({"ref": st.just("DII:1"), "alignment": st.sampled_from([item.value for item in Alignment])}),
    max_size=1,
)
WORTHS = st.dictionaries(st.sampled_from(["none", "null", "yes"]), SHARES, max_size=2)
ANSWERS = st.dictionaries(
    st.sampled_from(["A", "B", "C"]),
    st.none() | st.booleans() | st.integers() | FLOATS | st.text(LETTERS, max_size=6)
    | st.sampled_from(["1.0", "true", "[x]", "{", '"', "", " x ", "=1+1", "unknown", ["x", "null"], {"row": "x"}, {"row": ["x"]}]),
    max_size=3,
)  # fmt: skip


@st.composite
def questions(draw: st.DrawFn, key: str) -> dict[str, Any]:
    flags = ["core", "required", "allow_unknown", "allow_not_applicable"]
    return {
        "key": key,
        "kind": draw(st.sampled_from([kind.value for kind in Kind])),
        **{name: draw(TEXTS) for name in ("text", "short", "help", "example", "evidence", "unit")},
        **{name: draw(st.booleans()) for name in flags},
        "reading": draw(st.none() | st.just("sureness")),
        "visible_if": draw(st.none() | CONDITIONS),
        "options": [
            {
                "key": option,
                "label": draw(TEXTS),
                "credit": draw(st.none() | SHARES),
                "points": draw(st.none() | numbers("0", "99999999")),
                "exclusive": draw(st.booleans()),
            }
            for option in draw(KEYS)
        ],
        "rows": [{"key": row, "label": draw(TEXTS), "weight": draw(WEIGHTS)} for row in draw(st.just([]) | KEYS)],
        "multiple": draw(st.booleans()),
        "ratio": draw(st.none() | st.fixed_dictionaries({"numerator": TEXTS, "denominator": TEXTS})),
        "steps": [{"points": draw(numbers("-9", "9")), "credit": draw(SHARES)}],
        "bands": [{"upto": draw(numbers("-9", "9")), "credit": draw(SHARES), "label": draw(st.none() | TEXTS)}],
        "linear": draw(st.none() | st.just({"zero_at": "1e2", "full_at": "0.10"})),
        "minimum": draw(st.none() | numbers("-1000", "1000")),
        "decimals": draw(st.integers(0, 6)),
        "crosswalk": draw(CROSSWALKS),
        "reference_lines": draw(st.lists(st.just("line"), max_size=1)),
    }


@st.composite
def trees(draw: st.DrawFn, keys: list[str], asked: list[str]) -> dict[str, Any]:
    """The first key is the root; each further node hangs on one of those before it."""
    nodes: list[dict[str, Any]] = []
    for key in keys:
        node = {
            "key": key,
            **{name: draw(TEXTS) for name in ("title", "description", "why")},
            "weight": draw(WEIGHTS),
            "aggregate": draw(st.sampled_from([item.value for item in Aggregate])),
            "crosswalk": draw(CROSSWALKS),
            "scale": draw(SCALES),
            "target": draw(SCALES),
            "ladder": draw(st.none() | st.just("stairs")),
            "passes": draw(st.sampled_from([item.value for item in Passes])),
            "cells": [{"when": {child: draw(KEYS)}, "score": draw(SHARES)} for child in draw(st.just([]) | KEYS)],
            "children": [],
            "measures": [
                {
                    "question": question,
                    "weight": draw(numbers("0", "1000000")),
                    "credits": draw(WORTHS),
                    "points": draw(WORTHS),
                }
                for question in draw(st.lists(st.sampled_from(asked), max_size=3, unique=True))
            ],
        }
        if nodes:
            draw(st.sampled_from(nodes))["children"].append(node)
        nodes.append(node)
    return nodes[0]


@st.composite
def levels(draw: st.DrawFn, keys: list[str]) -> list[dict[str, Any]]:
    bounds = ["lower", "above", "upto", "below"]
    return [
        {
            "key": key,
            **{name: draw(TEXTS) for name in ("title", "description", "gate_text")},
            **{name: draw(BOUNDS) for name in bounds},
            "gate": draw(st.none() | CONDITIONS),
        }
        for key in keys
    ]


EXPECTATIONS = st.fixed_dictionaries(
    {},
    optional={
        **{name: numbers("0", "100") for name in ("score", "low", "high", "points", "percent_of_target", "progress")},
        "shown": st.text(LETTERS, max_size=5) | st.sampled_from(["1.50", " 2", "#REF!"]),
        "coverage": SHARES,
        "status": st.just("scored"),
        "level": st.just("high"),
        "readings": WORTHS,
    },
)
EXAMPLES = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "answers": ANSWERS,
        "expect": st.dictionaries(st.sampled_from(["n", "m"]), EXPECTATIONS, max_size=2),
    },
    optional={"working": TEXTS, "scope": st.just("quick"), "baseline": ANSWERS, "tolerance": SHARES},
)
SIZES = st.fixed_dictionaries(
    {
        **{name: st.just("A") for name in ("employees", "revenue", "sector", "smallest")},
        "labels": st.dictionaries(st.sampled_from(["small", "large"]), TEXTS, max_size=2),
        "rules": st.lists(
            st.fixed_dictionaries(
                {
                    "sectors": st.lists(st.sampled_from(["x", "y"]), max_size=2, unique=True),
                    "classes": st.lists(
                        st.fixed_dictionaries({"size": st.just("large"), "employees": WEIGHTS, "revenue": WEIGHTS}),
                        min_size=1,
                        max_size=2,
                    ),
                }
            ),
            min_size=1,
            max_size=2,
        ),
        "source": TEXTS,
    }
)
LINES = st.fixed_dictionaries(
    {
        "key": st.just("line"),
        "title": TEXTS,
        "value": numbers("-9", "9"),
        **{name: st.text(LETTERS, max_size=5) for name in ("unit", "period", "url")},
        "kind": st.sampled_from(["mean", "target"]),
        "scope": TEXTS,
        "source": TEXTS,
    }
)
FRAMEWORKS = st.fixed_dictionaries(
    {
        "key": st.just("DII"),
        "title": TEXTS,
        "items": st.lists(st.fixed_dictionaries({"key": st.just("I1"), "title": TEXTS}), max_size=1),
    }
)
HEADS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("description", "notice", "method"), TEXTS),
        "minimum_coverage": SHARES,
        "not_applicable": st.sampled_from([item.value for item in NotApplicable]),
        "display": st.fixed_dictionaries(
            {"decimals": st.integers(0, 6), "rounding": st.sampled_from([item.value for item in Rounding])}
        ),
        "readings": st.just([{"key": "sureness", "title": {}, "counts": False}]),
        "reference_lines": st.lists(LINES, max_size=1),
        "frameworks": st.lists(FRAMEWORKS, max_size=1),
        "size": SIZES,
    },
)


@st.composite
def documents(draw: st.DrawFn) -> BankDocument:
    asked = draw(KEYS)
    parts: list[list[str]] = [[] for _ in range(draw(st.integers(1, len(asked))))]
    for index, key in enumerate(asked):
        parts[index % len(parts)].append(key)
    data = {
        "slug": "varied",
        "locales": ["en", "zh-hans"],
        "title": draw(TEXTS),
        **draw(HEADS),
        "sections": [
            {
                "key": f"s{index}",
                "title": draw(TEXTS),
                "profile": draw(st.booleans()),
                "node": draw(st.none() | st.just("n")),
                "questions": [draw(questions(key)) for key in keys],
            }
            for index, keys in enumerate(parts)
        ],
        "tree": draw(trees(draw(KEYS), asked)),
        "levels": draw(levels(draw(st.just([]) | KEYS))),
        "ladders": [{"key": "stairs", "levels": draw(levels(["low", "high"]))}] if draw(st.booleans()) else [],
        "consistency": [
            {"key": key, "when": draw(CONDITIONS), "message": draw(TEXTS), "questions": draw(KEYS)}
            for key in draw(st.just([]) | KEYS)
        ],
        "examples": [{"key": key, **draw(EXAMPLES)} for key in draw(st.just([]) | KEYS)],
    }
    return BankDocument.model_validate(data)
