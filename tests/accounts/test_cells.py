"""What others wrote is text in every table of comma-separated values, and comes back as it was."""

import pytest

from assessment.accounts.cells import plain_cell, unguarded_cell


@pytest.mark.parametrize("sign", [*"=+-@\t\r\n", "＝", "＋", "－", "＠", "\uff1d", "﹦", "﹢", "﹣", "﹫"])
def test_what_may_begin_a_formula_is_guarded(sign: str) -> None:
    assert plain_cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"
    assert unguarded_cell(plain_cell(f"{sign}1")) == f"{sign}1"


@pytest.mark.parametrize("text", ["", "中山齿轮", "a=b", "'quoted", "'", "1-2"])
def test_all_else_stays(text: str) -> None:
    assert (plain_cell(text), unguarded_cell(text)) == (text, text)
