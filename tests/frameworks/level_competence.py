"""A level-competence model, as open assessment platforms use it: a question bears on several maturity levels.

The rule was read from flickit-platform/flickit-assessment, AttributeValue and SubjectValue (2026-11-22): per attribute
and level the weighted percentage of its applicable questions; level k is reached while every competence it asks for,
and those of all lower levels, hold, where a level without applicable questions is skipped; a subject is the weighted
mean of its attributes' levels, rounded half up. Model, questions and numbers below are our own.
"""

from dataclasses import dataclass, field

from assessment.scoring.document import BankDocument
from tests.frameworks.documents import Fields, choice, node, text, worth

LEVELS = ["initial", "repeated", "defined", "led"]
# Level → what it asks for: percentages of its own and of lower levels.
COMPETENCES = {
    "repeated": {"repeated": 60},
    "defined": {"repeated": 75, "defined": 60},
    "led": {"defined": 80, "led": 70},
}
PLAIN = {"never": "0", "seldom": "0.25", "often": "0.75", "always": "1"}
GENEROUS = {"never": "0", "seldom": "0.5", "often": "0.9", "always": "1"}


@dataclass(frozen=True)
class Impact:
    """How much a question weighs at one level of an attribute, and what its options are worth there."""

    question: str
    level: str
    weight: int
    values: dict[str, str] = field(default_factory=lambda: PLAIN)


@dataclass(frozen=True)
class Attribute:
    key: str
    weight: int
    impacts: tuple[Impact, ...]

    @property
    def questions(self) -> list[str]:
        return list(dict.fromkeys(impact.question for impact in self.impacts))

    def at(self, level: str) -> list[Impact]:
        return [impact for impact in self.impacts if impact.level == level]


SUBJECTS = {
    "software": (
        Attribute(
            "reliability",
            2,
            (
                Impact("Q1", "repeated", 1),
                Impact("Q1", "defined", 2, GENEROUS),
                Impact("Q2", "repeated", 3),
                Impact("Q3", "defined", 1),
                Impact("Q3", "led", 1),
                Impact("Q4", "led", 2),
            ),
        ),
        # Nothing is asked about its level `defined`: it is skipped.
        Attribute(
            "security", 3, (Impact("Q3", "repeated", 1, GENEROUS), Impact("Q5", "repeated", 1), Impact("Q6", "led", 1))
        ),
    ),
    "team": (
        Attribute(
            "agility",
            1,
            (
                Impact("Q7", "repeated", 2),
                Impact("Q7", "defined", 1),
                Impact("Q8", "defined", 2),
                Impact("Q8", "led", 1),
            ),
        ),
    ),
}
ATTRIBUTES = [attribute for attributes in SUBJECTS.values() for attribute in attributes]
SUBJECT_WEIGHTS = {"software": 2, "team": 1}
QUESTIONS = [f"Q{number}" for number in range(1, 9)]


def _level_node(attribute: Attribute, level: str) -> Fields:
    measures = [
        {
            "question": impact.question,
            "weight": impact.weight,
            "credits": {} if impact.values is PLAIN else impact.values,
        }
        for impact in attribute.at(level)
    ]
    return node(f"{attribute.key}_{level}", f"Level {level}", measures=measures)


def _held(attribute: Attribute, level: str, percentage: int) -> Fields:
    """The percentage where something is asked about the level; what is not applicable asks for nothing."""
    name = f"{attribute.key}_{level}"
    skipped = {"not": {"fact": f"coverage.{name}", "op": "known"}}
    return {"any": [skipped, {"fact": f"node.{name}", "op": "gte", "value": percentage}]}


def _step(attribute: Attribute, level: str) -> Fields:
    asked = [each for each in COMPETENCES.get(level, {}).items() if attribute.at(each[0])]
    words = " and ".join(f"{name} {percentage} %" for name, percentage in asked)
    gate = {"gate": {"all": [_held(attribute, *each) for each in asked]}, "gate_text": text(words)} if asked else {}
    return {"key": level, "title": text(level.capitalize()), **gate}


def _ladder(attribute: Attribute) -> Fields:
    return {"key": f"levels_of_{attribute.key}", "levels": [_step(attribute, level) for level in LEVELS]}


ROUNDED = [
    {"key": level, "title": text(level.capitalize()), "lower": "0" if place == 0 else f"{place - 1}.5"}
    for place, level in enumerate(LEVELS)
]


