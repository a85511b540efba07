"""Fills the database that the environment names, and writes down what the load shall send: `prepare FOLDER`.

It writes saves-N.tsv and floor-N.tsv (one set of targets for each round) and pages.json.
"""

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

import django

django.setup()

# Models can be imported once Django is set up.
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.urls import reverse  # noqa: E402

from assessment.bank.queries import current_release  # noqa: E402
from assessment.bank.releases import scorer_of  # noqa: E402
from assessment.responses.actions import Opened, start_assessment  # noqa: E402
from assessment.responses.answering import Change, save_section  # noqa: E402
from assessment.responses.tokens import COOKIE_NAME  # noqa: E402
from assessment.scoring.answers import Answer, AnswerState  # noqa: E402
from assessment.scoring.scorecard import Scope  # noqa: E402
from recommendations.plan.actions import submit_and_advise  # noqa: E402
from tests.bench.floors import TABLE  # noqa: E402
from tests.bench.sample_answers import random_answers  # noqa: E402

BANK = "four-barriers"
SECTION = "rd_production"
ROUNDS = 3
ASSESSMENTS_EACH = 40
CSRF = "b" * 32


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    cookie: str


def _cookie(opened: Opened) -> str:
    return f"{COOKIE_NAME}={opened.token}; csrftoken={CSRF}"


def _start(scope: Scope = Scope.FULL) -> Opened:
    release = current_release(BANK)
    assert release is not None
    return start_assessment(enterprise_name="Benchmark", release=release, scope=scope, language="en")


def _targets(opened: Opened, answers: dict[str, Answer]) -> tuple[list[str], list[str]]:
    public_id, release = str(opened.assessment.public_id), str(opened.assessment.release_id)
    ours, floor = [], []
    for key, answer in answers.items():
        if answer.state is not AnswerState.ANSWERED:
            continue
        members = f'"value":{json.dumps(answer.value)},"release":"{release}"'
        path = reverse("responses:answer-save", args=[public_id, key])
        ours.append(f"{path}\t{_cookie(opened)}\t{members}\n")
        floor.append(f"/floor/{public_id}/answers/{key}/\t{_cookie(opened)}\t{members}\n")
    return ours, floor


def _answered(seed: int) -> Opened:
    opened = _start()
    answers = random_answers(scorer_of(opened.assessment.release_id).document, seed)
    save_section(assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in answers.items()])
    return opened


def main(folder: Path) -> None:
    """This function will fill the database and the folder."""
    call_command("set_up", stdout=sys.stderr)
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
    for turn in range(ROUNDS):
        ours: list[str] = []
        floor: list[str] = []
        for number in range(ASSESSMENTS_EACH):
            opened = _start()
            document = scorer_of(opened.assessment.release_id).document
            more = _targets(opened, random_answers(document, turn * ASSESSMENTS_EACH + number))
            ours += more[0]
            floor += more[1]
        (folder / f"saves-{turn}.tsv").write_text("".join(ours), encoding="utf-8")
        (folder / f"floor-{turn}.tsv").write_text("".join(floor), encoding="utf-8")
    open_one, submitted = _answered(1), _answered(2)
    submit_and_advise(assessment=submitted.assessment)
    pages = [
        Page("section", reverse("responses:section", args=[open_one.assessment.public_id, SECTION]), _cookie(open_one)),
        Page("result", reverse("report:result-show", args=[submitted.assessment.public_id]), _cookie(submitted)),
    ]
    (folder / "pages.json").write_text(json.dumps([asdict(page) for page in pages]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
