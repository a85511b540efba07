"""Sentences in both languages, word for word."""

from typing import Any

import pytest

from assessment.scoring.document import BankDocument
from assessment.scoring.evaluate import evaluate
from assessment.scoring.explain import explain_answer, explain_condition, explain_shortfalls
from assessment.scoring.explain_words import CHINESE, ENGLISH, words
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.facts import Facts
from assessment.scoring.score import Scorer
from tests.scoring.banks import Fields, answers, condition, fact, questions_of


def both(english: str, chinese: str) -> dict[str, str]:
    return {"en": english, "zh-hans": chinese}


def choices(**labels: tuple[str, str]) -> list[Fields]:
    return [{"key": key, "label": both(*label), "credit": place} for place, (key, label) in enumerate(labels.items())]


YES_NO = {"yes": ("Yes", "是"), "no": ("No", "否")}
PLACES = {"paper": ("On paper", "纸面"), "system": ("In a system", "系统里")}


def asked(key: str, kind: str, english: str, chinese: str, **fields: Any) -> Fields:
    return {
        "key": key,
        "kind": kind,
        "text": both(f"{english}?", f"{chinese}？"),
        "short": both(english, chinese),
        **fields,
    }


QUESTIONS = [
    asked("S", "single", "Orders", "订单", options=choices(**PLACES), allow_not_applicable=True),
    asked("M", "multi", "Uses", "应用", options=[
        {"key": key, "label": both(*label), "points": 1}
        for key, label in {"a": ("A", "甲"), "b": ("B", "乙"), "c": ("C", "丙")}.items()
    ]),
    asked("P", "percent", "Networked", "联网率", unit=both("%", "%"), minimum=0, maximum=100, decimals=1,
          ratio={"numerator": both("n", "n"), "denominator": both("d", "d")}, linear={"zero_at": 0, "full_at": 100}),
    asked("N", "number", "Staff", "人数", unit=both("people", "人"), decimals=1),
    asked("D", "table", "Systems", "系统", options=choices(**YES_NO),
          rows=[{"key": "erp", "label": both("ERP", "ERP")}, {"key": "mes", "label": both("MES", "制造执行")}]),
    asked("T", "text", "Remark", "备注"),
]  # fmt: skip
BANK = BankDocument.model_validate(
    {
        "slug": "words",
        "locales": ["en", "zh-hans"],
        "title": both("Words", "词"),
        "minimum_coverage": 0,
        "sections": [
            {"key": "p", "title": both("P", "概况"), "profile": True, "questions": [
                asked("own", "yes_no", "Own production", "自有生产", options=choices(**YES_NO))]},
            {"key": "s", "title": both("S", "题"), "questions": QUESTIONS},
        ],
        "tree": {"key": "all", "title": both("Overall", "总体"), "children": [
            {"key": "equipment", "title": both("Equipment", "设备"), "measures": [{"question": "P", "weight": 1}]},
            {"key": "security", "title": both("Security", "安全"), "measures": [{"question": "S", "weight": 1}]},
        ]},
        "levels": [
            {"key": "low", "title": both("Initial", "初始级"), "lower": 0},
            {"key": "top", "title": both("Integrated", "集成级"), "lower": 60},
        ],
    }
)  # fmt: skip


def facts(**raw: object) -> Facts:
    scorer, given = Scorer(BANK), answers(BANK, **raw)
    return scorer.facts(given, scorecard=scorer.score(given))


STRONG, WEAK = fact("node.equipment", "gte", 40), fact("node.security", "lt", 50)
OWN, LISTED = fact("profile.own", "is", "yes"), fact("answer.S", "in", ["paper", "system"])
GUARD = {"any": [{"not": fact("coverage.security", "known")}, fact("node.security", "gte", 50)]}

