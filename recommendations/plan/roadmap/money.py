"""Who pays for the roadmap: the enterprise, the provider, and whoever may support it."""

from collections.abc import Iterable
from datetime import date

from recommendations.catalogue.funding import MoneyView, money_view
from recommendations.catalogue.funding_lines import line_of_action
from recommendations.catalogue.funding_queries import schemes_for
from recommendations.plan.rounds import Round
from recommendations.plan.speaker import Speaker


def roadmap_money(keys: Iterable[str], current: Round, speaker: Speaker, on: date) -> MoneyView | None:
    """This function will return who pays for these actions that cost money, by their cost bands, in their order.

    None where nothing has to be bought. Two queries, whatever is chosen.
    """
    bands = {band.key: band for band in current.playbook.cost_bands} if current.playbook else {}
    actions = [current.actions[key] for key in keys]
    lines = [
        line_of_action(
            key=action.key,
            title=speaker.say(action.title),
            low=bands[action.cost_band].minimum,
            high=bands[action.cost_band].maximum,
            categories=action.categories,
        )
        for action in actions
        if bands[action.cost_band].maximum != 0
    ]
    matches = schemes_for(current.case.lookup, on=on, bank=current.scorer.document, locale=speaker.locale)
    return money_view(lines, matches, on=on, locale=speaker.locale) if lines else None
