"""The sample playbook, released beside its bank."""

from typing import Any

from assessment.bank.actions import load_bank, release_bank
from assessment.bank.models import Release
from assessment.scoring.document import WorkedExample
from recommendations.rules.document import PlaybookDocument
from tests.rules.samples import LOW, action, both, playbook, rule, sample_bank


def written_playbook() -> PlaybookDocument:
    return playbook(
        [
            action(
                "A",
                steps=[both("Begin."), both("Go on.")],
                source=both("Estimate."),
                categories=["c"],
                measures=["m"],
                raises=[
                    {"node": "machines", "question": "steps", "levels": 1, "up_to": 4},
                    {
                        "node": "machines",
                        "question": "tools",
                        "options": ["big", "small", "other"],
                        "levels": 4,
                        "up_to": 4,
                    },
                    {"node": "machines", "question": "share", "levels": 1, "up_to": 4},
                ],
            ),
            action(
                "B",
                requires=["A"],
                cost_band="much",
                suits={
                    "any": [
                        {"fact": "profile.staff", "op": "gte", "value": 5},
                        {"not": {"fact": "node.all", "op": "lt", "value": 0.5}},
                    ]
                },
                follows=["A"],
                raises=[
                    {"node": "people", "levels": 2, "up_to": 3},
                    {"node": "machines", "question": "steps", "levels": 1, "up_to": 2},
                ],
            ),
        ],
        [
            rule("a", "A", because=both("You chose {answer.steps}.")),
            rule("b", "B", when={"all": [{"fact": "node.people", "op": "lt", "value": 40.5}]}, priority=80),
        ],
    )


def worked_examples() -> list[dict[str, Any]]:
    """This function will return the three worked examples that a release needs."""
    answers = {key: answer.value for key, answer in LOW.items()}
    example = {"title": both("Low"), "answers": answers, "expect": {"all": {"score": "14.3"}}}
    return [
        WorkedExample.model_validate(example | {"key": f"low{number}"}).model_dump(mode="json") for number in range(3)
    ]


def released_bank() -> Release:
    """This function will load and release the sample bank."""
    return release_bank(bank=load_bank(document=sample_bank(examples=worked_examples())))
