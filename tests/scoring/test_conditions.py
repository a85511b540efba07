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
