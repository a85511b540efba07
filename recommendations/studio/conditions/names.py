"""What the facts of a bank are called where one is chosen, and the groups in which they are offered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import Fact, Family, short_title
from assessment.scoring.texts import Text, localise

ANSWERS = (Family.PROFILE, Family.ANSWER)
MEASURED = (Family.NODE, Family.LEVEL, Family.COVERAGE, Family.RANK)


@dataclass(frozen=True)
class Heading:
    """A group of facts: what it is called, and their names in reading order."""

    title: str
    facts: tuple[str, ...]


class Names:
    """The facts of one bank in the words of one language."""

    def __init__(self, document: BankDocument, facts: Mapping[str, Fact], locale: str) -> None:
        self._document = document
        self._facts = facts
        self._locale = locale
        self._questions = walk.questions_by_key(document)
        self._nodes = {node.key: node.title for _place, node in walk.nodes(document)}

    def title(self, fact: Fact) -> str:
        """This function will return what a fact is called where it stands alone: "Score of Equipment"."""
        _family, _dot, key = fact.name.partition(".")
        if key in self._nodes and fact.family in MEASURED:
            return self._of_node(fact.family) % {"name": self._said(self._nodes[key])}
        if fact.question is None:
            return self._said(fact.title)[:1].upper() + self._said(fact.title)[1:]
        name = _("%(title)s (%(key)s)") % {
            "title": self._said(short_title(self._questions[fact.question])),
            "key": fact.question,
        }
        if fact.family is Family.UNKNOWN:
            return pgettext("condition", "Left open: %(name)s") % {"name": name}
        if fact.family is Family.CONTRIBUTION:
            return pgettext("condition", "Still to win with %(name)s") % {"name": name}
        return name

    def headings(self) -> Iterator[Heading]:
        """This function will yield the groups: answers by section, scores by barrier, then what is asked for rarely."""
        yield from self._by_section(ANSWERS, "%(section)s")
        yield from self._by_barrier()
        yield from self._by_section((Family.UNKNOWN,), pgettext("condition", "Left open: %(section)s"))
        yield from self._by_section((Family.CONTRIBUTION,), pgettext("condition", "Still to win: %(section)s"))

    def _by_section(self, families: tuple[Family, ...], template: str) -> Iterator[Heading]:
        sections = self._document.sections
        home = next((section for section in sections if section.profile), sections[0])
        for section in sections:
            names = [f"{family.value}.{question.key}" for question in section.questions for family in families]
            if section is home and Family.PROFILE in families:
                names += [fact.name for fact in self._facts.values() if _is_derived(fact)]
            title = template % {"section": self._said(section.title)}
            yield Heading(title, tuple(name for name in names if name in self._facts))

    def _by_barrier(self) -> Iterator[Heading]:
        root = self._document.tree
        whole = ["level", *(f"{family.value}.{root.key}" for family in MEASURED)]
        yield Heading(pgettext("condition", "Scores: the whole"), tuple(name for name in whole if name in self._facts))
        for child in root.children:
            keys = [node.key for _place, node in walk.nodes_below(child)]
            names = [f"{family.value}.{key}" for key in keys for family in MEASURED]
            title = pgettext("condition", "Scores: %(node)s") % {"node": self._said(child.title)}
            yield Heading(title, tuple(name for name in names if name in self._facts))

    def _of_node(self, family: Family) -> str:
        return {
            Family.NODE: pgettext("condition", "Score of %(name)s"),
            Family.LEVEL: pgettext("condition", "Level of %(name)s"),
            Family.COVERAGE: pgettext("condition", "Answered share of %(name)s"),
            Family.RANK: pgettext("condition", "Place of %(name)s, counted from the weakest"),
        }[family]

    def _said(self, text: Text) -> str:
        return localise(text, self._locale)


def _is_derived(fact: Fact) -> bool:
    """The size class, which follows from answers and is none itself."""
    return fact.family is Family.PROFILE and fact.question is None
