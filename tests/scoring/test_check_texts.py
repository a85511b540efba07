"""Every text in every language, wherever a text may stand."""

from tests.scoring.banks import (
    percent,
    text,
)
from tests.scoring.checking import THREE, Q, errors, sound


def test_missing_translation_is_named_for_each_locale_and_place() -> None:
    document = sound(locales=["en", "zh-hans"], examples=[])
    places = [place for place, message in errors(document) if message == "the text is missing in zh-hans"]
    assert places == [
        "title.zh-hans",
        "sections.main.title.zh-hans",
        f"{Q}A.text.zh-hans",
        *(f"{Q}A.options.{key}.label.zh-hans" for key in ("none", "low", "half", "high", "full")),
        "nodes.all.title.zh-hans",
    ]


def test_translations_are_found_wherever_a_text_may_stand() -> None:
    labelled = percent(
        "A",
        bands=[{"upto": 100, "credit": 1, "label": {"de": "Alles"}}],
        ratio={"numerator": {}, "denominator": text("d")},
    )
    document = sound(labelled, examples=[{**each, "answers": {"A": 5}} for each in THREE])
    assert errors(document) == [
        (f"{Q}A.bands.0.label.en", "the text is missing in en"),
        (f"{Q}A.ratio.numerator.en", "the text is missing in en"),
    ]
