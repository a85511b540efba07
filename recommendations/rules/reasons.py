"""Why an action is recommended: the rule's sentence with its slots filled, and the answers behind it."""

from collections.abc import Mapping

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.credit import CHOICES
from assessment.scoring.document import BankDocument, Kind, Question
from assessment.scoring.explain import explain_answer, explain_condition
from assessment.scoring.fact_catalogue import facts_of
from assessment.scoring.facts import Lookup, UnknownFact
from assessment.scoring.figures import shown_points
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import Scorecard
from assessment.scoring.texts import Text, localise
from recommendations.rules.advice import Evidence, Reason
from recommendations.rules.document import Rule
from recommendations.rules.slots import Slot, SlotKind, fill_slots
from recommendations.rules.sources import Sources
from recommendations.rules.witnesses import witnesses

NOT_KNOWN = "–"
CHINESE = "zh"


class Reasons:
    """Words the reasons of one bank's playbook."""

    def __init__(self, document: BankDocument, sources: Sources) -> None:
        self._document = document
        self._facts = facts_of(document)
        self._ladders = ladders_of(document)
        self._sources = sources

    def reason(self, rule: Rule, lookup: Lookup, answers: Mapping[str, Answer], scorecard: Scorecard) -> Reason:
        """This function will return the reason that `rule`, which holds, gives: in every language in which it is written.

        Raises `UnknownFact` for a slot that names what the bank does not have.
        """
        text = self.sentence(rule, answers, scorecard)
        facts = [test.fact for test in witnesses(rule.when, lookup, True)]
        questions = dict.fromkeys(key for fact in facts for key in self._evidence(fact, scorecard))
        evidence = tuple(Evidence(key, answers.get(key)) for key in questions)
        return Reason(rule.key, rule.priority, text, evidence, self.condition(rule, lookup))

    def sentence(self, rule: Rule, answers: Mapping[str, Answer], scorecard: Scorecard) -> Text:
        """This function will return the `because` of `rule` with its slots filled, whether the rule holds or not.

        Raises `UnknownFact` for a slot that names what the bank does not have.
        """
        return {locale: self._filled(words, locale, answers, scorecard) for locale, words in rule.because.items()}

    def condition(self, rule: Rule, lookup: Lookup) -> Text:
        """This function will return what `rule` asks, in words, with the own value beside each comparison."""
        return {
            locale: explain_condition(rule.when, self._document, locale, lookup, self._facts) for locale in rule.because
        }

    def _evidence(self, fact: str, scorecard: Scorecard) -> tuple[str, ...]:
        """A score rests on the questions that still keep it from 100."""
        behind = self._sources.behind(fact)
        node = self._sources.node_of(fact)
        if node is None:
            return behind
        still_open = {one.question for one in scorecard.contributions[node] if one.open > 0}
        return tuple(key for key in behind if key in still_open)

    def _filled(self, words: str, locale: str, answers: Mapping[str, Answer], scorecard: Scorecard) -> str:
        def wording(slot: Slot) -> str:
            if slot.kind is SlotKind.ANSWER:
                return self._answer(slot.key, locale, answers)
            return self._node(slot, locale, scorecard)

        return fill_slots(words, wording)

    def _answer(self, key: str, locale: str, answers: Mapping[str, Answer]) -> str:
        if key not in self._sources.questions:
            raise UnknownFact(f"answer.{key}")
        return worded_answer(self._sources.questions[key], answers.get(key), locale)

    def _node(self, slot: Slot, locale: str, scorecard: Scorecard) -> str:
        if slot.key not in scorecard.nodes:
            raise UnknownFact(f"{slot.kind.value}.{slot.key}")
        node = scorecard.nodes[slot.key]
        if slot.kind is SlotKind.LEVEL:
            return NOT_KNOWN if node.level is None else localise(self._ladders[slot.key][node.level].title, locale)
        return NOT_KNOWN if node.points is None else shown_points(node.points, self._document.display)


def worded_answer(question: Question, answer: Answer | None, locale: str) -> str:
    """This function will return an answer as it stands inside a sentence: labels in quotation marks, numbers plain."""
    quoted = question.kind in CHOICES or question.kind is Kind.MULTI
    if not quoted or answer is None or answer.state is not AnswerState.ANSWERED:
        return explain_answer(question, answer, locale)
    chosen = answer.value if isinstance(answer.value, list) else [answer.value]
    labels = [localise(option.label, locale) for option in question.options if option.key in chosen]
    return ("、" if locale.startswith(CHINESE) else ", ").join(f"“{label}”" for label in labels)
