"""Coverage counts every text of both schemas."""

from assessment.scoring.checks.texts import Coverage, text_coverage
from recommendations.studio.languages.coverage import coverage_by_part, coverage_of
from recommendations.studio.languages.forms import PARTS
from recommendations.studio.languages.registry import Part, texts_of
from tests.studio.working_copies import shipped_bank, shipped_playbook


def test_coverage_is_that_of_the_check() -> None:
    bank, playbook = shipped_bank(), shipped_playbook()
    both = [text_coverage(document, ["en"])["en"] for document in (bank, playbook)]
    assert coverage_of(bank, playbook, "en") == Coverage(sum(c.present for c in both), sum(c.total for c in both))
    assert coverage_of(bank, None, "en") == both[0]


def test_missing_text_is_missed_in_its_part_only() -> None:
    bank = shipped_bank()
    first, *others = bank.levels
    bank = bank.model_copy(update={"levels": [first.model_copy(update={"title": {"en": "Low"}}), *others]})
    covered = coverage_by_part(texts_of(bank, shipped_playbook()), "zh-hans")
    short = [part for part, coverage in covered.items() if coverage.present != coverage.total]
    assert short == [Part.MEASURE] and covered[Part.MEASURE].total - covered[Part.MEASURE].present == 1


def test_language_that_is_not_there_has_nothing() -> None:
    assert coverage_of(shipped_bank(), None, "fr").present == 0


def test_every_part_has_a_name_and_the_shipped_content_fills_them_all() -> None:
    assert set(PARTS) == set(Part) == set(coverage_by_part(texts_of(shipped_bank(), shipped_playbook()), "en"))
