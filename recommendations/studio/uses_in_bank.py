"""Every reference inside a bank, in reading order."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from assessment.scoring import walk
from assessment.scoring.document import BankDocument, Kind, Level, Node, Question, Size, WorkedExample
from recommendations.studio.uses_in_conditions import THE_BANKS, Asking, Reference, called, chosen_in


def bank_references(bank: BankDocument) -> Iterator[Reference]:
    """This function will yield what the parts of a bank refer to in it."""
    asking = Asking(bank)
    for section in bank.sections:
        if section.node:
            words = _("Section %(key)s belongs to it") % {"key": called(section.title, section.key)}
            yield Reference("node", section.node, f"sections.{section.key}.node", words)
    for place, _section, question in walk.questions(bank):
        yield from _question(place, question, asking)
    for place, node in walk.nodes(bank):
        yield from _node(place, node)
    yield from _levels("levels", bank.levels, asking)
    for ladder in bank.ladders:
        yield from _levels(f"ladders.{ladder.key}.levels", ladder.levels, asking)
    yield from _consistency(bank, asking)
    if bank.size is not None:
        yield from _size(bank.size)
    for example in bank.examples:
        yield from _example(bank, example)


def _question(place: str, question: Question, asking: Asking) -> Iterator[Reference]:
    named = {"key": called(question.short or question.text, question.key)}
    yield from asking.references(
        question.visible_if, f"{place}.visible_if", _("Question %(key)s: when it is asked") % named
    )
    if question.reading:
        words = _("Question %(key)s belongs to it") % named
        yield Reference("reading", question.reading, f"{place}.reading", words)
    for line in question.reference_lines:
        words = _("Question %(key)s shows it") % named
        yield Reference("reference_line", line, f"{place}.reference_lines", words)
    for link in question.crosswalk:
        yield from _link(link.ref, f"{place}.crosswalk", _("Question %(key)s refers to it") % named)


def _node(place: str, node: Node) -> Iterator[Reference]:
    named = {"key": called(node.title, node.key)}
    for measure in node.measures:
        at = f"{place}.measures.{measure.question}"
        yield Reference("question", measure.question, at, _("Node %(key)s measures it") % named)
        for option in [*measure.credits, *measure.points]:
            words = _("Node %(key)s says what it is worth there") % named
            yield Reference("option", f"{measure.question}.{option}", at, words)
    if node.ladder:
        yield Reference("ladder", node.ladder, f"{place}.ladder", _("Node %(key)s has its levels") % named)
    ladders = {child.key: child.ladder or THE_BANKS for child in node.children}
    for cell in node.cells:
        words = _("Node %(key)s: a line of its table") % named
        for child, levels in cell.when.items():
            yield Reference("node", child, f"{place}.cells", words)
            of = ladders.get(child, THE_BANKS)
            yield from (Reference("level", f"{of}.{level}", f"{place}.cells", words) for level in levels)
    for link in node.crosswalk:
        yield from _link(link.ref, f"{place}.crosswalk", _("Node %(key)s refers to it") % named)


def _link(ref: str, place: str, words: str) -> Iterator[Reference]:
    yield Reference("framework", ref.partition(":")[0], place, words)
    yield Reference("framework_item", ref, place, words)


def _levels(place: str, levels: Iterable[Level], asking: Asking) -> Iterator[Reference]:
    for level in levels:
        words = _("Level %(key)s: its gate") % {"key": called(level.title, level.key)}
        yield from asking.references(level.gate, f"{place}.{level.key}.gate", words)


def _consistency(bank: BankDocument, asking: Asking) -> Iterator[Reference]:
    for check in bank.consistency:
        named = {"key": called(check.message, check.key)}
        place = f"consistency.{check.key}"
        yield from asking.references(check.when, f"{place}.when", _("Contradiction %(key)s: its condition") % named)
        for question in check.questions:
            words = _("Contradiction %(key)s asks to look at it again") % named
            yield Reference("question", question, f"{place}.questions", words)


def _size(size: Size) -> Iterator[Reference]:
    words = _("The size classes are found from it")
    for name in ("employees", "revenue", "sector"):
        yield Reference("question", getattr(size, name), f"size.{name}", words)
    yield Reference("size_class", size.smallest, "size.smallest", _("It is the class of those who meet no threshold"))
    for rule in size.rules:
        rule_words = _("A rule of the size classes")
        for sector in rule.sectors:
            yield Reference("option", f"{size.sector}.{sector}", "size.rules", rule_words)
        for each in rule.classes:
            yield Reference("size_class", each.size, "size.rules", rule_words)


def _example(bank: BankDocument, example: WorkedExample) -> Iterator[Reference]:
    tables = frozenset(question.key for _, _, question in walk.questions(bank) if question.kind is Kind.TABLE)
    ladders = {node.key: node.ladder or THE_BANKS for _, node in walk.nodes(bank)}
    words = _("Worked example %(key)s") % {"key": called(example.title, example.key)}
    for part, answers in (("answers", example.answers), ("baseline", example.baseline)):
        for question, raw in answers.items():
            place = f"examples.{example.key}.{part}"
            yield Reference("question", question, place, words)
            yield from (Reference(family, key, place, words) for family, key in chosen_in(question, raw, tables))
    for node, expected in example.expect.items():
        place = f"examples.{example.key}.expect"
        yield Reference("node", node, place, words)
        if expected.level:
            yield Reference("level", f"{ladders.get(node, THE_BANKS)}.{expected.level}", place, words)
        for reading in expected.readings:
            yield Reference("reading", reading, place, words)
