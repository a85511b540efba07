"""A bank with every kind of question and two scored sections, small enough to read."""

from typing import Any

from assessment.bank.documents import canonical_json, content_hash
from assessment.bank.models import Bank, Release
from assessment.responses.start_page import DEFAULT_BANK
from assessment.scoring.document import BankDocument

Fields = dict[str, Any]
HOSTILE = """<b>R&D</b> "{{ leak }}" {% now %} '"""
IF_MAKES = {"fact": "profile.makes", "op": "is", "value": "yes"}


def text(english: str, chinese: str = "") -> dict[str, str]:
    return {"en": english, "zh-hans": chinese or f"中文 {english}"}


def question(key: str, kind: str, **fields: Any) -> Fields:
    return {"key": key, "kind": kind, "text": text(f"Question {key}?"), **fields}


def options(*keys: str, **credits: float) -> list[Fields]:
    worth = dict.fromkeys(keys) | credits
    return [{"key": key, "label": text(f"Option {key}"), "credit": credit} for key, credit in worth.items()]


def points(exclusive: str, **worth: int) -> list[Fields]:
    return [
        {"key": key, "label": text(f"Option {key}"), "points": value, "exclusive": key == exclusive}
        for key, value in worth.items()
    ]


PROFILE = [
    question("employees", "number", core=True, required=True, allow_unknown=False, minimum=1, maximum=5000),
    question("makes", "yes_no", core=True, required=True, allow_unknown=False, options=options("yes", "no")),
    question("region", "single", core=True, options=options(*(f"place{number}" for number in range(12)))),
]
EQUIPMENT = [
    question("E1", "single", core=True, visible_if=IF_MAKES, options=options(low=0, half=0.5, full=1)),
    question("E2", "multi", core=True, allow_not_applicable=True, options=points("none", sensors=1, network=2, none=0)),
    question(
        "E3",
        "percent",
        minimum=0,
        maximum=100,
        decimals=1,
        unit=text("%", "%"),
        ratio={"numerator": text("Machines on the network"), "denominator": text("All machines")},
        linear={"zero_at": 0, "full_at": 100},
        reference_lines=["national"],
        help=text(HOSTILE),
        evidence=text("The list of machines"),
    ),
]
TALENT = [
    question("T1", "likert", core=True, allow_not_applicable=True, options=options(no=0, so=0.5, yes=1)),
    question(
        "T2",
        "table",
        options=options(never=0, often=1),
        rows=[{"key": "office", "label": text("In the office")}, {"key": "shop", "label": text("On the shop floor")}],
    ),
    question("T3", "text"),
]
CONTRADICTION = {
    "all": [{"fact": "answer.E2", "op": "has", "value": "none"}, {"fact": "answer.E3", "op": "gt", "value": 50}]
}


def sections() -> list[Fields]:
    return [
        {"key": "profile", "title": text("Your enterprise"), "profile": True, "questions": PROFILE},
        {"key": "equipment", "title": text(HOSTILE, "设备"), "node": "equipment", "questions": EQUIPMENT},
        {"key": "talent", "title": text("Talent"), "node": "talent", "questions": TALENT},
    ]


def node(key: str, *measured: str) -> Fields:
    return {
        "key": key,
        "title": text(key.capitalize()),
        "why": text(f"Why {key} matters"),
        "weight": 1,
        "measures": [{"question": each, "weight": 1} for each in measured],
    }


def bank_document(**changes: Any) -> BankDocument:
    written = {
        "slug": DEFAULT_BANK,
        "locales": ["en", "zh-hans"],
        "title": text("Small bank"),
        "notice": text("Indicative, not an official rating."),
        "seconds_per_question": 30,
        "sections": sections(),
        "tree": {
            "key": "overall",
            "title": text("Overall"),
            "children": [node("equipment", "E1", "E2", "E3"), node("talent", "T1", "T2")],
        },
        "levels": [{"key": "first", "title": text("First"), "lower": 0}],
        "consistency": [
            {"key": "none", "when": CONTRADICTION, "message": text("No machine, yet half."), "questions": ["E2", "E3"]}
        ],
        "reference_lines": [
            {
                "key": "national",
                "title": text("Machines that are digital"),
                "value": "55.70",
                "unit": "%",
                "period": "2022",
                "kind": "mean",
                "scope": text("Large enterprises"),
                "source": text("A press conference"),
            }
        ],
    }
    return BankDocument.model_validate(written | changes)


def make_release(document: BankDocument, major: int = 1, minor: int = 0) -> Release:
    bank, _created = Bank.objects.get_or_create(slug=document.slug, defaults={"title": document.title})
    return Release.objects.create(
        bank=bank,
        major=major,
        minor=minor,
        document=canonical_json(document),
        content_hash=content_hash(document),
        structure_hash=content_hash(document),
    )
