"""Every reference in a playbook, to its own parts and to those of its bank, in reading order."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text
from recommendations.rules.document import Action, PlaybookDocument, Rule
from recommendations.rules.slots import SlotKind, slots_of
from recommendations.studio.uses_in_conditions import Asking, Reference, called

FAMILY_OF_SLOT = {SlotKind.ANSWER: "question", SlotKind.NODE: "node", SlotKind.LEVEL: "node"}


def playbook_references(playbook: PlaybookDocument, bank: BankDocument) -> Iterator[Reference]:
    """This function will yield what the parts of a playbook refer to."""
    asking = Asking(bank)
    for part, words in (
        ("efforts", _("Effort %(key)s")),
        ("cost_bands", _("Cost band %(key)s")),
        ("priority_bands", _("Priority band %(key)s")),
    ):
        for each in getattr(playbook, part):
            yield from _sources(
                each.sources, f"{part}.{each.key}.sources", words % {"key": called(each.title, each.key)}
            )
    for action in playbook.actions:
        yield from _action(action, asking)
    titles = {action.key: action.title for action in playbook.actions}
    for rule in playbook.rules:
        yield from _rule(rule, titles, asking)


def _sources(keys: Iterable[str], place: str, words: str) -> Iterator[Reference]:
    for key in keys:
        yield Reference("source", key, place, words)


def _action(action: Action, asking: Asking) -> Iterator[Reference]:
    named, place = {"key": called(action.title, action.key)}, f"actions.{action.key}"
    words = _("Action %(key)s") % named
    yield Reference("node", action.node, f"{place}.node", _("Action %(key)s belongs to it") % named)
    yield Reference("effort", action.effort, f"{place}.effort", words)
    yield Reference("cost_band", action.cost_band, f"{place}.cost_band", words)
    for required in action.requires:
        yield Reference("action", required, f"{place}.requires", _("Action %(key)s needs it done first") % named)
    for followed in action.follows:
        yield Reference("action", followed, f"{place}.follows", _("Action %(key)s comes after it") % named)
    for excluded in action.excludes:
        yield Reference("action", excluded, f"{place}.excludes", _("Action %(key)s is not done beside it") % named)
    for raised in action.raises:
        words = _("Action %(key)s lifts its answers") % named
        yield Reference("node", raised.node, f"{place}.raises", words)
        if raised.question is not None:
            yield Reference("question", raised.question, f"{place}.raises", words)
        for option in raised.options:
            yield Reference("option", f"{raised.question}.{option}", f"{place}.raises", words)
    yield from asking.references(action.suits, f"{place}.suits", _("Action %(key)s: whom it suits") % named)


def _rule(rule: Rule, titles: Mapping[str, Text], asking: Asking) -> Iterator[Reference]:
    named, place = {"key": called(titles.get(rule.recommends), rule.key)}, f"rules.{rule.key}"
    yield from asking.references(rule.when, f"{place}.when", _("Rule %(key)s: its condition") % named)
    yield Reference("action", rule.recommends, f"{place}.recommends", _("Rule %(key)s recommends it") % named)
    for text in rule.because.values():
        for slot in slots_of(text):
            words = _("Rule %(key)s names it in its reason") % named
            yield Reference(FAMILY_OF_SLOT[slot.kind], slot.key, f"{place}.because", words)
    yield from _sources(rule.sources, f"{place}.sources", _("Rule %(key)s") % named)
