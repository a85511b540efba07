"""The words of the explainer, as data: this floor is pure and knows no gettext. A new language is one more entry."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.scoring.texts import FALLBACK_LOCALE, Text


@dataclass(frozen=True, slots=True)
class Joints:
    """Pairs of the usual and the last conjunction: between plain parts, two parts with lists inside, or more of these."""

    plain: tuple[str, str]
    of_two: tuple[str, str]
    heavy: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """`tests` and `negated` by the operators of a normal form, and `open` for unknown facts, with {fact}, {value}, {low}, {high}.

    `needed` says what a number had to be, `joints` how parts are put together, `states` how an answer without a value reads.
    """

    titles: Mapping[str, str]
    row_option: str
    tests: Mapping[str, str]
    negated: Mapping[str, str]
    needed: Mapping[str, str]
    shortfall: str
    shortfall_unknown: str
    value_given: str
    value_unknown: str
    quoted: str
    options_and: tuple[str, str]
    options_or: tuple[str, str]
    all_joints: Joints
    any_joints: Joints
    any_inside: str
    where_it_applies: str
    applies: str
    does_not_apply: str
    all_inside: str
    ratio: str
    rows_joint: str
    share_sign: str
    unit_joint: str
    unanswered: str
    nothing_ticked: str
    unknown: str
    not_applicable: str


OVERALL_LEVEL: Text = {"en": "the overall level", "zh-hans": "总体等级"}
SIZE_CLASS: Text = {"en": "Size class", "zh-hans": "企业规模"}
YES_NO: dict[str, Text] = {"yes": {"en": "yes", "zh-hans": "是"}, "no": {"en": "no", "zh-hans": "否"}}

ENGLISH = Words(
    titles={
        "answer": "{name}",
        "unknown": "{name}",
        "node": "{name}",
        "level": "the level of {name}",
        "coverage": "the answered share of {name}",
        "rank": "the place of {name}, counted from the weakest,",
        "contribution": "what {name} can still win",
    },
    row_option="{row}: {option}",
    tests={
        "lt": "{fact} is below {value}",
        "lte": "{fact} is at most {value}",
        "eq": "{fact} is {value}",
        "gte": "{fact} is at least {value}",
        "gt": "{fact} is above {value}",
        "between": "{fact} is between {low} and {high}",
        "is": "{fact} is {value}",
        "in": "{fact} is {value}",
        "has": "{fact} includes {value}",
        "has_any": "{fact} includes {value}",
        "known": "{fact} is known",
        "open": "{fact} is not known",
    },
    negated={
        "eq": "{fact} is not {value}",
        "between": "{fact} is not between {low} and {high}",
        "is": "{fact} is not {value}",
        "in": "{fact} is none of {value}",
        "has": "{fact} does not include {value}",
        "has_any": "{fact} includes none of {value}",
        "known": "{fact} is not known",
        "open": "{fact} has been settled",
    },
    needed={
        "lt": "below {value}",
        "lte": "at most {value}",
        "eq": "{value}",
        "gte": "at least {value}",
        "gt": "above {value}",
        "between": "between {low} and {high}",
    },
    shortfall="{fact} is {actual}, {needed} is needed",
    shortfall_unknown="{fact} is not known, {needed} is needed",
    value_given="{sentence} (you: {value})",
    value_unknown="{sentence} (you: not known)",
    quoted="“{label}”",
    options_and=(", ", " and "),
    options_or=(", ", " or "),
    all_joints=Joints((", ", " and "), (", ", ", and "), ("; ", "; and ")),
    any_joints=Joints((", ", " or "), (", ", ", or "), ("; ", "; or ")),
    any_inside="either {parts}",
    where_it_applies="{sentence} where it applies",
    applies="{fact} applies",
    does_not_apply="{fact} does not apply",
    all_inside="({parts})",
    ratio="{numerator} of {denominator} ({share})",
    rows_joint="; ",
    share_sign=" %",
    unit_joint=" ",
    unanswered="Not answered",
    nothing_ticked="None of these",
    unknown="I don’t know",
    not_applicable="Does not apply",
)

CHINESE = Words(
    titles={
        "answer": "{name}",
        "unknown": "{name}",
        "node": "{name}",
        "level": "{name}的等级",
        "coverage": "{name}的作答比例",
        "rank": "{name}从弱到强的名次",
        "contribution": "{name}还能提升的分数",
    },
    row_option="{row}：{option}",
    tests={
        "lt": "{fact}低于{value}",
        "lte": "{fact}不超过{value}",
        "eq": "{fact}为{value}",
        "gte": "{fact}达到{value}及以上",
        "gt": "{fact}高于{value}",
        "between": "{fact}在{low}至{high}之间",
        "is": "{fact}为{value}",
        "in": "{fact}为{value}",
        "has": "{fact}包括{value}",
        "has_any": "{fact}包括{value}",
        "known": "{fact}已知",
        "open": "{fact}尚不清楚",
    },
    negated={
        "eq": "{fact}不为{value}",
        "between": "{fact}不在{low}至{high}之间",
        "is": "{fact}不是{value}",
        "in": "{fact}不是{value}",
        "has": "{fact}不包括{value}",
        "has_any": "{fact}不包括{value}",
        "known": "{fact}尚不清楚",
        "open": "{fact}已有答案",
    },
    needed={
        "lt": "低于{value}",
        "lte": "不超过{value}",
        "eq": "{value}",
        "gte": "达到{value}及以上",
        "gt": "高于{value}",
        "between": "在{low}至{high}之间",
    },
    shortfall="{fact}为{actual}，需要{needed}",
    shortfall_unknown="{fact}尚不清楚，需要{needed}",
    value_given="{sentence}（您：{value}）",
    value_unknown="{sentence}（您：尚不清楚）",
    quoted="“{label}”",
    options_and=("、", "和"),
    options_or=("、", "或"),
    all_joints=Joints(("，", "，并且"), ("，", "，并且"), ("；", "；并且")),
    any_joints=Joints(("，", "，或者"), ("，", "，或者"), ("；", "；或者")),
    any_inside="（{parts}）",
    where_it_applies="{sentence}（如适用）",
    applies="{fact}适用",
    does_not_apply="{fact}不适用",
    all_inside="（{parts}）",
    ratio="{numerator}/{denominator}（{share}）",
    rows_joint="；",
    share_sign="%",
    unit_joint="",
    unanswered="未作答",
    nothing_ticked="以上都没有",
    unknown="不清楚",
    not_applicable="不适用",
)

_WORDS = {"en": ENGLISH, "zh-hans": CHINESE}


def words(locale: str) -> Words:
    """This function will return the words of `locale`, else the English ones."""
    return _WORDS.get(locale, _WORDS[FALLBACK_LOCALE])
