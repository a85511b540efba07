"""A bank that is nothing like the one in use: German only, no profile, no levels, no overall score, no quick scan."""

from typing import Any

from assessment.scoring.document import BankDocument
from tests.responses.banks import Fields

SLUG = "werkzeuge"


def german(words: str) -> dict[str, str]:
    return {"de": words}


def asked(key: str, kind: str, words: str, **fields: Any) -> Fields:
    return {"key": key, "kind": kind, "text": german(words), **fields}


def named(**words: str) -> list[Fields]:
    return [{"key": key, "label": german(label)} for key, label in words.items()]


TICKED = asked(
    "W1",
    "table",
    "Was nutzen Sie wo?",
    multiple=True,
    rows=named(laser="Laser", robot="Roboter", printer="Drucker"),
    options=[
        {"key": "used", "label": german("Genutzt"), "points": 2},
        {"key": "planned", "label": german("Geplant"), "points": 1},
        {"key": "never", "label": german("Nie"), "points": 0, "exclusive": True},
    ],
)
ROWS = asked(
    "W2",
    "table",
    "Wie weit sind Sie?",
    rows=named(buying="Einkauf", making="Fertigung", selling="Verkauf"),
    options=[
        {"key": "no", "label": german("Nein"), "credit": 0},
        {"key": "partly", "label": german("Teils"), "credit": 0.5},
        {"key": "yes", "label": german("Ja"), "credit": 1},
    ],
)
PLACE = asked("W3", "single", "Wo?", options=named(**{f"place{number}": f"Ort {number}" for number in range(10)}))
SURE = asked("W4", "likert", "Wie sicher?", reading="confidence", options=[{**each} for each in ROWS["options"]])

FULL_AT_TEN = {"zero_at": 0, "full_at": 10}
COUNT = asked(
    "W5", "number", "Wie viele?", unit=german("Stück"), minimum=0, maximum=500, decimals=1, linear=FULL_AT_TEN
)
NOTE = asked("W6", "text", "Was noch?", help=german("Erster Absatz.\n\nZweiter Absatz."))


def measured(key: str, *questions: str) -> Fields:
    return {
        "key": key,
        "title": german(key.capitalize()),
        "measures": [{"question": each, "weight": 1} for each in questions],
    }


def other_document(**changes: Any) -> BankDocument:
    written = {
        "slug": SLUG,
        "locales": ["de"],
        "title": german("Werkzeuge <heute>"),
        "description": german("Nur Werkzeuge.\n\nSonst nichts."),
        "notice": german("Ohne Gewähr."),
        "seconds_per_question": 20,
        "sections": [
            {
                "key": "tools",
                "title": german("Ihre Werkzeuge"),
                "intro": german("Zählen Sie alle."),
                "questions": [TICKED, ROWS, PLACE, SURE, COUNT, NOTE],
            }
        ],
        "readings": [{"key": "confidence", "title": german("Sicherheit"), "counts": False}],
        "tree": {
            "key": "all",
            "title": german("Alles"),
            "aggregate": "none",
            "children": [measured("use", "W1", "W4"), measured("reach", "W2", "W5")],
        },
    }
    return BankDocument.model_validate(written | changes)
