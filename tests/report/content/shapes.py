"""Small trees of other shapes for tests of the content."""

from typing import Any

from assessment.scoring.answers import read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from tests.report.banks import Asked, material_on

Json = dict[str, Any]
BARE = {
    "format": "fourfold-bank/1",
    "slug": "bare",
    "locales": ["en"],
    "title": {"en": "Bare"},
    "sections": [
        {
            "key": "all",
            "title": {"en": "All"},
            "questions": [
                {
                    "key": key,
                    "kind": "single",
                    "text": {"en": f"How far is {key}?"},
                    "options": [
                        {"key": f"p{points}", "label": {"en": str(points)}, "points": points} for points in (0, 1, 2)
                    ],
                }
                for key in "abcdefghij"
            ],
        }
    ],
}


def leaf(key: str, **more: object) -> Json:
    return {"key": f"n_{key}", "title": {"en": f"Node {key}"}, "measures": [{"question": key, "weight": 1}]} | more


def content_of(tree: Json, chosen: dict[str, str], **more: object) -> ReportContent:
    document = BankDocument.model_validate(BARE | {"tree": {"key": "root", "title": {"en": "Root"}} | tree} | more)
    scorer = Scorer(document)
    answers = {key: read_answer(scorer.index.questions[key], raw) for key, raw in chosen.items()}
    return build_content(material_on(Asked(scorer, answers)))


ALL = dict.fromkeys("abcdefghij", "p1")
