"""A profile of sixteen dimensions with names of bands per dimension and no overall score."""

from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Status
from tests.frameworks.answering import random_cases, score
from tests.frameworks.siri import BANDS, BLOCKS, DIMENSIONS, LADDERS, siri

DOCUMENT = siri()


def test_there_are_sixteen_dimensions_with_six_bands() -> None:
    assert (len(BLOCKS), len(DIMENSIONS), {len(names) for names in LADDERS.values()}) == (3, 16, {6})


def test_every_dimension_has_the_band_that_was_chosen_under_its_own_name() -> None:
    ladders = ladders_of(DOCUMENT)
    for raw in random_cases(DOCUMENT, states=False):
        nodes = score(DOCUMENT, raw).nodes
        for dimension, ladder in DIMENSIONS.items():
            band = BANDS.index(raw[f"Q_{dimension}"])
            found = nodes[dimension]
            assert (found.points, found.scale, found.level) == (band, 5, band)
            assert ladders[dimension][band].title == {"en": LADDERS[ladder][band]}


def test_there_is_no_overall_score_and_none_of_the_blocks() -> None:
    for raw in random_cases(DOCUMENT):
        card = score(DOCUMENT, raw)
        for key in ["profile", *BLOCKS]:
            found = card.nodes[key]
            assert (found.status, found.score, found.low, found.high, found.level, found.points) == (
                Status.UNSCORED, None, None, None, None, None
            )  # fmt: skip
        assert (card.level.index, card.level.key) == (None, None)


def test_dimension_without_answer_shows_what_it_could_be() -> None:
    found = score(DOCUMENT, {"Q_vertical": "unknown"}).nodes["vertical"]
    assert (found.status, found.points, found.low, found.high) == (Status.NOT_ENOUGH_ANSWERS, None, 0, 100)
