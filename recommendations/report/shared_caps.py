"""What several items of a plan share and is paid once: the sum of their rows says more than all of them get together."""

from recommendations.report.content.money_schema import PlanMoney


def is_shared(money: PlanMoney) -> bool:
    """This function will return whether the items name more public support, at its highest, than the plan as a whole.

    It is False where no amounts are known, and for contents stored before they were in them.
    """
    if money.amounts is None or not money.amounts.support.high:
        return False
    highest = [line.amounts.support.high for line in money.lines if line.amounts is not None]
    return sum(int(high) for high in highest if high) > int(money.amounts.support.high)
