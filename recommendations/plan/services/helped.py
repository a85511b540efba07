"""Which recommended actions a category of help belongs to."""

from assessment.scoring.texts import localise
from recommendations.catalogue.fit_page import Enterprise, Helped
from recommendations.plan.rounds import Round
from recommendations.rules.freeze import thaw_advice


def helped_by_category(current: Round, locale: str) -> dict[str, tuple[Helped, ...]]:
    """This function will return the recommended actions of a round by category of help, the most pressing first."""
    if current.run is None:
        return {}
    helps: dict[str, list[Helped]] = {}
    recommended = thaw_advice(current.run.advice).recommendations
    for recommendation in sorted(recommended, key=lambda each: each.rank):
        action = current.actions[recommendation.action]
        for category in action.categories:
            helps.setdefault(category, []).append(Helped(action.key, localise(action.title, locale)))
    return {category: tuple(actions) for category, actions in helps.items()}


def enterprise_of(current: Round, locale: str) -> Enterprise:
    """This function will return whom services are judged for, by the frozen answers of a round."""
    return Enterprise(
        lookup=current.case.lookup, bank=current.scorer.document, helps=helped_by_category(current, locale)
    )
