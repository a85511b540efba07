"""What a document must keep to before its parts can be rows. Whether it makes a good bank is asked on release."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from assessment.bank.exactness import number_faults
from assessment.bank.faults import DocumentError, Fault, KeyPath, key_path, shown
from assessment.scoring.document import BankDocument, Node


def loading_faults(document: BankDocument) -> list[Fault]:
    """This function will return a fault for each repeated key, unknown measured question and number that is too long."""
    return [*number_faults(document), *_question_faults(document), *_level_faults(document), *_tree_faults(document)]


def refuse_unloadable(document: BankDocument, name: str) -> None:
    """This function will raise DocumentError with every loading fault of the document that was read from `name`."""
    faults = loading_faults(document)
    if faults:
        raise DocumentError(name, faults)


def _question_faults(document: BankDocument) -> Iterator[Fault]:
    sections = [(("sections", index), section) for index, section in enumerate(document.sections)]
    questions = [
        ((*place, "questions", index), question)
        for place, section in sections
        for index, question in enumerate(section.questions)
    ]
    yield from _repeated((place, section.key) for place, section in sections)
    yield from _repeated((place, question.key) for place, question in questions)
    for place, question in questions:
        yield from _repeated(((*place, "options", index), option.key) for index, option in enumerate(question.options))


def _level_faults(document: BankDocument) -> Iterator[Fault]:
    return _repeated((("levels", index), level.key) for index, level in enumerate(document.levels))


def _tree_faults(document: BankDocument) -> Iterator[Fault]:
    known = {question.key for section in document.sections for question in section.questions}
    nodes = list(_nodes(document.tree, ("tree",)))
    yield from _repeated((place, node.key) for place, node in nodes)
    for place, node in nodes:
        measures = [((*place, "measures", index), measure.question) for index, measure in enumerate(node.measures)]
        yield from _repeated(measures, "question")
        for measure_place, question in measures:
            if question not in known:
                message = _("no question has the key %(key)s") % {"key": shown(question)}
                yield Fault(key_path((*measure_place, "question")), message)


def _nodes(node: Node, place: KeyPath) -> Iterator[tuple[KeyPath, Node]]:
    yield place, node
    for index, child in enumerate(node.children):
        yield from _nodes(child, (*place, "children", index))


def _repeated(keys: Iterable[tuple[KeyPath, str]], name: str = "key") -> Iterator[Fault]:
    first: dict[str, KeyPath] = {}
    for place, key in keys:
        if key in first:
            message = _("%(key)s is used already at %(place)s") % {"key": shown(key), "place": key_path(first[key])}
            yield Fault(key_path((*place, name)), message)
        first.setdefault(key, place)
