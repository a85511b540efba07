"""What the checker says about faulty banks: the place, and the message, one fault at a time."""

from typing import Any

import pytest

from assessment.scoring.check import Severity, check_bank
from assessment.scoring.document import BankDocument
from tests.scoring.banks import (
    FIVE_LEVELS,
    Fields,
    asked_only,
    bands,
    bank,
    fact,
    level,
    multi,
    node,
    options,
    percent,
    question,
    single,
    table,
    text,
    yes_no,
)

Q = "sections.main.questions."
EXAMPLE = {"key": "e1", "title": text("One"), "answers": {"A": "half"}, "expect": {"all": {"score": 50}}}
THREE = [EXAMPLE, {**EXAMPLE, "key": "e2"}, {**EXAMPLE, "key": "e3"}]


def sound(*asked: Fields, **fields: Any) -> BankDocument:
    given = asked or (single("A"),)
    return bank(*given, **{"examples": THREE, **fields})


def errors(document: BankDocument) -> list[tuple[str, str]]:
    return [(each.place, each.message) for each in check_bank(document) if each.severity is Severity.ERROR]


def warnings(document: BankDocument) -> list[tuple[str, str]]:
    return [(each.place, each.message) for each in check_bank(document) if each.severity is Severity.WARNING]


def of_question(asked: Fields) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    document = sound(single("A"), asked)
    return errors(document), warnings(document)


def test_sound_bank_has_no_finding() -> None:
    document = sound(
        single("A"),
        multi("B", {"x": 1, "none": 0}, exclusive="none"),
        percent("C", bands=bands((50, 0), (100, 1))),
        percent("D", linear={"zero_at": 0, "full_at": 50}),
        table("E", ("r",), {"no": 0, "yes": 1}),
        yes_no("F", visible_if=fact("answer.A", "is", "full")),
        profile=(asked_only("p"),),
        levels=FIVE_LEVELS,
    )
    assert check_bank(document) == []


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (single("B", {"x": 0, "y": None}), "options.y", "the option has no credit, although the question is measured"),
        (multi("B", {"x": None, "y": 1}), "options.x", "the option has no points, although the question is measured"),
        (multi("B", {"x": 0, "y": 0}), "options", "no option earns a point, so nothing can be scored"),
        (multi("B", {"x": 1, "y": 1}, maximum=0), "maximum", "the maximum is 0"),
        (multi("B", {"x": 1, "y": 1}, maximum=2, steps=[{"points": 0, "credit": 1}]), "", "both steps and a maximum say what the points are worth"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 1, "credit": 0}, {"points": 2, "credit": 1}]), "steps", "the first step begins at 1 points, so fewer points have no credit"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0}, {"points": 0, "credit": 1}]), "steps", "points 0 follows 0"),
        (percent("B"), "", "nothing says what the number is worth"),
        (percent("B", bands=bands((100, 1)), linear={"zero_at": 0, "full_at": 9}), "", "both bands and a linear credit say what the number is worth"),
        (percent("B", bands=bands((99, 1))), "bands", "numbers above 99 up to 100 lie in no band"),
        (question("B", "number", bands=bands((99, 1))), "bands", "the last band ends at 99, but the question has no maximum"),
        (percent("B", bands=bands((60, 0), (50, 0.5), (100, 1))), "bands", "upto 50 follows 60"),
        (percent("B", linear={"zero_at": 3, "full_at": 3}), "linear", "zero_at and full_at are both 3"),
        ({**percent("B", linear={"zero_at": 0, "full_at": 9}), "minimum": None}, "", "a percentage needs minimum and maximum"),
        (percent("B", minimum=100, linear={"zero_at": 0, "full_at": 100}), "", "the minimum 100 is not below the maximum 100"),
        (single("B", {"only": 1}), "options", "1 options leave nothing to choose"),
        ({**table("B", (), {"x": 0, "y": 1})}, "rows", "the table has no rows"),
        (single("B", unit=text("%")), "unit", "a single question has no use for unit"),
        (single("B", decimals=2), "decimals", "a single question has no use for decimals"),
        (percent("B", rows=[{"key": "r", "label": text("R")}], linear={"zero_at": 0, "full_at": 9}), "rows", "a percent question has no use for rows"),
        ({**yes_no("B"), "options": [{**each, "exclusive": True, "points": None} for each in options({"yes": 1, "no": 0})][:1] + options({"no": 0})}, "options.yes", "a yes_no question has no exclusive options"),
        ({**single("B"), "options": [{**options({"a": 1})[0], "points": 2}, *options({"b": 0})]}, "options", "some options carry credit, others points"),
        ({**multi("B", {"x": 1, "y": 1}), "options": [{"key": "x", "label": text("X"), "points": 1, "credit": 1}, {"key": "y", "label": text("Y"), "points": 1}]}, "options.x", "a multi question counts points, not credit"),
        (multi("B", {"x": 1, "none": 2}, exclusive="none"), "options.none", "the exclusive option earns 2 points"),
        (single("B", {"unknown": 0, "y": 1}), "options.unknown", "the option key unknown is reserved for the answer state of that name"),
        ({**single("B"), "options": options({"x": 0}) + options({"x": 1})}, "options.x", "the option key x is used 2 times"),
        (table("B", ("r", "r"), {"x": 0, "y": 1}), "rows.r", "the row key r is used 2 times"),
        (single("B", crosswalk=[{"ref": "MIIT:F9", "alignment": "exact"}]), "crosswalk.MIIT:F9", "there is no framework item MIIT:F9"),
        (single("B", reference_lines=["nc"]), "reference_lines.nc", "there is no reference line nc"),
        (single("B", help=text(" ")), "help.en", "the text is missing in en"),
        (single("B", visible_if=fact("answer.Z", "known")), "visible_if", "there is no fact answer.Z"),
        (single("B", visible_if={"all": [fact("answer.A", "is", "gone")]}), "visible_if.all.0", "answer.A has no option gone"),
    ],
)  # fmt: skip
def test_error_of_a_question(asked: Fields, place: str, message: str) -> None:
    found, _ = of_question(asked)
    assert found == [(f"{Q}B{'.' if place else ''}{place}", message)]


