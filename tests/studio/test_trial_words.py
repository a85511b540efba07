"""What the checkers say in English is said in the language of the reader, all of it."""

import re

import pytest
from django.utils.translation import override

from assessment.scoring.findings import error
from recommendations.studio.trial.finding_words import (
    SENTENCES,
    SLOT,
    finding_words,
    is_known,
    sentence_words,
)
from recommendations.studio.trial.sentences.fragments import FRAGMENTS, WORDS
from tests.studio.checker_sentences import checker_sentences

# Sentences that a checker puts together or hands on from elsewhere; each is looked at below.
PUT_TOGETHER = {
    "?? _answers *refusal(questions[key], raw, fault)",
    "?? _check_test _did_you_mean(test.fact, catalogue)",
    "?? _group mend",
    "?? _on_scale f'nobody reaches the level: it begins at {shown_scale(start.at)}' + f', the scale of the node {node.key} ends at {shown_scale(scale)}'",
}
FROM_THEM = {
    "use a fact that the bank has",
    "nobody reaches the level: it begins at {}, the scale of the node {} ends at {}",
    "write points such as 0, 1, 2, 3: the divisor follows from them",
    "write whole weights such as 1, 1, 1: they are divided by their sum",
    "write linear credit, or more decimals",
}


def test_every_sentence_of_every_checker_is_known_and_none_is_left_over() -> None:
    said = set(checker_sentences())
    assert {sentence for sentence in said if sentence.startswith("??")} == PUT_TOGETHER
    assert set(SENTENCES) == (said - PUT_TOGETHER) | FROM_THEM


@pytest.mark.parametrize("sentence", sorted(SENTENCES))
def test_sentence_is_recognised_with_its_own_values(sentence: str) -> None:
    values = iter(f"Value{number}" for number in range(9))
    filled = re.sub(r"\{\}", lambda _gap: next(values), sentence)
    count = sentence.count("{}")
    assert is_known(filled)
    with override("zh-hans"):
        said = sentence_words(filled)
    assert re.search("[一-鿿]", said)
    assert [f"Value{number}" in said for number in range(count)] == [True] * count


@pytest.mark.parametrize("sentence", sorted(SENTENCES | FRAGMENTS))
def test_words_shown_name_every_value_that_they_can(sentence: str) -> None:
    said = (SENTENCES | FRAGMENTS)[sentence]
    slots = {int(number) for _sort, number in SLOT.findall(said)}
    assert slots <= set(range(1, sentence.count("{}") + 1))


def test_words_for_kinds_of_things_are_translated() -> None:
    with override("zh-hans"):
        assert all(re.search("[一-鿿]", str(word)) for word in WORDS.values())


@pytest.mark.parametrize(
    ("message", "english", "chinese"),
    [
        ("the text is missing in zh-hans", "The text is missing in 简体中文", "缺少 简体中文 文字"),
        ("there is no question EQ99", "There is no question EQ99", "没有题目 EQ99"),
        ("there is no cost band high", "There is no cost band high", "没有费用档 high"),
        ("the node key a is used 2 times", "The node key a is used 2 times", "节点代码 a 用了 2 次"),
        (
            "no level holds scores from 2.5 to below 3, for example 2.75",
            "No level holds scores from 2.5 to below 3, for example 2.75",
            "没有等级包含得分 2.5 到 3（不含），例如 2.75",
        ),
        (
            "a yes_no question has no use for bands",
            "A yes/no question has no use for bands",
            "是非题用不到“分段”",
        ),
        (
            "in 5,000 generated sets of answers the question was never asked",
            "In 5,000 generated sets of answers the question was never asked",
            "在 5,000 组生成的回答中，这道题从未被问到",
        ),
        ("nothing fills {node.x}", "Nothing fills {node.x}", "没有内容可以填入 {node.x}"),
    ],
)
def test_a_finding_is_said_in_both_languages(message: str, english: str, chinese: str) -> None:
    assert finding_words(error("", message, "swap them")) == (english, "Swap them")
    with override("zh-hans"):
        assert finding_words(error("", message, "swap them")) == (chinese, "对调这两个数")


def test_what_nobody_knows_stays_as_it_is() -> None:
    assert finding_words(error("", "等级不对", "")) == ("等级不对", "")