SENTENCES = [
    (STRONG, "Equipment is at least 40", "设备达到40及以上"),
    (WEAK, "Security is below 50", "安全低于50"),
    (fact("node.equipment", "lte", 37.5), "Equipment is at most 37.5", "设备不超过37.5"),
    (fact("node.equipment", "gt", 40), "Equipment is above 40", "设备高于40"),
    (fact("answer.P", "eq", 35), "Networked is 35 %", "联网率为35%"),
    (fact("answer.N", "between", [20, 1000]), "Staff is between 20 people and 1,000 people", "人数在20人至1,000人之间"),
    (OWN, "Own production is “Yes”", "自有生产为“是”"),
    (LISTED, "Orders is “On paper” or “In a system”", "订单为“纸面”或“系统里”"),
    (fact("answer.S", "in", ["paper"]), "Orders is “On paper”", "订单为“纸面”"),
    (fact("answer.M", "has", "a"), "Uses includes “A”", "应用包括“甲”"),
    (fact("answer.M", "has_any", ["a", "b", "c"]), "Uses includes “A”, “B” or “C”", "应用包括“甲”、“乙”或“丙”"),
    (fact("answer.M", "has_none", ["a", "b"]), "Uses includes none of “A” or “B”", "应用不包括“甲”或“乙”"),
    (fact("answer.M", "has_none", ["a"]), "Uses does not include “A”", "应用不包括“甲”"),
    (fact("answer.D", "has", "mes:yes"), "Systems includes “MES: Yes”", "系统包括“制造执行：是”"),
    (fact("answer.T", "known"), "Remark is known", "备注已知"),
    (fact("unknown.S", "is", "yes"), "Orders is not known", "订单尚不清楚"),
    (fact("unknown.S", "is", "no"), "Orders has been settled", "订单已有答案"),
    ({"not": fact("unknown.S", "is", "yes")}, "Orders has been settled", "订单已有答案"),
    (fact("level", "gte", 1), "The overall level is at least “Integrated”", "总体等级达到“集成级”及以上"),
    (fact("level.security", "eq", 0), "The level of Security is “Initial”", "安全的等级为“初始级”"),
    (fact("coverage.all", "lt", 0.6), "The answered share of Overall is below 60 %", "总体的作答比例低于60%"),
    (fact("coverage.security", "known"), "Security applies", "安全适用"),
    ({"not": fact("coverage.security", "known")}, "Security does not apply", "安全不适用"),
    (fact("rank.security", "eq", 1), "The place of Security, counted from the weakest, is 1", "安全从弱到强的名次为1"),
    (fact("contribution.S", "gte", 5), "What Orders can still win is at least 5", "订单还能提升的分数达到5及以上"),
    ({"not": STRONG}, "Equipment is below 40", "设备低于40"),
    ({"not": fact("answer.P", "eq", 35)}, "Networked is not 35 %", "联网率不为35%"),
    ({"not": fact("answer.P", "between", [1, 2])}, "Networked is not between 1 % and 2 %", "联网率不在1%至2%之间"),
    ({"not": OWN}, "Own production is not “Yes”", "自有生产不是“是”"),
    ({"not": LISTED}, "Orders is none of “On paper” or “In a system”", "订单不是“纸面”或“系统里”"),
    ({"not": fact("answer.T", "known")}, "Remark is not known", "备注尚不清楚"),
    ({"all": [STRONG, WEAK]}, "Equipment is at least 40 and Security is below 50", "设备达到40及以上，并且安全低于50"),
    (
        {"all": [STRONG, WEAK, OWN]},
        "Equipment is at least 40, Security is below 50 and Own production is “Yes”",
        "设备达到40及以上，安全低于50，并且自有生产为“是”",
    ),
    ({"any": [STRONG, WEAK]}, "Equipment is at least 40 or Security is below 50", "设备达到40及以上，或者安全低于50"),
    (
        {"all": [OWN, {"any": [STRONG, WEAK]}]},
        "Own production is “Yes”, and either Equipment is at least 40 or Security is below 50",
        "自有生产为“是”，并且（设备达到40及以上，或者安全低于50）",
    ),
    (
        {"any": [OWN, {"all": [STRONG, WEAK]}]},
        "Own production is “Yes”, or (Equipment is at least 40 and Security is below 50)",
        "自有生产为“是”，或者（设备达到40及以上，并且安全低于50）",
    ),
    (
        {"any": [LISTED, OWN, STRONG]},
        "Orders is “On paper” or “In a system”; Own production is “Yes”; or Equipment is at least 40",
        "订单为“纸面”或“系统里”；自有生产为“是”；或者设备达到40及以上",
    ),
    (
        {"all": [OWN, LISTED]},
        "Own production is “Yes”, and Orders is “On paper” or “In a system”",
        "自有生产为“是”，并且订单为“纸面”或“系统里”",
    ),
    (
        {"not": {"all": [STRONG, OWN]}},
        "Equipment is below 40 or Own production is not “Yes”",
        "设备低于40，或者自有生产不是“是”",
    ),
    (GUARD, "Security is at least 50 where it applies", "安全达到50及以上（如适用）"),
    (
        {"all": [STRONG, GUARD]},
        "Equipment is at least 40 and Security is at least 50 where it applies",
        "设备达到40及以上，并且安全达到50及以上（如适用）",
    ),
]


@pytest.mark.parametrize(("tree", "english", "chinese"), SENTENCES, ids=[each[1] for each in SENTENCES])
def test_sentence(tree: Fields, english: str, chinese: str) -> None:
    explained = [explain_condition(condition(tree), BANK, locale) for locale in ("en", "zh-hans")]
    assert explained == [english, chinese]


def test_sentence_is_the_same_from_a_catalogue_made_before() -> None:
    catalogue, lookup = facts_of(BANK), facts(P="31.5").get
    tree = condition({"all": [STRONG, GUARD]})
    assert explain_condition(tree, BANK, "en", lookup, catalogue) == explain_condition(tree, BANK, "en", lookup)
    assert explain_shortfalls(tree, BANK, "en", lookup, catalogue) == explain_shortfalls(tree, BANK, "en", lookup)


