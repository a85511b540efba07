"""The files of an assessment for its enterprise, under the questions that they belong to."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from assessment.bank.releases import scorer_of
from assessment.responses.bank_words import marked
from assessment.responses.evidence import evidence_of
from assessment.responses.models import Assessment, EvidenceFile


@dataclass(frozen=True, slots=True)
class QuestionFiles:
    text: SafeString
    files: list[EvidenceFile]


def evidence_rows(assessment: Assessment) -> list[QuestionFiles]:
    """This function will return the files by question, in the order of asking. One query."""
    by_key: dict[str, list[EvidenceFile]] = {}
    for file in evidence_of(assessment):
        by_key.setdefault(file.question_key, []).append(file)
    questions = scorer_of(assessment.release_id).index.questions
    return [
        QuestionFiles(marked(question.text, get_language()), by_key[key])
        for key, question in questions.items()
        if key in by_key
    ]
