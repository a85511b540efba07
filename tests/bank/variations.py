"""Hypothesis strategies for bank documents of every shape the schema admits, within what rows can hold."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from assessment.scoring.document import Aggregate, Alignment, BankDocument, Kind

LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
TEXTS = st.dictionaries(st.sampled_from(["en", "zh-hans", "de"]), st.text(LETTERS, max_size=12), max_size=3)


def numbers(low: str, high: str) -> st.SearchStrategy[str]:
    return st.decimals(Decimal(low), Decimal(high), places=6, allow_nan=False).map(str)


SHARES = numbers("0", "1")
WEIGHTS = st.none() | numbers("0", "1000000")
KEYS = st.lists(st.from_regex(r"\A[A-Za-z][A-Za-z0-9_-]{0,8}\Z"), min_size=1, max_size=4, unique=True)
TESTS = st.fixed_dictionaries(
    {"fact": st.sampled_from(["node.a", "answer.B"]), "op": st.sampled_from(["lt", "is", "has_any", "known"])},
    optional={"value": st.integers(0, 100) | st.floats(0, 100) | st.text(LETTERS, max_size=5) | st.just([1, 0.5, "x"])},
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


@st.composite
def questions(draw: st.DrawFn, key: str) -> dict[str, Any]:
    flags = ["core", "required", "allow_unknown", "allow_not_applicable"]
    return {
        "key": key,
        "kind": draw(st.sampled_from([kind.value for kind in Kind])),
        **{name: draw(TEXTS) for name in ("text", "short", "help", "example", "evidence", "unit")},
        **{name: draw(st.booleans()) for name in flags},
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
            "children": [],
            "measures": [
                {"question": question, "weight": draw(numbers("0", "1000000"))}
                for question in draw(st.lists(st.sampled_from(asked), max_size=3, unique=True))
            ],
        }
        if nodes:
            draw(st.sampled_from(nodes))["children"].append(node)
        nodes.append(node)
    return nodes[0]


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
        "notice": draw(TEXTS),
        "minimum_coverage": draw(SHARES),
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
        "levels": [
            {"key": key, "title": draw(TEXTS), "lower": draw(numbers("0", "100")), "gate": draw(st.none() | CONDITIONS)}
            for key in draw(KEYS)
        ],
        "examples": [{"key": "e", "title": {}, "answers": {"A": ["x"], "B": 1.5}, "expect": {"n": {"score": "0.10"}}}],
    }
    return BankDocument.model_validate(data)