@pytest.mark.parametrize("tree", [each[0] for each in SENTENCES])
def test_everything_explained_can_be_evaluated(tree: Fields) -> None:
    assert evaluate(
        condition(tree), facts(own="yes", S="paper", M=["a"], P=35, N=86, D={"erp": "yes", "mes": "no"}).get
    ) in (True, False)


@pytest.mark.parametrize(
    ("tree", "english", "chinese"),
    [
        (STRONG, "Equipment is at least 40 (you: 31.5)", "设备达到40及以上（您：31.5）"),
        (fact("level", "gte", 1), "The overall level is at least “Integrated” (you: “Initial”)", "总体等级达到“集成级”及以上（您：“初始级”）"),
        (fact("answer.P", "lt", 40), "Networked is below 40 % (you: 31.5 %)", "联网率低于40%（您：31.5%）"),
        (fact("answer.M", "has", "a"), "Uses includes “A” (you: “B” and “C”)", "应用包括“甲”（您：“乙”和“丙”）"),
        (OWN, "Own production is “Yes” (you: not known)", "自有生产为“是”（您：尚不清楚）"),
        (fact("coverage.security", "gte", 1), "The answered share of Security is at least 100 % (you: 100 %)", "安全的作答比例达到100%及以上（您：100%）"),
        (fact("answer.T", "known"), "Remark is known (you: “later”)", "备注已知（您：“later”）"),
        (fact("rank.security", "eq", 1), "The place of Security, counted from the weakest, is 1 (you: 1)", "安全从弱到强的名次为1（您：1）"),
    ],
)  # fmt: skip
def test_sentence_with_the_value(tree: Fields, english: str, chinese: str) -> None:
    lookup = facts(P="31.5", S="paper", M=["c", "b"], T="later").get
    explained = [explain_condition(condition(tree), BANK, locale, lookup) for locale in ("en", "zh-hans")]
    assert explained == [english, chinese]


def test_shortfalls_name_what_is_and_what_is_needed() -> None:
    gate = condition(
        {"all": [STRONG, GUARD, fact("node.equipment", "gte", 10), OWN, {"not": LISTED}, {"any": [WEAK, OWN]}]}
    )
    lookup = facts(P="31.5", S="paper").get
    assert explain_shortfalls(gate, BANK, "en", lookup) == [
        "Equipment is 31.5, at least 40 is needed",
        "Security is 0, at least 50 is needed",
        "Own production is “Yes” (you: not known)",
        "Orders is none of “On paper” or “In a system” (you: “On paper”)",
    ]
    assert explain_shortfalls(gate, BANK, "zh-hans", lookup)[:2] == [
        "设备为31.5，需要达到40及以上",
        "安全为0，需要达到50及以上",
    ]


def test_shortfall_of_an_any_is_the_whole_sentence() -> None:
    either = condition({"any": [STRONG, OWN]})
    assert explain_shortfalls(either, BANK, "en", facts(P=10).get) == [
        "Equipment is at least 40 (you: 10) or Own production is “Yes” (you: not known)"
    ]


def test_shortfall_of_what_is_not_known() -> None:
    between = condition(fact("answer.N", "between", [20, 300]))
    assert explain_shortfalls(between, BANK, "en", facts().get) == [
        "Staff is not known, between 20 people and 300 people is needed"
    ]
    assert explain_shortfalls(between, BANK, "zh-hans", facts().get) == ["人数尚不清楚，需要在20人至300人之间"]


def test_no_shortfall_where_the_condition_holds() -> None:
    assert explain_shortfalls(condition(STRONG), BANK, "en", facts(P=50).get) == []


@pytest.mark.parametrize(
    ("key", "raw", "english", "chinese"),
    [
        ("S", "system", "In a system", "系统里"),
        ("own", "no", "No", "否"),
        ("M", ["a", "c"], "A; C", "甲；丙"),
        ("P", "35", "35 %", "35%"),
        ("P", {"numerator": 4, "denominator": 10}, "4 of 10 (40 %)", "4/10（40%）"),
        ("P", {"numerator": 1, "denominator": 3}, "1 of 3 (33.3 %)", "1/3（33.3%）"),
        ("N", "1200.5", "1,200.5 people", "1,200.5人"),
        ("D", {"erp": "yes", "mes": "no"}, "ERP: Yes; MES: No", "ERP：是；制造执行：否"),
        ("T", "as it is", "as it is", "as it is"),
        ("S", "unknown", "I don’t know", "不清楚"),
        ("S", "not_applicable", "Does not apply", "不适用"),
        ("S", None, "Not answered", "未作答"),
    ],
)
def test_answer_in_words(key: str, raw: object, english: str, chinese: str) -> None:
    answer = answers(BANK, **{key: raw})[key] if raw is not None else None
    assert [explain_answer(questions_of(BANK)[key], answer, locale) for locale in ("en", "zh-hans")] == [
        english,
        chinese,
    ]


def test_both_languages_have_the_same_words() -> None:
    for field in ("titles", "tests", "negated", "needed"):
        assert set(getattr(ENGLISH, field)) == set(getattr(CHINESE, field))
    assert words("fr") is ENGLISH
