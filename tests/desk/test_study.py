"""From stored answers to a study: from thirty enterprises on, with or without the flagged."""

import pytest

from assessment.bank.models import Release
from assessment.bank.releases import document_of
from assessment.scoring.item_analysis_alpha import Missing
from recommendations.desk.study import Study, study_bank
from tests.desk.studied import KEYS, SLUG, TOGETHER, answer_and_submit, release_studied, submit_many, typical


@pytest.fixture
def release(db: None) -> Release:
    return release_studied()


def study(release: Release, **wishes: bool) -> Study:
    return study_bank(SLUG, release.major, document_of(release.pk), **wishes)


def test_figures_begin_with_the_thirtieth_enterprise(release: Release) -> None:
    for number in range(29):
        answer_and_submit(release, typical(number))
    assert study(release) == Study(n=29, left_out=0, analysis=None)
    answer_and_submit(release, typical(29))
    found = study(release)
    assert found.analysis is not None
    assert (found.n, found.analysis.n) == (30, 30)


def test_figures_are_those_of_the_answers(release: Release) -> None:
    submit_many(release, 30)
    analysis = study(release).analysis
    assert analysis is not None
    by_key = {item.item.key: item for item in analysis.items}
    assert list(by_key) == list(KEYS)
    floor, unknown, alone = by_key["FLOOR"], by_key["NOBODY_KNOWS"], by_key["ALONE"]
    assert (floor.n, floor.mean, floor.deviation, floor.floor, floor.ceiling) == (30, 0.0, 0.0, 1.0, 0.0)
    assert (unknown.asked, unknown.n, unknown.unknown_share, unknown.mean) == (30, 0, 1.0, None)
    assert alone.mean == pytest.approx((8 * 0 + 8 * 0.25 + 7 * 0.5 + 7 * 0.75) / 30)  # number % 4 over 0…29
    assert [(group.group.node, group.items) for group in analysis.groups] == [
        ("all", tuple(key for key in KEYS if key != "NOBODY_KNOWS")),
        ("first", (*TOGETHER, "REVERSED")),
    ]
    totals = dict(zip(KEYS, analysis.groups[1].by[Missing.LISTWISE].item_total, strict=False))
    assert totals["REVERSED"] is not None and totals["REVERSED"] < -0.9
    assert all(value is not None and value > 0.5 for key, value in totals.items() if key in TOGETHER)


def test_flagged_submissions_are_left_out_if_wished_and_counted(release: Release) -> None:
    submit_many(release, 30)
    answer_and_submit(release, dict.fromkeys(KEYS, "full"))
    answer_and_submit(release, typical(1), seconds=0.4)
    answer_and_submit(release, typical(1) | {"A1": "none", "A2": "full"})
    everybody, careful = study(release), study(release, without_flagged=True)
    assert (everybody.n, everybody.left_out) == (33, 0)
    assert (careful.n, careful.left_out) == (30, 3)


def test_times_are_matched_to_their_assessment(release: Release) -> None:
    """Assessments without any saved answer stand between: their neighbours' haste is not theirs."""
    answer_and_submit(release, {})
    answer_and_submit(release, typical(1), seconds=0.4)
    answer_and_submit(release, {})
    answer_and_submit(release, typical(1))
    found = study(release, without_flagged=True)
    assert (found.n, found.left_out) == (3, 1)