def _attribute(attribute: Attribute) -> Fields:
    return node(
        attribute.key,
        attribute.key.capitalize(),
        weight=attribute.weight,
        aggregate="none",
        passes="level",
        ladder=f"levels_of_{attribute.key}",
        children=[_level_node(attribute, level) for level in LEVELS if attribute.at(level)],
    )


def _subject(key: str) -> Fields:
    children = [_attribute(attribute) for attribute in SUBJECTS[key]]
    return node(key, key.capitalize(), weight=SUBJECT_WEIGHTS[key], passes="level", ladder="rounded", children=children)


def confidence_weights(attribute: Attribute) -> dict[str, list[int]]:
    """This function will return the weights of the impacts of each question, whose mean weighs its confidence."""
    return {key: [each.weight for each in attribute.impacts if each.question == key] for key in attribute.questions}


def _confidence(attribute: Attribute) -> Fields:
    weights = confidence_weights(attribute)
    measures = [{"question": f"{key}_sure", "weight": str(sum(each) / len(each))} for key, each in weights.items()]
    return node(
        f"sure_{attribute.key}", f"Sure of {attribute.key}", weight=attribute.weight, scale=5, measures=measures
    )


def _tree() -> Fields:
    sure = [
        node(
            f"sure_{key}",
            f"Sure of {key}",
            weight=SUBJECT_WEIGHTS[key],
            children=[_confidence(attribute) for attribute in attributes],
        )
        for key, attributes in SUBJECTS.items()
    ]
    subjects = [_subject(key) for key in SUBJECTS]
    return node(
        "overall", "Overall", ladder="rounded", children=[*subjects, node("sure", "Sure", weight=0, children=sure)]
    )


def _questions() -> list[Fields]:
    asked = []
    for key in QUESTIONS:
        asked.append(choice(key, f"How often is {key} done?", worth("credit", **PLAIN), allow_not_applicable=True))
        applies = [{"fact": f"answer.{key}", "op": "known"}, {"fact": f"unknown.{key}", "op": "is", "value": "yes"}]
        sure = worth("points", **{f"sure_{number}": number for number in range(1, 6)})
        shown = {"reading": "confidence", "visible_if": {"any": applies}}
        asked.append(choice(f"{key}_sure", f"How sure are you of {key}?", sure, **shown))
    return asked


def _all(value: str, **others: str) -> dict[str, str]:
    return dict.fromkeys(QUESTIONS, value) | others


def _example(key: str, answers: dict[str, str], **levels: str) -> Fields:
    expect = {name: {"level": level} for name, level in levels.items()}
    return {"key": key, "title": text(key.capitalize()), "answers": answers, "expect": expect}


def _examples() -> list[Fields]:
    sure = {f"{key}_sure": "sure_3" for key in QUESTIONS} | {"Q7_sure": "sure_5"}
    confident = _example("confident", _all("often") | sure, team="defined")
    # Q7 weighs (2 + 1) / 2, Q8 (2 + 1) / 2: (1.5 x 5 + 1.5 x 3) / 3 = 4; overall (2 x 3 + 1 x 4) / 3
    confident["expect"]["sure_team"] = {"readings": {"confidence": 4}}
    confident["expect"]["sure"] = {"readings": {"confidence": "3.3333333"}}
    confident["tolerance"] = "0.0000001"
    return [
        _example("never", _all("never"), reliability="initial", software="initial", overall="initial"),
        # 75 % everywhere, but (2 x 90 + 75) / 3 = 85 % of reliability at `defined`; agility misses 80 % there.
        # Software is (2 x 3 + 3 x 3) / 5 = 3, overall (2 x 3 + 1 x 2) / 3 = 2.67, rounded 3.
        _example("often", _all("often"), reliability="led", security="led", agility="defined", overall="led"),
        _example("always", _all("always"), reliability="led", security="led", agility="led", overall="led"),
        confident,
    ]


def level_competence() -> BankDocument:
    """This function will return the model as a bank document."""
    return BankDocument.model_validate(
        {
            "slug": "level-competence",
            "locales": ["en"],
            "title": text("Level competence"),
            "minimum_coverage": 0,
            "readings": [{"key": "confidence", "title": text("Confidence"), "counts": False}],
            "sections": [{"key": "main", "title": text("Main"), "questions": _questions()}],
            "tree": _tree(),
            "ladders": [*map(_ladder, ATTRIBUTES), {"key": "rounded", "levels": ROUNDED}],
            "examples": _examples(),
        }
    )
