import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString, mark_safe
from hypothesis import given
from hypothesis import strategies as st

from assessment.responses.fragments import Fragment, slot


def render(source: str, **values: object) -> Fragment:
    return Fragment(Template(source).render(Context({"slot": {"name": slot("name"), "tick": slot("tick")}, **values})))


def test_fill_puts_values_where_the_slots_stand() -> None:
    fragment = render('<b{{ slot.tick }}>{{ slot.name }}</b><i title="{{ slot.name }}">')
    assert fragment.fill({"name": "Four", "tick": mark_safe(" hidden")}) == '<b hidden>Four</b><i title="Four">'


def test_slots_without_a_value_stay_empty() -> None:
    assert render("<b>{{ slot.name }}</b>").fill({}) == "<b></b>"


def test_filling_once_leaves_nothing_for_the_next() -> None:
    fragment = render("<b>{{ slot.name }}</b>")
    fragment.fill({"name": "secret"})
    assert fragment.fill({}) == "<b></b>"


def test_values_are_escaped_unless_they_are_html() -> None:
    fragment = render("<b>{{ slot.name }}</b>")
    assert fragment.fill({"name": "<i> & \"'"}) == "<b>&lt;i&gt; &amp; &quot;&#x27;</b>"
    assert isinstance(fragment.fill({}), SafeString)


def test_a_value_without_a_slot_is_a_fault() -> None:
    with pytest.raises(KeyError, match="other"):
        render("<b>{{ slot.name }}</b>").fill({"other": "x"})


@given(st.text(max_size=60))
def test_no_text_of_a_bank_or_a_person_can_be_a_slot(words: str) -> None:
    fragment = render("{{ words }}|{{ slot.name }}", words=words)
    filled = fragment.fill({"name": words})
    assert (fragment.slots, *filled.split("|")[:1]) == ({"name"}, *filled.split("|")[-1:]) or "|" in words
    assert "<" not in filled
