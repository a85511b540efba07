"""Quantiles of the F distribution: the standard library has none, and a numerical library only for this is too much."""

from math import exp, lgamma, log, log1p

PRECISION = 1e-15
MOST_TERMS = 100_000  # the fraction needs about the square root of the larger parameter
HALVINGS = 200


def f_quantile(share: float, over: float, under: float) -> float:
    """This function will return the value below which an F-distributed number lies with probability `share`.

    `over` and `under` are the degrees of freedom of numerator and denominator, above 0; `share` is between 0 and 1.
    """
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        if beta_share(middle, over / 2, under / 2) < share:
            low = middle
        else:
            high = middle
    return under * high / (over * (1 - high))


def beta_share(x: float, a: float, b: float) -> float:
    """This function will return the regularised incomplete beta function I_x(a, b), for x strictly between 0 and 1."""
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction DLMF 8.17.22, evaluated from the front by Lentz's method.

    On this side of the mean its partial denominators stay above zero, so the method needs none of its usual guards.
    """
    ahead, behind = 1.0, 0.0
    value = 1.0
    for term in range(MOST_TERMS):
        coefficient = _coefficient(term, x, a, b)
        behind = 1 / (1 + coefficient * behind)
        ahead = 1 + coefficient / ahead
        value *= ahead * behind
        if term and abs(ahead * behind - 1) < PRECISION:
            break
    return 1 / value


def _coefficient(term: int, x: float, a: float, b: float) -> float:
    half, is_odd = divmod(term + 1, 2)
    if is_odd:
        return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
    return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
