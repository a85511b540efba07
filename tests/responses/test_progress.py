import pytest

from assessment.responses.progress import Progress, SectionProgress, progress_of, sections_in
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document

ALL = ("employees", "makes", "region", "E1", "E2", "E3", "T1", "T2", "T3")


def test_hidden_questions_and_answers_count_nowhere() -> None:
    visible = frozenset(ALL) - {"E1"}
    found = progress_of(bank_document(), Scope.FULL, visible, {"E1", "E2", "makes"})
    sections = (SectionProgress("profile", 1, 3), SectionProgress("equipment", 1, 2), SectionProgress("talent", 0, 3))
    assert found == Progress(sections, answered=2, total=8, minutes=3)


@pytest.mark.parametrize(("open_count", "minutes"), [(0, 0), (1, 1), (2, 1), (3, 2), (9, 5)])
def test_minutes_are_rounded_up(open_count: int, minutes: int) -> None:
    found = progress_of(bank_document(), Scope.FULL, frozenset(ALL), set(ALL[open_count:]))
    assert found.minutes == minutes


def test_a_section_without_core_questions_is_no_part_of_the_quick_scan() -> None:
    document = bank_document()
    plain = [question.model_copy(update={"core": False}) for question in document.sections[2].questions]
    talent = document.sections[2].model_copy(update={"questions": plain})
    changed = document.model_copy(update={"sections": [*document.sections[:2], talent]})
    keys = [[section.key for section in sections_in(changed, scope)] for scope in (Scope.QUICK, Scope.FULL)]
    assert keys == [["profile", "equipment"], ["profile", "equipment", "talent"]]
