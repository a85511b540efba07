"""What is kept of a submitted assessment, and the hash that shows it was not touched since."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from assessment.responses.models import Assessment, Perspective, Result
from assessment.scoring.answers import Answer
from assessment.scoring.freeze import freeze_answers, freeze_scorecard
from assessment.scoring.scorecard import Scorecard


def make_result(
    assessment: Assessment,
    scorecard: Scorecard,
    answers: Mapping[str, Answer],
    submitted_at: datetime,
    perspective: Perspective = Perspective.SELF,
) -> Result:
    """This function will return the result to store. All answers are in it, also those of hidden questions."""
    frozen_card, frozen_answers = freeze_scorecard(scorecard), freeze_answers(answers)
    return Result(
        assessment=assessment,
        perspective=perspective,
        release=assessment.release,
        scope=assessment.scope,
        scorecard=frozen_card,
        answers=frozen_answers,
        content_hash=content_hash(assessment.release.content_hash, frozen_card, frozen_answers),
        submitted_at=submitted_at,
    )


def content_hash(release_hash: str, scorecard: Mapping[str, object], answers: Mapping[str, object]) -> str:
    """This function will return the SHA-256 over the bank's hash, the scorecard and the answers, in hexadecimal."""
    content = {"release": release_hash, "scorecard": scorecard, "answers": answers}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
