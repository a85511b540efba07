"""Hypothesis strategies for playbooks of every shape that the schema admits, within what rows can hold."""

from typing import Any

from hypothesis import strategies as st

from recommendations.rules.document import PlaybookDocument
from tests.bank.variations import CONDITIONS, KEYS, TEXTS, numbers

SOURCE_KEYS = st.lists(st.sampled_from(["law", "survey"]), max_size=2, unique=True)


@st.composite
def actions(draw: st.DrawFn, key: str, before: list[str]) -> dict[str, Any]:
    first = draw(st.integers(0, 260))
    others = st.lists(st.sampled_from(before), max_size=2, unique=True) if before else st.just([])
    return {
        "key": key,
        "node": "a",
        **{name: draw(TEXTS) for name in ("title", "why", "source")},
        "steps": draw(st.lists(TEXTS, min_size=1, max_size=3)),
        "effort": "low",
        "cost_band": "cheap",
        "weeks": {"minimum": first, "maximum": first + draw(st.integers(0, 260))},
        "requires": draw(others),
        "excludes": draw(others),
        "raises": draw(
            st.lists(
                st.fixed_dictionaries({"node": st.just("a"), "levels": st.integers(1, 4), "up_to": st.integers(1, 4)}),
                min_size=1,
                max_size=2,
            )
        ),
        "suits": draw(st.none() | CONDITIONS),
        "categories": draw(st.just([]) | KEYS),
        "measures": draw(st.just([]) | KEYS),
    }


@st.composite
def playbooks(draw: st.DrawFn) -> PlaybookDocument:
    keys = draw(KEYS)
    data = {
        "slug": "varied",
        "bank": "varied",
        "locales": ["en", "zh-hans"],
        "title": draw(TEXTS),
        "basis": draw(TEXTS),
        "sources": [
            {"key": key, "text": draw(TEXTS), "estimate": draw(st.booleans()), "date": draw(st.sampled_from(["", "2024"]))}
            for key in draw(SOURCE_KEYS)
        ],
        "efforts": [{"key": "low", "title": draw(TEXTS), "days": draw(st.integers(0, 999))}],
        "cost_bands": [
            {
                "key": "cheap",
                "title": draw(TEXTS),
                "minimum": draw(numbers("0", "1000")),
                "maximum": draw(st.none() | numbers("0", "99999999")),
                "sources": draw(SOURCE_KEYS),
            }
        ],
        "priority_bands": [{"key": "first", "title": draw(TEXTS), "from_priority": draw(st.integers(1, 100))}],
        "actions": [draw(actions(key, keys[:index])) for index, key in enumerate(keys)],
        "rules": [
            {
                "key": key,
                "when": draw(CONDITIONS),
                "recommends": draw(st.sampled_from(keys)),
                "priority": draw(st.integers(1, 100)),
                "because": draw(TEXTS),
                "sources": draw(SOURCE_KEYS),
            }
            for key in draw(KEYS)
        ],
    }  # fmt: skip
    return PlaybookDocument.model_validate(data)