@pytest.mark.parametrize(
    ("asked", "place", "message"),
    [
        (single("B", {"x": 0, "y": 0.8}), "options", "full credit cannot be reached: the best answer earns 0.8"),
        ({**single("B", {"x": 0, "y": 1, "z": 0.5}), "kind": "likert"}, "options", "the credit goes up and down again along the scale"),
        (multi("B", {"x": 1, "y": 1}, maximum=5), "maximum", "full credit cannot be reached: the options add up to 2 of 5 points"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0.5}, {"points": 1, "credit": 0}, {"points": 2, "credit": 1}]), "steps", "the credit falls from 0.5 to 0, so more points earn less"),
        (multi("B", {"x": 1, "y": 1}, steps=[{"points": 0, "credit": 0.5}, {"points": 3, "credit": 1}]), "steps", "full credit cannot be reached: the best answer earns 0.5"),
        (percent("B", bands=bands((10, 0), (50, 1), (100, 0.5))), "bands", "the credit goes up and down again along the scale"),
        (percent("B", bands=bands((10, 0), (100, 0.5))), "bands", "full credit cannot be reached: the best answer earns 0.5"),
        (percent("B", bands=bands((-5, 0), (100, 1))), "bands", "no number from 0 lies in the band up to -5"),
        (percent("B", bands=bands((100, 0), (200, 1))), "bands", "no number up to 100 lies in the band up to 200"),
        (percent("B", linear={"zero_at": 0, "full_at": 150}), "linear", "full credit cannot be reached: 150 is outside what may be entered"),
        (percent("B", linear={"zero_at": 50, "full_at": -1}), "linear", "full credit cannot be reached: -1 is outside what may be entered"),
        (single("B", text={"en": "B", "fr": "B"}), "text.fr", "the language fr is not one of en"),
    ],
)  # fmt: skip
def test_warning_of_a_question(asked: Fields, place: str, message: str) -> None:
    assert of_question(asked) == ([], [(f"{Q}B.{place}", message)])


def test_credit_that_no_node_measures_is_doubted() -> None:
    only_a = node("all", measures={"A": 1})
    for asked in (single("B"), multi("B", {"x": 1, "y": 0}), percent("B", linear={"zero_at": 0, "full_at": 9})):
        document = sound(single("A"), asked, tree=only_a)
        assert (errors(document), warnings(document)) == (
            [],
            [(f"{Q}B", "its answers carry credit, but no node measures it")],
        )
    assert check_bank(sound(single("A"), question("T", "text"), profile=(single("p"),), tree=only_a)) == []


