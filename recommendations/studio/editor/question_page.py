"""The page of one question: where it stands, what others say of it, and its form."""

import copy
from dataclasses import dataclass

from django.http import QueryDict

from assessment.bank.editing.flat import Data
from assessment.scoring.document import BankDocument
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import Draft
from recommendations.studio.editor.defaults import begun
from recommendations.studio.editor.feeding import feed, feeds_of, measuring_nodes, open_feed
from recommendations.studio.editor.keys import next_question_key
from recommendations.studio.editor.kinds import kind_of
from recommendations.studio.editor.parts import keys_of, question_at, questions_of, section_at
from recommendations.studio.editor.question_form import Surroundings
from recommendations.studio.editor.sheet import Sheet, filled_sheet, typed_sheet


@dataclass(frozen=True)
class Desk:
    """A question, there already or to be added, in the working copy as the person saw it."""

    workshop: Workshop
    draft: Draft
    section: Data
    question: Data
    feeds: list[Data]
    around: Surroundings
    nodes: list[tuple[str, str]]

    @property
    def key(self) -> str:
        return str(self.question["key"])

    def sheet(self, base: int | None = None) -> Sheet:
        """This function will return the form with the question in it."""
        return filled_sheet(
            self.around, self.draft.base if base is None else base, self.question, self.feeds, self.nodes
        )

    def typed(self, sent: QueryDict, *, redrawn: bool = False) -> Sheet:
        """This function will return the form with what was typed."""
        return typed_sheet(self.around, sent, self.nodes, redrawn=redrawn)

    def put(self, sheet: Sheet) -> str:
        """This function will put what the form makes into the data of the draft and return the question's key."""
        return self._put(sheet.question(), sheet.feeds)

    def begun_document(self) -> BankDocument:
        """This function will return the bank with the question as it is there, or as a new one begins."""
        self._put(self.question, self.feeds)
        return self.document()

    def document(self) -> BankDocument:
        """This function will return the bank as the draft says it now, or raise DocumentError."""
        document: BankDocument = self.draft.craft.document(copy.deepcopy(self.draft.data), self.workshop.bank.slug)
        return document

    def _put(self, question: Data, feeds: list[Data]) -> str:
        questions = self.section["questions"]
        if self.around.is_new:
            questions.append(question)
        else:
            questions[questions.index(self.question)] = question
        feed(self.draft.data, question["key"], feeds)
        return str(question["key"])


def desk_of(workshop: Workshop, draft: Draft, question_key: str, locale: str) -> Desk:
    """This function will return a question with what its form needs, or raise Http404."""
    section, question = question_at(draft.data, question_key)
    around = Surroundings(draft.document, section["key"], question_key, locale)
    nodes = measuring_nodes(draft.data, locale)
    return Desk(workshop, draft, section, question, feeds_of(draft.data, question_key), around, nodes)


def desk_for_new(workshop: Workshop, draft: Draft, section_key: str, kind: str, locale: str) -> Desk:
    """This function will return a question of `kind` that is not there yet, with what it begins with."""
    section = section_at(draft.data, section_key)
    taken = frozenset(keys_of(list(questions_of(draft.data))))
    key = next_question_key(draft.data, section_key)
    around = Surroundings(draft.document, section_key, key, locale, taken)
    question = begun(kind_of(kind), key, draft.locales, is_scored=not section.get("profile"))
    feeds = open_feed(draft.data, section)
    return Desk(workshop, draft, section, question, feeds, around, measuring_nodes(draft.data, locale))
