"""Questions that feed several levels with weights of their own, gated levels, and confidence as a second reading."""

from fractions import Fraction

from assessment.scoring.scorecard import Status
from tests.frameworks.answering import Raw, random_cases, score
from tests.frameworks.level_competence import (
    ATTRIBUTES,
    COMPETENCES,
    LEVELS,
    QUESTIONS,
    SUBJECT_WEIGHTS,
    SUBJECTS,
    Attribute,
    confidence_weights,
    level_competence,
)

DOCUMENT = level_competence()


def applies(raw: Raw, question: str) -> bool:
    return raw.get(question) != "not_applicable"


def percentages(raw: Raw, attribute: Attribute) -> dict[str, Fraction]:
    """The weighted percentage of every level about which something applicable is asked."""
    found = {}
    for level in LEVELS:
        impacts = [each for each in attribute.at(level) if applies(raw, each.question)]
        if impacts:
            gained = sum(each.weight * Fraction(each.values.get(raw.get(each.question, ""), 0)) for each in impacts)
            found[level] = 100 * gained / sum(each.weight for each in impacts)
    return found


def attribute_level(raw: Raw, attribute: Attribute) -> int | None:
    found = percentages(raw, attribute)
    if not found:
        return None
    reached = None
    for place, level in enumerate(LEVELS):
        if any(found[name] < needed for name, needed in COMPETENCES.get(level, {}).items() if name in found):
            break
        reached = place
    return reached


def rounded_mean(weighted: list[tuple[int, int | None]]) -> int | None:
    there = [(weight, level) for weight, level in weighted if level is not None]
    if not there:
        return None
    total, weights = sum(weight * level for weight, level in there), sum(weight for weight, _ in there)
    return (2 * total + weights) // (2 * weights)


def subject_level(raw: Raw, subject: str) -> int | None:
    return rounded_mean([(each.weight, attribute_level(raw, each)) for each in SUBJECTS[subject]])


def confidence(raw: Raw, attribute: Attribute) -> Fraction | None:
    """Weight times stated confidence over weight times 5; what was not stated is 0, what does not apply is left out."""
    weights = {key: Fraction(sum(each), len(each)) for key, each in confidence_weights(attribute).items()}
    there = {key: weight for key, weight in weights.items() if applies(raw, key)}
    if not there:
        return None
    stated = {key: raw.get(f"{key}_sure", "") for key in there}
    sure = {key: int(each.removeprefix("sure_")) if each.startswith("sure_") else 0 for key, each in stated.items()}
    return 100 * sum((weight * sure[key] for key, weight in there.items()), Fraction(0)) / (5 * sum(there.values()))


def test_levels_of_attributes_subjects_and_all_agree_with_the_rule() -> None:
    seen = set()
    for raw in random_cases(DOCUMENT, cases=400):
        nodes = score(DOCUMENT, raw).nodes
        subjects = {key: subject_level(raw, key) for key in SUBJECTS}
        overall = rounded_mean([(SUBJECT_WEIGHTS[key], level) for key, level in subjects.items()])
        expected = {each.key: attribute_level(raw, each) for each in ATTRIBUTES} | subjects | {"overall": overall}
        assert {key: nodes[key].level for key in expected} == expected
        seen |= set(expected.values())
    assert seen == {None, 0, 1, 2, 3}


def test_percentages_of_every_level_agree() -> None:
    for raw in random_cases(DOCUMENT):
        nodes = score(DOCUMENT, raw).nodes
        for attribute in ATTRIBUTES:
            found = percentages(raw, attribute)
            asked = [level for level in LEVELS if attribute.at(level)]
            assert {level: nodes[f"{attribute.key}_{level}"].score for level in asked} == {
                level: found.get(level) for level in asked
            }


def test_all_na_top_level_is_not_assessed_instead() -> None:
    card = score(DOCUMENT, dict.fromkeys(QUESTIONS, "not_applicable"))
    keys = ["overall", *SUBJECTS, *(attribute.key for attribute in ATTRIBUTES)]
    assert {(card.nodes[key].status, card.nodes[key].level) for key in keys} == {(Status.NOT_ASSESSED, None)}
    assert card.level.key is None


def test_level_without_applicable_questions_is_skipped() -> None:
    always = dict.fromkeys(QUESTIONS, "always")
    without_led = score(DOCUMENT, always | {"Q6": "not_applicable"})
    assert (without_led.nodes["security_led"].status, without_led.nodes["security"].level) == (Status.NOT_ASSESSED, 3)
    never_led = score(DOCUMENT, always | {"Q6": "never"})
    assert never_led.nodes["security"].level == 2


def test_confidence_is_a_second_reading_that_changes_no_score() -> None:
    for raw in random_cases(DOCUMENT):
        card = score(DOCUMENT, raw)
        expected = {f"sure_{each.key}": confidence(raw, each) for each in ATTRIBUTES}
        assert {key: card.readings["confidence"][key].score for key in expected} == expected
        silent = score(DOCUMENT, {key: value for key, value in raw.items() if key in QUESTIONS})
        assert {key: card.nodes[key].score for key in card.nodes} == {
            key: silent.nodes[key].score for key in card.nodes
        }
        assert card.nodes["sure"].status is Status.NOT_ASSESSED


def test_confidence_of_subjects_and_all_is_weighted() -> None:
    for raw in random_cases(DOCUMENT):
        found = score(DOCUMENT, raw).readings["confidence"]
        means = {}
        for key, attributes in SUBJECTS.items():
            means[key] = _mean([(each.weight, confidence(raw, each)) for each in attributes])
            assert found[f"sure_{key}"].score == means[key]
        assert found["sure"].score == _mean([(SUBJECT_WEIGHTS[key], mean) for key, mean in means.items()])


def _mean(weighted: list[tuple[int, Fraction | None]]) -> Fraction | None:
    there = [(weight, value) for weight, value in weighted if value is not None]
    weights = sum(weight for weight, _ in there)
    return sum((weight * value for weight, value in there), Fraction(0)) / weights if there else None
