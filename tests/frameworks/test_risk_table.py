"""A decision table over classes, and the interval of what an unknown input could make of it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from assessment.scoring.document import BankDocument
from assessment.scoring.ladders import ladders_of
from tests.frameworks.answering import Raw, questions_of, random_cases, score
from tests.frameworks.documents import framework, framework_data

DOCUMENT = framework("risk_table")
OPTIONS = {key: [option.key for option in question.options] for key, question in questions_of(DOCUMENT).items()}
TABLE = {
    ("low", "low"): 1,
    ("medium", "low"): 1,
    ("high", "low"): 2,
    ("low", "medium"): 2,
    ("medium", "medium"): 5,
    ("high", "medium"): 7,
    ("low", "high"): 5,
    ("medium", "high"): 10,
    ("high", "high"): 10,
}
CLASSES = ["low", "medium", "high"]


def risk(raw: Raw) -> int:
    likelihood = (int(raw["threat"][1:]) + int(raw["exposure"][1:])) / Fraction(2)
    return TABLE[CLASSES[min(2, int(likelihood))], CLASSES[int(raw["damage"][1:])]]


def every_way(raw: Raw) -> Iterator[Raw]:
    """All answer sets that `raw` may turn out to be once everything is known."""
    known = [[raw[key]] if raw.get(key, "unknown") != "unknown" else options for key, options in OPTIONS.items()]
    for values in product(*known):
        yield dict(zip(OPTIONS, values, strict=True))


def test_every_combination_is_looked_up() -> None:
    cases = list(every_way({}))
    assert len(cases) == 48
    for raw in cases:
        found = score(DOCUMENT, raw).overall
        assert (found.points, found.low, found.high) == (risk(raw), risk(raw) * 10, risk(raw) * 10)


def test_unknown_inputs_open_the_interval_to_what_they_could_make() -> None:
    for raw in random_cases(DOCUMENT):
        found = score(DOCUMENT, raw).overall
        if found.low is None or found.high is None:
            raise AssertionError(raw)
        possible = [risk(each) for each in every_way(raw)]
        assert (found.on_scale(found.low), found.on_scale(found.high)) == (min(possible), max(possible))
        assert found.score == found.low


def test_level_of_the_table_is_that_of_its_own_ladder() -> None:
    ladder = [level.key for level in ladders_of(DOCUMENT)["risk"]]
    for raw in every_way({}):
        level = "acceptable" if risk(raw) < 5 else "tolerable" if risk(raw) < 7 else "intolerable"
        assert score(DOCUMENT, raw).level.key == level == ladder[score(DOCUMENT, raw).overall.level or 0]


def test_interval_holds_where_a_better_input_makes_less() -> None:
    """Protection lowers a risk: the table falls, so the best answer is the lower end of the interval."""
    data = framework_data("risk_table") | {"slug": "falling-risk", "examples": []}
    data["tree"]["cells"] = [
        {"when": {"impact": [protection]}, "score": risk}
        for protection, risk in (("low", 10), ("medium", 5), ("high", 1))
    ]
    document = BankDocument.model_validate(data)
    found = score(document, {"threat": "p1", "exposure": "p1", "damage": "unknown"}).overall
    assert (found.low, found.high) == (10, 100)
