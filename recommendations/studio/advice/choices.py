"""What may be chosen in the forms of the playbook: parts of the bank, scales, actions, and what the catalogue has."""

from collections.abc import Callable

from assessment.scoring.document import Kind, Node, Question
from recommendations.catalogue.models import Category, PublicMeasure
from recommendations.rules.sources import Sources
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.playbook_form import Choices

INDENT = "\u2003"
NONE = ("", "–")


def node_choices(papers: Papers) -> Choices:
    """This function will return the nodes of the bank in reading order, each moved in by how deep it hangs."""
    return list(_nodes(papers.bank.tree, 0))


def _nodes(node: Node, depth: int) -> Choices:
    own = (node.key, f"{INDENT * depth}{say(node.title) or node.key}")
    return [own, *(each for child in node.children for each in _nodes(child, depth + 1))]


def answer_choices(papers: Papers) -> Callable[[str], Choices]:
    """This function will return what gives, for a node, the answers that an action may lead to: of each question measured
    below it `QUESTION.option`, or `QUESTION` where there is nothing to choose from.
    """
    sources = Sources(papers.bank)

    def below(node: str) -> Choices:
        questions = [sources.questions[key] for key in sources.measured.get(node, ())]
        return [each for question in questions for each in _answers(question)]

    return below


def _answers(question: Question) -> Choices:
    asked = f"{question.key} · {shortened(say(question.short) or say(question.text), 60)}"
    whole = [] if question.kind is Kind.MULTI else [(question.key, asked)]
    return [
        *whole,
        *(
            (f"{question.key}.{option.key}", f"{asked}: {say(option.label) or option.key}")
            for option in question.options
            if not option.exclusive
        ),
    ]


def titled_choices(papers: Papers, part: str) -> Choices:
    """This function will return the items of one list of the playbook by key, with their titles."""
    return [(item["key"], say(item.get("title")) or item["key"]) for item in papers.items(part)]


def action_choices(papers: Papers, without: str = "") -> Choices:
    return [
        (action["key"], f"{action['key']} · {say(action.get('title'))}")
        for action in papers.items("actions")
        if action["key"] != without
    ]


def source_choices(papers: Papers) -> Choices:
    return [(source["key"], shortened(say(source.get("text"))) or source["key"]) for source in papers.items("sources")]


def category_choices(papers: Papers) -> Choices:
    """This function will return the categories that the catalogue has for the bank. One query."""
    rows = Category.objects.filter(bank_slug=papers.slug).order_by("position", "key").only("key", "title")
    return [(row.key, str(row)) for row in rows]


def measure_choices() -> Choices:
    """This function will return the public measures of the catalogue. One query."""
    rows = PublicMeasure.objects.order_by("position", "key").only("key", "title")
    return [(row.key, str(row)) for row in rows]


def shortened(text: str, longest: int = 120) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