@pytest.mark.parametrize(
    ("tree", "place", "message"),
    [
        (node("all"), "nodes.all", "the node has neither children nor measures"),
        (node("all", node("in", measures={"A": 1}), measures={"A": 1}), "nodes.all", "the node has both children and measures"),
        (node("all", measures={"A": 0}), "nodes.all.measures", "all weights are 0"),
        (node("all", node("in", measures={"A": 1}, weight=0)), "nodes.all.children", "all weights are 0"),
        (node("all", measures={"A": 1, "Z": 1}), "nodes.all.measures.Z", "there is no question Z"),
        (node("all", measures={"A": 1, "p": 1}), "nodes.all.measures.p", "the question p belongs to the profile, which is never scored"),
        (node("all", measures={"A": 1, "T": 1}), "nodes.all.measures.T", "the question T is answered in free text, which cannot be scored"),
        (node("all", node("all", measures={"A": 1})), "nodes.all", "the node key all is used 2 times"),
        (node("all", node("in", measures={"A": 1}, crosswalk=[{"ref": "X:Y", "alignment": "close"}])), "nodes.in.crosswalk.X:Y", "there is no framework item X:Y"),
        ({**node("all", node("in", measures={"A": 1}, title={}))}, "nodes.in.title.en", "the text is missing in en"),
    ],
)  # fmt: skip
def test_error_of_the_tree(tree: Fields, place: str, message: str) -> None:
    # the profile question carries credit here, so that its own completeness is no second finding
    document = sound(single("A"), question("T", "text"), profile=(yes_no("p"),), tree=tree)
    assert errors(document) == [(place, message)]


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"levels": [level("a", 0), level("b", 0)]}, "levels.b.lower", "level b begins at 0, level a before it at 0"),
        ({"levels": [level("a", 0), level("a", 9)]}, "levels.a", "the level key a is used 2 times"),
        ({"levels": [level("a", 0), level("b", 9, fact("node.z", "gt", 1))]}, "levels.b.gate", "there is no fact node.z"),
        ({"levels": [level("a", 0), level("b", 9, fact("level", "gt", 0))]}, "levels.b.gate", "a gate decides the level and cannot ask for it"),
        ({"consistency": [{"key": "c", "when": fact("answer.A", "is", "x"), "message": text("C"), "questions": ["A"]}]}, "consistency.c.when", "answer.A has no option x"),
        ({"consistency": [{"key": "c", "when": fact("answer.A", "known"), "message": text("C"), "questions": ["Z"]}]}, "consistency.c.questions", "there is no question Z"),
        ({"consistency": [{"key": "c", "when": fact("answer.A", "known"), "message": {}, "questions": ["A"]}]}, "consistency.c.message.en", "the text is missing in en"),
        ({"examples": THREE[:2]}, "examples", "2 worked examples, at least 3 are needed"),
        ({"examples": [*THREE[:2], EXAMPLE]}, "examples.e1", "the worked example key e1 is used 2 times"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "answers": {"Z": 1}}]}, "examples.e4.answers.Z", "there is no question Z"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "answers": {"A": "x"}}]}, "examples.e4.answers.A", "the answer is not admitted: no such option (given: x, allowed: none, low, half, high, full)"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {}}]}, "examples.e4.expect", "the example expects nothing"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {"z": {"score": 1}}}]}, "examples.e4.expect.z", "there is no node z"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {"all": {"level": "z"}}}]}, "examples.e4.expect.all.level", "there is no level z"),
        ({"examples": [*THREE, {**EXAMPLE, "key": "e4", "expect": {"all": {"status": "z"}}}]}, "examples.e4.expect.all.status", "there is no status z"),
        ({"frameworks": [{"key": "F", "title": text("F"), "items": [{"key": "I", "title": text("I")}] * 2}]}, "frameworks.F.items.I", "the framework item key I is used 2 times"),
    ],
)  # fmt: skip
def test_error_of_the_rest(fields: Fields, place: str, message: str) -> None:
    assert errors(sound(**fields)) == [(place, message)]


def test_crosswalk_to_a_listed_item_is_sound() -> None:
    listed = {"frameworks": [{"key": "F", "title": text("F"), "items": [{"key": "I", "title": text("I")}]}]}
    assert check_bank(sound(single("A", crosswalk=[{"ref": "F:I", "alignment": "close"}]), **listed)) == []


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


def test_first_level_with_a_gate_is_doubted() -> None:
    document = sound(levels=[level("a", 0, fact("node.all", "gt", 1))])
    assert (errors(document), warnings(document)) == (
        [],
        [("levels.a.gate", "whoever fails the gate of the first level reaches no level at all")],
    )


def sections(*made: Fields) -> BankDocument:
    data = sound().model_dump(mode="json", by_alias=True)
    return BankDocument.model_validate({**data, "sections": list(made)})


def section(key: str, *asked: Fields, **fields: Any) -> Fields:
    return {"key": key, "title": text(key), "questions": list(asked), **fields}


def test_profile_stands_first_and_alone() -> None:
    late = sections(section("main", single("A")), section("about", asked_only("p"), profile=True))
    assert errors(late) == [("sections.about", "the profile is not the first section")]


