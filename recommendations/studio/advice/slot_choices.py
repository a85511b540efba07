"""The values that a rule's sentence may fill in: answers, scores and levels that the bank has."""

from typing import Any

from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from assessment.scoring.conditions import Condition
from assessment.scoring.document import Question
from assessment.scoring.ladders import ladders_of
from recommendations.rules.slots import Slot, SlotKind
from recommendations.studio.advice.choices import shortened
from recommendations.studio.advice.links import questions_of_condition
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.playbook_form import Choices

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
LONGEST_TITLE = 60


def known_slots(papers: Papers) -> frozenset[Slot]:
    """This function will return every slot that the bank can fill."""
    levels = [key for key, levels in ladders_of(papers.bank).items() if levels]
    return frozenset(
        [
            *(Slot(SlotKind.ANSWER, key) for key in papers.questions),
            *(Slot(SlotKind.NODE, key) for key in papers.nodes),
            *(Slot(SlotKind.LEVEL, key) for key in levels),
        ]
    )


def slot_choices(papers: Papers, when: Any) -> Choices:
    """This function will return the slots in groups: answers that the rule looks at come first."""
    condition = condition_of(when)
    asked = [] if condition is None else [link.question for link in questions_of_condition(condition, papers.bank)]
    first = {question.key for question in asked}
    others = [question for key, question in papers.questions.items() if key not in first]
    ladders = ladders_of(papers.bank)
    nodes = [(key, say(node.title) or key) for key, node in papers.nodes.items()]
    groups = [
        (_("Answers that the rule looks at"), _answers(asked)),
        (_("Other answers"), _answers(others)),
        (_("Scores"), [(f"node.{key}", title) for key, title in nodes]),
        (_("Levels"), [(f"level.{key}", title) for key, title in nodes if ladders[key]]),
    ]
    return [("", "–"), *((title, group) for title, group in groups if group)]


def condition_of(data: Any) -> Condition | None:
    """This function will return a condition from its JSON data, None where there is none or it cannot be read."""
    try:
        return None if data is None else CONDITION.validate_python(data)
    except ValidationError:
        return None


def _answers(questions: list[Question]) -> Choices:
    return [
        (f"answer.{each.key}", f"{each.key} · {shortened(say(each.short or each.text), LONGEST_TITLE)}")
        for each in questions
    ]
