"""Sections and questions inside the flat data of a bank."""

from collections.abc import Iterator

from django.http import Http404

from assessment.bank.editing.flat import Data


def sections_of(data: Data) -> list[Data]:
    sections: list[Data] = data["sections"]
    return sections


def questions_of(data: Data) -> Iterator[Data]:
    """This function will yield every question in the order of asking."""
    for section in sections_of(data):
        yield from section["questions"]


def section_at(data: Data, key: str) -> Data:
    """This function will return a section by its key, or raise Http404."""
    for section in sections_of(data):
        if section["key"] == key:
            return section
    raise Http404


def question_at(data: Data, key: str) -> tuple[Data, Data]:
    """This function will return the section and the question with this key, or raise Http404."""
    for section in sections_of(data):
        for question in section["questions"]:
            if question["key"] == key:
                return section, question
    raise Http404


def keys_of(items: list[Data]) -> list[str]:
    return [str(item["key"]) for item in items]
