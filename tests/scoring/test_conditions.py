import pytest
from pydantic import ValidationError

from assessment.scoring.conditions import Not, Operator, Test


def test_condition_tree_reads_the_words_of_the_document() -> None:
    condition = Not.model_validate({"not": {"fact": "profile.prod", "op": "is", "value": "yes"}})
    assert condition.not_ == Test(fact="profile.prod", op=Operator.IS, value="yes")


@pytest.mark.parametrize("value", [True, False, ["a", True]])
def test_condition_refuses_a_bare_truth_value(value: object) -> None:
    with pytest.raises(ValidationError, match='write "yes" or "no"'):
        Test.model_validate({"fact": "unknown.A1", "op": "is", "value": value})


@pytest.mark.parametrize("value", ["1e999999999", "-1E+31", 10**31, 1e300, ["a", "1e-999999999"], "9" * 40])
def test_condition_refuses_a_number_that_nobody_means(value: object) -> None:
    with pytest.raises(ValidationError, match="more than 30 digits"):
        Test.model_validate({"fact": "answer.A1", "op": "gte", "value": value})


@pytest.mark.parametrize("value", ["1e3", "e9", "nan", "inf", 10**29, ["x", 0.5], None, "0.000001"])
def test_condition_reads_other_numbers_and_words(value: object) -> None:
    assert Test.model_validate({"fact": "answer.A1", "op": "gte", "value": value}).value == value
