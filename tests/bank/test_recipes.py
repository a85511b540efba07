"""The recipes of the guide: each is a sound bank and gives the figures that were calculated by hand."""

from fractions import Fraction
from typing import Any

import pytest

from assessment.bank.loader import read_yaml
from assessment.scoring.answers import read_answer
from assessment.scoring.check import check_bank
from assessment.scoring.document import BankDocument
from assessment.scoring.figures import shown_points
from assessment.scoring.findings import Severity
from assessment.scoring.ladders import ladders_of
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scorecard
from tests.bank.guide import RECIPES

Answers = dict[str, Any]
Expected = dict[str, tuple[str | None, str | None]]


def choice(key: str, kind: str, points: dict[str, int]) -> dict[str, Any]:
    options = [{"key": option, "label": {"en": option}, "points": worth} for option, worth in points.items()]
    return {"key": key, "kind": kind, "text": {"en": key}, "core": True, "options": options}


def bank_of(recipe: str) -> BankDocument:
    """The recipe in a bank that has the questions q1 to q4 and y1 to y4."""
    written = read_yaml(recipe, "recipe.yaml")
    standing = [choice(f"q{number}", "single", {"a": 0, "b": 1, "c": 2, "d": 3}) for number in range(1, 5)]
    standing += [choice(f"y{number}", "yes_no", {"yes": 1, "no": 0}) for number in range(1, 5)]
    sections = [{"key": "standing", "title": {"en": "Standing"}, "questions": standing}, *written.pop("sections", [])]
    head = {"slug": "recipe", "locales": ["en"], "title": {"en": "Recipe"}, "sections": sections}
    return BankDocument.model_validate(head | written)


def score(document: BankDocument, given: Answers) -> Scorecard:
    scorer = Scorer(document)
    questions = scorer.index.questions
    return scorer.score({key: read_answer(questions[key], raw) for key, raw in given.items()})


def results(document: BankDocument, card: Scorecard) -> Expected:
    """Of every node its points as they are shown, and its level."""
    ladders = ladders_of(document)
    return {
        key: (
            None if node.points is None else shown_points(node.points, document.display),
            None if node.level is None else ladders[key][node.level].key,
        )
        for key, node in card.nodes.items()
    }


