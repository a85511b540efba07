"""From the document to the lines of each sheet: the way back of `assembly`."""

from collections.abc import Callable, Iterator
from typing import Any

from assessment.bank.xlsx import sheets
from assessment.bank.xlsx.sheets import Sheet

Data = dict[str, Any]


def records_of(sheet: Sheet, data: Data) -> list[Data]:
    """This function will return the lines of `sheet` for a document dumped without defaults, by path of the columns."""
    return list(_SOURCES[sheet.name](data))


def listed(name: str) -> Callable[[Data], Iterator[Data]]:
    """This function will return what yields the items of a list of the document."""
    return lambda data: iter(data.get(name, []))


def below(parents: Any, link: str, name: str) -> Iterator[Data]:
    """This function will yield the items of a list that each of `parents` holds, with the parent's key as `link`."""
    for parent in parents:
        for part in parent.get(name, []):
            yield {link: parent["key"], **part}


def _bank(data: Data) -> Iterator[Data]:
    yield data


def _questions(data: Data) -> Iterator[Data]:
    return below(data["sections"], "section", "questions")


def _of_questions(name: str) -> Callable[[Data], Iterator[Data]]:
    return lambda data: below(_questions(data), "question", name)


def _tree(data: Data) -> Iterator[Data]:
    return _nodes(data["tree"], {})


def _nodes(node: Data, link: Data) -> Iterator[Data]:
    yield {**link, **node}
    for child in node.get("children", []):
        yield from _nodes(child, {"parent": node["key"]})


def _of_nodes(name: str) -> Callable[[Data], Iterator[Data]]:
    return lambda data: below(_tree(data), "node", name)


def _levels(data: Data) -> Iterator[Data]:
    yield from data.get("levels", [])
    yield from below(data.get("ladders", []), "ladder", "levels")


def _framework_items(data: Data) -> Iterator[Data]:
    return below(data.get("frameworks", []), "framework", "items")


def _size(data: Data) -> Iterator[Data]:
    if "size" in data:
        yield data["size"]


def _size_labels(data: Data) -> Iterator[Data]:
    for size in _size(data):
        for key, label in size["labels"].items():
            yield {"key": key, "label": label}


def _size_rules(data: Data) -> Iterator[Data]:
    """The sectors stand in the first line of a rule; one without sectors is the rule of all others."""
    for size in _size(data):
        for number, rule in enumerate(size["rules"], start=1):
            for place, size_class in enumerate(rule["classes"]):
                yield {"rule": str(number), **({} if place else {"sectors": rule["sectors"]}), **size_class}


def _answers(data: Data) -> Iterator[Data]:
    for example in data.get("examples", []):
        answers, baseline = example["answers"], example.get("baseline", {})
        for question in [*answers, *(key for key in baseline if key not in answers)]:
            line = {"example": example["key"], "question": question}
            for name, given in (("answer", answers), ("baseline", baseline)):
                if question in given:
                    line[name] = given[question]
            yield line


def _expectations(data: Data) -> Iterator[Data]:
    for example in data.get("examples", []):
        for node, expected in example["expect"].items():
            yield {"example": example["key"], "node": node, **expected}


_SOURCES: dict[str, Callable[[Data], Iterator[Data]]] = {
    sheets.BANK.name: _bank,
    sheets.SECTIONS.name: listed("sections"),
    sheets.QUESTIONS.name: _questions,
    sheets.OPTIONS.name: _of_questions("options"),
    sheets.ROWS.name: _of_questions("rows"),
    sheets.BANDS.name: _of_questions("bands"),
    sheets.STEPS.name: _of_questions("steps"),
    sheets.READINGS.name: listed("readings"),
    sheets.TREE.name: _tree,
    sheets.MEASURES.name: _of_nodes("measures"),
    sheets.CELLS.name: _of_nodes("cells"),
    sheets.LEVELS.name: _levels,
    sheets.CONSISTENCY.name: listed("consistency"),
    sheets.REFERENCE_LINES.name: listed("reference_lines"),
    sheets.FRAMEWORKS.name: listed("frameworks"),
    sheets.FRAMEWORK_ITEMS.name: _framework_items,
    sheets.SIZE.name: _size,
    sheets.SIZE_LABELS.name: _size_labels,
    sheets.SIZE_RULES.name: _size_rules,
    sheets.EXAMPLES.name: listed("examples"),
    sheets.ANSWERS.name: _answers,
    sheets.EXPECTATIONS.name: _expectations,
}
