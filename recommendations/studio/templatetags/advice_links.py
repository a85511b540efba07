"""Which rules look at a question, asked for only where it is shown."""

from django import template

from recommendations.studio.access import Workshop
from recommendations.studio.advice.links import RuleLink, rules_of_question
from recommendations.studio.advice.papers import papers_of

register = template.Library()


@register.simple_tag
def rules_looking_at(workshop: Workshop, question_key: str) -> list[RuleLink]:
    """This tag will return the rules of the playbook's working copy that look at a question; [] without a playbook."""
    if workshop.playbook is None:
        return []
    papers = papers_of(workshop)
    return rules_of_question(papers.playbook, papers.bank, question_key)