def test_keys_are_unique_across_sections() -> None:
    twice = sections(section("main", single("A")), section("more", single("A")), section("more", single("B")))
    assert errors(twice) == [
        ("sections.more", "the section key more is used 2 times"),
        ("sections.more.questions.A", "the question key A is used already in section main"),
    ]


def test_section_points_to_a_node() -> None:
    assert errors(sections(section("main", single("A"), node="z"))) == [("sections.main.node", "there is no node z")]
    assert errors(sections(section("main", single("A"), node="all"))) == []


def test_core_question_that_waits_for_another_that_the_quick_scan_skips_is_doubted() -> None:
    shown = fact("answer.B", "is", "full")
    document = sound(single("A"), single("B"), single("C", core=True, visible_if=shown), single("D", visible_if=shown))
    assert warnings(document) == [
        (f"{Q}C.visible_if", "a core question depends on B, which the quick scan does not ask")
    ]
    core = sound(single("A"), single("B", core=True), single("C", core=True, visible_if=shown))
    assert warnings(core) == []


LINE = {
    "key": "nc",
    "title": text("Rate"),
    "value": 55.3,
    "unit": "%",
    "period": "2021",
    "kind": "mean",
    "scope": text("Industry"),
    "source": text("Briefing"),
}


def test_reference_line_needs_scope_and_source_and_a_question() -> None:
    shown = single("A", reference_lines=["nc"])
    assert check_bank(sound(shown, reference_lines=[LINE])) == []
    assert errors(sound(shown, reference_lines=[{**LINE, "scope": {}, "source": {}}]))[:2] == [
        ("reference_lines.nc.source", "the figure has no source"),
        ("reference_lines.nc.scope", "the figure has no scope"),
    ]
    assert warnings(sound(reference_lines=[LINE])) == [("reference_lines.nc", "no question shows this reference line")]


def sized(**fields: Any) -> list[tuple[str, str]]:
    rule = {"sectors": [], "classes": [{"size": "small", "employees": 10}]}
    size = {
        "employees": "people",
        "revenue": "turnover",
        "sector": "sector",
        "labels": {"micro": text("Micro"), "small": text("Small")},
        "smallest": "micro",
        "rules": [rule],
        "source": text("Published"),
        **fields,
    }
    sector = question("sector", "single", options=options({"industry": None, "trade": None}))
    profile = (sector, question("people", "number"), question("turnover", "number"))
    return errors(sound(profile=profile, size=size, tree=node("all", measures={"A": 1})))


def rule_for(*sectors: str, size: str = "small") -> Fields:
    return {"sectors": list(sectors), "classes": [{"size": size, "employees": 10}]}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"employees": "sector"}, [("size.employees", "sector is not a number question of the profile")]),
        ({"revenue": "A"}, [("size.revenue", "A is not a number question of the profile")]),
        ({"sector": "branch"}, [("size.sector", "branch is not a single question of the profile")]),
        ({"rules": [rule_for("farm"), rule_for()]}, [("size.rules.0", "the sector question has no option farm")]),
        ({"rules": [rule_for("trade"), rule_for("trade"), rule_for()]}, [("size.rules.1", "an earlier rule covers the sector trade")]),
        ({"rules": [rule_for("trade")]}, [("size.rules", "0 rules have no sectors")]),
        ({"rules": [rule_for(), rule_for()]}, [("size.rules", "2 rules have no sectors")]),
        ({"rules": [rule_for(size="huge")]}, [("size.rules.0", "the size class huge has no label")]),
        ({"smallest": "tiny"}, [("size.smallest", "the size class tiny has no label")]),
    ],
)  # fmt: skip
def test_size_rule(fields: Fields, found: list[tuple[str, str]]) -> None:
    assert sized(**fields) == found


def test_size_rule_without_a_sector_question_is_refused_once() -> None:
    assert sized(sector="branch", rules=[rule_for("trade"), rule_for()]) == [
        ("size.sector", "branch is not a single question of the profile")
    ]


def test_size_class_is_no_key_for_a_question_of_the_profile() -> None:
    size = {"employees": "e", "revenue": "r", "sector": "s", "labels": {"micro": text("M")}, "smallest": "micro"}
    rules = {"rules": [rule_for(size="micro")], "source": text("S")}
    document = sound(profile=(asked_only("size_class"),), size={**size, **rules}, tree=node("all", measures={"A": 1}))
    assert errors(document)[0] == (
        "sections.profile.questions.size_class",
        "the key size_class is taken by the derived size class",
    )


def test_every_finding_says_how_to_mend_it() -> None:
    document = sound(single("A", {"unknown": 0}), percent("B"), levels=[level("a", 5)], examples=[])
    assert all(finding.mend for finding in check_bank(document))
