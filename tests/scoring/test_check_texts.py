"""Every text in every language, wherever a text may stand."""

from assessment.scoring.checks.texts import text_coverage
from tests.scoring.banks import node, percent, single, text
from tests.scoring.checking import THREE, Q, errors, ladder, rung, sound


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


def test_texts_of_ladders_and_readings_are_found_without_being_listed_anywhere() -> None:
    reading = {"key": "sure", "title": {"de": "Sicher"}, "description": {"de": "Wie sicher"}, "counts": False}
    steps = [rung("a", lower=0, title={"de": "A"}), rung("b", lower=1, gate_text={"de": "Tor"})]
    document = sound(
        single("A"),
        single("S", reading="sure"),
        tree=node("all", measures={"A": 1, "S": 1}, ladder="own"),
        ladders=[ladder("own", *steps)],
        readings=[reading],
    )
    assert errors(document) == [
        ("readings.sure.title.en", "the text is missing in en"),
        ("readings.sure.description.en", "the text is missing in en"),
        ("ladders.own.levels.a.title.en", "the text is missing in en"),
        ("ladders.own.levels.b.gate_text.en", "the text is missing in en"),
    ]


def test_coverage_counts_texts_that_are_needed_or_there_in_some_language() -> None:
    two = {"en": "Trial", "zh-hans": "试题"}
    document = sound(single("A", {"x": 0, "y": 1}, help={"zh-hans": "帮助"}, short={"en": " "}), examples=[], title=two)
    # title, section, question, its short text and help, two options, the root
    assert text_coverage(document, ["en", "zh-hans", "fr"]) == {"en": (6, 8), "zh-hans": (2, 8), "fr": (0, 8)}
