"""Why an action stands on the way to the next level although no rule recommends it."""

from django.utils.translation import gettext

from recommendations.report.content.conditions import missing_facts, questions_of
from recommendations.report.content.material import Material, walk
from recommendations.report.content.numbers import sentences
from recommendations.report.content.wording import short_title
from recommendations.rules.document import Action


def aside_of(material: Material, action: Action) -> str:
    """This function will return what an action is for, and whether it helps a missing condition or brings points only."""
    return sentences(material.say(action.why), _brings(material, action))


def _brings(material: Material, action: Action) -> str:
    raised, root = _raised(material, action), material.scorecard.root
    helped = [fact for fact in missing_facts(material, root) if raised & questions_of(material, fact)]
    titles = dict.fromkeys(_title(material, fact.partition(".")[2]) for fact in helped)
    if not titles:
        return gettext("It brings points that the level still needs.")
    return gettext("It counts towards a condition: %(titles)s.") % {"titles": gettext("; ").join(titles)}


def _title(material: Material, key: str) -> str:
    node = material.nodes.get(key)
    return short_title(material, material.questions[key]) if node is None else material.say(node.title)


def _raised(material: Material, action: Action) -> frozenset[str]:
    named = {each.question for each in action.raises if each.question}
    nodes = [material.nodes[each.node] for each in action.raises if not each.question]
    return frozenset(named | {measure.question for node in nodes for each in walk(node) for measure in each.measures})
