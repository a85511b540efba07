"""Which questions are items of which node, and which cell an answer becomes."""

import pytest

from assessment.scoring.answers import NOT_APPLICABLE, UNKNOWN, Answer, AnswerState, read_answer
from assessment.scoring.item_analysis import Group, StudiedItem
from assessment.scoring.item_analysis_columns import Gap
from assessment.scoring.item_analysis_items import ItemReader, Respondent
from assessment.scoring.walk import questions
from tests.scoring import banks

BANK = banks.bank(
    banks.single("Q1"),
    banks.multi("Q2", {"a": 1, "b": 1, "c": 2}),
    banks.single("Q3", {"low": 0, "most": 0.75}),
    banks.question("Q4", "text"),
    tree=banks.node(
        "all", banks.node("left", measures={"Q3": 1, "Q1": 1}), banks.node("right", measures={"Q2": 2, "Q1": 1})
    ),
)


def respondent(**raw: object) -> Respondent:
    """A question that is not named was not asked; an answer of None was left open."""
    asked = {question.key: question for _, _, question in questions(BANK)}
    answers: dict[str, Answer] = {
        key: read_answer(asked[key], given) for key, given in raw.items() if given is not None
    }
    return answers, frozenset(raw)


def test_items_stand_in_the_order_of_asking_and_groups_in_that_of_the_tree() -> None:
    reader = ItemReader(BANK)
    assert reader.items == (StudiedItem("Q1", "Q1"), StudiedItem("Q2", "Q2"), StudiedItem("Q3", "Q3", 0.75))
    assert reader.groups == (
        Group("all", ("Q1", "Q2", "Q3")),
        Group("left", ("Q1", "Q3")),
        Group("right", ("Q1", "Q2")),
    )


def test_cells_are_credits_or_say_why_there_is_none() -> None:
    people = [
        respondent(Q1="half", Q2=["a", "c"], Q3="most"),
        respondent(Q1=UNKNOWN.state.value, Q2=None, Q3=NOT_APPLICABLE.state.value),
        respondent(Q2=["b"]),
    ]
    n, columns = ItemReader(BANK).columns(iter(people))
    assert n == 3
    assert {key: list(column.cells) for key, column in columns.items()} == {
        "Q1": [0.5, Gap.UNKNOWN, Gap.NOT_ASKED],
        "Q2": [0.75, Gap.UNANSWERED, 0.25],
        "Q3": [0.75, Gap.NOT_ASKED, Gap.NOT_ASKED],
    }


def test_answer_to_a_question_that_became_hidden_is_no_credit() -> None:
    answers, _asked = respondent(Q1="full", Q3="most")
    _n, columns = ItemReader(BANK).columns([(answers, frozenset({"Q3"}))])
    assert (columns["Q1"].cells, columns["Q3"].cells) == ([Gap.NOT_ASKED], [0.75])


def test_question_with_other_credit_in_a_node_is_an_item_of_its_own_there() -> None:
    here = {"question": "Q1", "weight": 1, "credits": {"no": 1, "yes": 0.5}}
    left = banks.node("left", measures={"Q1": 1})
    right = {**banks.node("right"), "measures": [here]}
    reader = ItemReader(banks.bank(banks.yes_no("Q1"), tree=banks.node("all", left, right)))
    assert [(item.question, item.best) for item in reader.items] == [("Q1", 1.0), ("Q1", 1.0)]
    assert [len(group.items) for group in reader.groups] == [2, 1, 1]
    _n, columns = reader.columns([({"Q1": Answer(AnswerState.ANSWERED, "yes")}, {"Q1"})])
    assert {group.node: columns[group.items[0]].cells for group in reader.groups[1:]} == {"left": [1.0], "right": [0.5]}


@pytest.mark.parametrize(("counts", "keys"), [(True, ["Q1", "Q2"]), (False, ["Q1"])])
def test_questions_of_a_reading_that_counts_nowhere_are_no_items(counts: bool, keys: list[str]) -> None:
    reading = {"key": "confidence", "title": banks.text("How sure"), "counts": counts}
    document = banks.bank(banks.yes_no("Q1"), banks.yes_no("Q2", reading="confidence"), readings=[reading])
    assert [item.key for item in ItemReader(document).items] == keys
