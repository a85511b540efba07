"""Quantiles of F against printed tables, closed forms and the symmetry of the distribution."""

import pytest

from assessment.scoring.item_analysis_quantile import beta_share, f_quantile

# NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3, upper critical values of the F distribution.
PRINTED = [
    (0.95, 1, 1, 161.448),
    (0.95, 5, 10, 3.326),
    (0.95, 10, 10, 2.978),
    (0.95, 10, 100, 1.927),
    (0.99, 10, 20, 3.368),
]


@pytest.mark.parametrize(("share", "over", "under", "printed"), PRINTED)
def test_quantiles_are_those_of_the_printed_tables(share: float, over: int, under: int, printed: float) -> None:
    assert round(f_quantile(share, over, under), 3) == printed


@pytest.mark.parametrize("share", [0.001, 0.025, 0.5, 0.975, 0.999])
@pytest.mark.parametrize("under", [1, 7, 40, 5000])
def test_two_degrees_of_freedom_have_a_closed_form(share: float, under: int) -> None:
    assert f_quantile(share, 2, under) == pytest.approx(under / 2 * ((1 - share) ** (-2 / under) - 1), rel=1e-9)


@pytest.mark.parametrize(("over", "under"), [(5, 9), (29, 29 * 13), (9_999, 9_999 * 55)])
def test_upper_tail_is_the_lower_one_turned_over(over: int, under: int) -> None:
    assert f_quantile(0.975, over, under) == pytest.approx(1 / f_quantile(0.025, under, over), rel=1e-7)


def test_beta_share_is_that_of_a_binomial() -> None:
    # I_0.3(2, 3) = P(at least 2 of 4 with 0.3 each) = 6 · 0.09 · 0.49 + 4 · 0.027 · 0.7 + 0.0081
    assert beta_share(0.3, 2, 3) == pytest.approx(0.3483, abs=1e-12)
