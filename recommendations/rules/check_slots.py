"""Slots of `because`: each must be filled for every enterprise that the rule can reach."""

from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from assessment.scoring.findings import Finding, error
from assessment.scoring.ladders import ladders_of
from recommendations.rules.document import PlaybookDocument, Rule
from recommendations.rules.slots import Slot, SlotKind, slots_of, stray_braces


def check_slots(playbook: PlaybookDocument, bank: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every slot that could not be filled, and for every stray brace."""
    known = {
        SlotKind.ANSWER: {question.key for _, _, question in walk.questions(bank)},
        SlotKind.NODE: {node.key for _, node in walk.nodes(bank)},
    }
    known[SlotKind.LEVEL] = {key for key, levels in ladders_of(bank).items() if levels}
    for rule in playbook.rules:
        for locale, text in rule.because.items():
            place = f"rules.{rule.key}.because.{locale}"
            for found in stray_braces(text):
                mend = "write {answer.KEY}, {node.KEY} or {level.KEY}, or no braces"
                yield error(place, f"{found} is no slot", mend)
            for slot in slots_of(text):
                if slot.key not in known[slot.kind]:
                    yield error(
                        place, f"nothing fills {{{slot.kind.value}.{slot.key}}}", "name a question or node of the bank"
                    )
        yield from _alike(rule)


def _alike(rule: Rule) -> Iterator[Finding]:
    """A sentence that names an answer in one language and not in the other says two different things."""
    slots: dict[str, set[Slot]] = {locale: set(slots_of(text)) for locale, text in rule.because.items()}
    if len({frozenset(found) for found in slots.values()}) > 1:
        yield error(
            f"rules.{rule.key}.because", "the languages do not have the same slots", "use the same slots in each"
        )