# recipe, answers, of each node (points as shown, level): calculated by hand.
CASES: list[tuple[str, Answers, Expected]] = [
    # (3 × 1 + 1 × 1/3) / 4 = 0.8333
    ("weighted_average", {"q1": "d", "q2": "b"}, {"overall": ("83.3", None)}),
    # first (3 + 3 + 0) / 9 = 0.6667 → 3.33 of 5; second 1/3 → 1.67 of 5; their mean 2.5
    (
        "average_of_averages",
        {"q1": "d", "q2": "d", "q3": "a", "q4": "b"},
        {"overall": ("2.5", None), "first": ("3.3", None), "second": ("1.7", None)},
    ),
    ("counted_points", {"y1": "yes", "y2": "no", "y3": "no", "y4": "no"}, {"index": ("1.0", "very_low")}),
    ("counted_points", {"y1": "yes", "y2": "yes", "y3": "yes", "y4": "no"}, {"index": ("3.0", "middle")}),
    ("counted_points", {"y1": "yes", "y2": "yes", "y3": "yes", "y4": "yes"}, {"index": ("4.0", "high")}),
    # 0.35 × 3 + 0.4 × 2 + 0.3 × 1 = 2.15 of 3.15
    ("odd_weights", {"q1": "d", "q2": "c", "q3": "b"}, {"index": ("2.15", None)}),
    # level 1 (1 + 0) / 2; level 2 (1/3 + 1/3) / 2; sum 0.8333 of 2
    (
        "sum_of_averages",
        {"q1": "d", "q2": "a", "q3": "b", "q4": "b"},
        {"practice": ("0.83", None), "level_1": ("0.50", None), "level_2": ("0.33", None)},
    ),
    (
        "ratings",
        {"q1": "c", "q2": "d", "q3": "d"},
        {"process": (None, "performed"), "performance": ("66.7", "largely"), "management": ("100.0", "fully")},
    ),
    # management (2/3 + 1/3) / 2 = exactly 50, which still is partly
    (
        "ratings",
        {"q1": "d", "q2": "c", "q3": "b"},
        {"process": (None, "performed"), "performance": ("100.0", "fully"), "management": ("50.0", "partly")},
    ),
    (
        "ratings",
        {"q1": "d", "q2": "c", "q3": "d"},
        {"process": (None, "managed"), "performance": ("100.0", "fully"), "management": ("83.3", "largely")},
    ),
    # practice (0.5 + 1) / 2 = 75 %
    (
        "competence_levels",
        {"q1": "c", "q2": "d"},
        {"competence": (None, "level_2"), "basics": ("100.0", None), "practice": ("75.0", None)},
    ),
    (
        "competence_levels",
        {"q1": "b", "q2": "d"},
        {"competence": (None, "level_0"), "basics": ("50.0", None), "practice": ("50.0", None)},
    ),
    (
        "grid",
        {"q1": "b", "q2": "d"},
        {"readiness": ("0.0", None), "people": ("33.3", "weak"), "tools": ("100.0", "strong")},
    ),
    (
        "grid",
        {"q1": "c", "q2": "b"},
        {"readiness": ("1.0", None), "people": ("66.7", "strong"), "tools": ("33.3", "weak")},
    ),
    # first 5/3 of 4 = 41.67 %; second 10/3 of 2, which is all of it; mean 70.83
    (
        "targets",
        {"q1": "b", "q2": "c"},
        {"overall": ("70.8", None), "first": ("1.7", None), "second": ("3.3", None)},
    ),
    (
        "profile_only",
        {"q1": "b", "q2": "c"},
        {"overall": (None, None), "people": ("33.3", "learner"), "tools": ("66.7", "expert")},
    ),
    ("tracks", {"access_done": "yes", "access_documented": "no"}, {"access": ("75.0", None)}),
    ("confidence", {"q1": "c", "sure": "guessed"}, {"overall": ("66.7", None)}),
    ("weakest_link", {"q1": "d", "q2": "b"}, {"overall": ("33.3", None)}),
    (
        "second_view",
        {"q1": "d", "q2": "a"},
        {"overall": ("50.0", None), "area": ("50.0", None), "sales": ("0.0", None)},
    ),
    ("uneven_worth", {"plan": "planned"}, {"overall": ("10.0", None)}),
    # (2 + 1) + 0 of 6
    ("tick_columns", {"technologies": {"cloud": ["used", "planned"]}}, {"overall": ("50.0", None)}),
    ("tick_columns", {"technologies": {"cloud": ["used"], "robots": ["not_needed"]}}, {"overall": ("33.3", None)}),
    ("tick_columns", {"technologies": {}}, {"overall": ("0.0", None)}),
    # (1 × 1/2 + 2 × 1) / 3
    ("no_partly_yes", {"measures_taken": {"passwords": "partly", "updates": "yes"}}, {"overall": ("83.3", None)}),
    ("ticked_steps", {"channels": ["none"]}, {"overall": ("0.0", None)}),
    ("ticked_steps", {"channels": ["site", "maps"]}, {"overall": ("50.0", None)}),
    ("ticked_steps", {"channels": ["site", "maps", "video"]}, {"overall": ("100.0", None)}),
    ("less_is_better", {"days": 16}, {"overall": ("50.0", None)}),
    ("less_is_better", {"days": 60}, {"overall": ("0.0", None)}),
    # 10/3 = 3.333…, 5/3 = 1.666…
    ("cut_off", {"q1": "b"}, {"overall": ("1.66", None)}),
]


def test_every_recipe_is_tried() -> None:
    assert {name for name, _, _ in CASES} == set(RECIPES)
    assert len(RECIPES) == 20


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_makes_a_bank_that_lacks_only_worked_examples(name: str) -> None:
    findings = check_bank(bank_of(RECIPES[name]))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert [finding.place for finding in errors] == ["examples"]


@pytest.mark.parametrize(
    ("name", "answers", "expected"), CASES, ids=[f"{name}-{number}" for number, (name, _, _) in enumerate(CASES)]
)
def test_a_recipe_gives_what_it_promises(name: str, answers: Answers, expected: Expected) -> None:
    document = bank_of(RECIPES[name])
    assert results(document, score(document, answers)) == expected


def test_the_scale_of_an_index_follows_from_its_weights() -> None:
    card = score(bank_of(RECIPES["odd_weights"]), {"q1": "d", "q2": "d", "q3": "d"})
    assert (card.nodes["index"].points, card.nodes["index"].scale) == (Fraction(315, 100), Fraction(315, 100))


def test_what_does_not_apply_counts_as_the_target() -> None:
    written = RECIPES["targets"]
    document = bank_of(written)
    questions = [
        question.model_copy(update={"allow_not_applicable": True}) for question in document.sections[0].questions
    ]
    section = document.sections[0].model_copy(update={"questions": questions})
    card = score(document.model_copy(update={"sections": [section]}), {"q1": "not_applicable", "q2": "a"})
    assert card.nodes["first"].percent_of_target == 100
    assert card.nodes["overall"].score == 50


def test_the_tracks_are_read_apart() -> None:
    card = score(bank_of(RECIPES["tracks"]), {"access_done": "yes", "access_documented": "no"})
    assert {key: nodes["access"].score for key, nodes in card.readings.items()} == {"done": 100, "documented": 0}


def test_confidence_is_read_apart() -> None:
    card = score(bank_of(RECIPES["confidence"]), {"q1": "c", "sure": "fairly"})
    assert card.readings["confidence"]["overall"].score == 50
