"""Small banks to try one thing at a time with, written shorter than a document."""

from typing import Any

from assessment.scoring.answers import Answer, read_answer
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument, Level, Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard

Fields = dict[str, Any]


def text(words: str) -> dict[str, str]:
    return {"en": words}


def question(key: str, kind: str, **fields: Any) -> Fields:
    return {"key": key, "kind": kind, "text": text(f"Question {key}"), "allow_not_applicable": True, **fields}


def options(credits: Fields) -> list[Fields]:
    return [{"key": key, "label": text(key.upper()), "credit": credit} for key, credit in credits.items()]


def single(key: str, credits: Fields | None = None, **fields: Any) -> Fields:
    chosen = credits or {"none": 0, "low": 0.25, "half": 0.5, "high": 0.75, "full": 1}
    return question(key, "single", options=options(chosen), **fields)


def yes_no(key: str, **fields: Any) -> Fields:
    return question(key, "yes_no", options=options({"yes": 1, "no": 0}), **fields)


def asked_only(key: str, **fields: Any) -> Fields:
    """A yes or no question that is worth nothing, as in a profile."""
    return question(key, "yes_no", options=options({"yes": None, "no": None}), **fields)


def multi(key: str, points: Fields, exclusive: str | None = None, **fields: Any) -> Fields:
    return question(key, "multi", options=_with_points(points, exclusive), **fields)


def percent(key: str, **fields: Any) -> Fields:
    given = {"minimum": 0, "maximum": 100, "decimals": 2, "unit": text("%"), **fields}
    return question(key, "percent", **given)


def bands(*edges: tuple[float, float]) -> list[Fields]:
    return [{"upto": upto, "credit": credit} for upto, credit in edges]


def table(key: str, rows: tuple[str, ...], credits: Fields, **fields: Any) -> Fields:
    return question(
        key,
        "table",
        rows=[{"key": row, "label": text(row.upper())} for row in rows],
        options=options(credits),
        **fields,
    )


def pointed(key: str, points: Fields, **fields: Any) -> Fields:
    """One option is chosen, and its points are read against the highest."""
    return question(key, "single", options=_with_points(points), **fields)


def ticked(key: str, rows: tuple[str, ...], points: Fields, exclusive: str | None = None, **fields: Any) -> Fields:
    """A table with any number of ticks in a row."""
    written = [{"key": row, "label": text(row.upper())} for row in rows]
    return question(key, "table", rows=written, options=_with_points(points, exclusive), multiple=True, **fields)


def _with_points(points: Fields, exclusive: str | None = None) -> list[Fields]:
    return [
        {"key": name, "label": text(name.upper()), "points": worth, "exclusive": name == exclusive}
        for name, worth in points.items()
    ]


def node(key: str, *children: Fields, measures: Fields | None = None, **fields: Any) -> Fields:
    measured = [{"question": name, "weight": weight} for name, weight in (measures or {}).items()]
    return {"key": key, "title": text(key.capitalize()), "children": list(children), "measures": measured, **fields}


def level(key: str, lower: float, gate: Fields | None = None) -> Fields:
    return {"key": key, "title": text(key.capitalize()), "lower": lower, "gate": gate}


FIVE_LEVELS = [level(key, 20 * index) for index, key in enumerate(("zero", "one", "two", "three", "four"))]


def bank(*asked: Fields, tree: Fields | None = None, profile: tuple[Fields, ...] = (), **fields: Any) -> BankDocument:
    """A bank of one section; without a tree, its root `all` measures every question with weight 1."""
    sections = (
        [{"key": "profile", "title": text("Profile"), "profile": True, "questions": list(profile)}] if profile else []
    )
    sections.append({"key": "main", "title": text("Main"), "questions": list(asked)})
    return BankDocument.model_validate(
        {
            "slug": "trial",
            "locales": ["en"],
            "title": text("Trial"),
            "sections": sections,
            "tree": tree or node("all", measures={each["key"]: 1 for each in asked}),
            **fields,
        }
    )


def questions_of(document: BankDocument) -> dict[str, Question]:
    return {each.key: each for section in document.sections for each in section.questions}


def answers(document: BankDocument, **raw: object) -> dict[str, Answer]:
    asked = questions_of(document)
    return {key: read_answer(asked[key], value) for key, value in raw.items()}


def score(document: BankDocument, scope: Scope = Scope.FULL, **raw: object) -> Scorecard:
    return Scorer(document).score(answers(document, **raw), scope)


def condition(tree: Fields) -> Condition:
    return Level.model_validate({"key": "any", "title": {}, "lower": 0, "gate": tree}).gate  # type: ignore[return-value]


def fact(name: str, op: str, value: object = None) -> Fields:
    return {"fact": name, "op": op, "value": value}
