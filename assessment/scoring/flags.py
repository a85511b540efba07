"""Signs that a questionnaire was not answered with care. A flag changes no score and hides no answer.

A flag is a question to ask, not a finding: an enterprise at the very beginning answers alike with good reason.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument, Kind, Question
from assessment.scoring.texts import Text, localise
from assessment.scoring.walk import measured, questions

# Curran (2016), Journal of Experimental Social Psychology 66, 4–19, proposes half of a scale answered alike as a first
# rule. Here the questions are ladders of different content, on which a beginner honestly stays below: so far more.
ALIKE_FROM = Fraction(9, 10)
SCALE_ANSWERS = 10
FEWEST_OPTIONS = 3  # of two options, the same one again and again is no pattern
SCALES = frozenset({Kind.SINGLE, Kind.LIKERT, Kind.TABLE})

# Brysbaert (2019), Journal of Memory and Language 109, 104047: most adults read English non-fiction silently at 175 to
# 300 words a minute. Here the quickest of these reads the question alone, without its options, help and thinking.
SECONDS_PER_WORD = 60 / 300
CHARACTERS_PER_WORD = 1.4  # of the questions of the bank that ships: 959 Chinese characters, 685 English words
CHINESE = ("\u4e00", "\u9fff")
TIMED_ANSWERS = 10
TOGETHER_SECONDS = 1.0  # what is saved within a second of each other was sent at once: a form, or after being offline


@dataclass(frozen=True, slots=True)
class StraightLine:
    """`count` of `of` answers on scales stand at the same place of their scale."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class TooFast:
    """Half of the answers took `seconds` or less; reading half of the questions takes `needed` or more."""

    seconds: float
    needed: float


@dataclass(frozen=True, slots=True)
class Flags:
    """`contradictions` are the keys of the bank's consistency checks that hold."""

    straight_line: StraightLine | None
    too_fast: TooFast | None
    contradictions: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.straight_line or self.too_fast or self.contradictions)


class FlagRules:
    """What one bank asks, prepared once for many respondents."""

    def __init__(self, document: BankDocument) -> None:
        scored = measured(document)
        self._texts: dict[str, Text] = {question.key: question.text for _, _, question in questions(document)}
        self._reading: dict[str, dict[str, float]] = {}
        self._places = {
            question.key: _places(question)
            for _, _, question in questions(document)
            if question.key in scored and question.kind in SCALES and len(question.options) >= FEWEST_OPTIONS
        }

    def flags(
        self,
        answers: Mapping[str, Answer],
        asked: Container[str],
        contradictions: Sequence[str],
        seconds: Sequence[float],
        locale: str,
    ) -> Flags:
        """This function will return what stands out. `seconds` are how long single answers took, see `answer_seconds`.

        `contradictions` are those of the scorecard; `locale` is the language in which the questions were read.
        """
        given = [key for key in self._texts if key in asked and key in answers]
        return Flags(
            straight_line(place for key in given for place in self._chosen(key, answers[key])),
            too_fast(seconds, [self._reading_in(locale)[key] for key in given]),
            tuple(contradictions),
        )

    def _reading_in(self, locale: str) -> Mapping[str, float]:
        if locale not in self._reading:
            self._reading[locale] = {key: reading_seconds(localise(text, locale)) for key, text in self._texts.items()}
        return self._reading[locale]

    def _chosen(self, key: str, answer: Answer) -> Iterator[Fraction]:
        """A table of scales is as many answers as it has rows."""
        places = self._places.get(key, {})
        value = answer.value
        chosen = value.values() if isinstance(value, dict) else [value]
        return (places[option] for option in chosen if isinstance(option, str) and option in places)


def straight_line(places: Iterable[Fraction]) -> StraightLine | None:
    """This function will return how many answers on scales stand at the same place, if those are nearly all of many.

    A place is 0 for the first option of a scale and 1 for the last.
    """
    counted = Counter(places)
    of = counted.total()
    count = max(counted.values(), default=0)
    return StraightLine(count, of) if of >= SCALE_ANSWERS and count >= ALIKE_FROM * of else None


def too_fast(seconds: Sequence[float], needed: Sequence[float]) -> TooFast | None:
    """This function will return both medians if answers took less time than reading the questions does."""
    if len(seconds) < TIMED_ANSWERS or not needed:
        return None
    taken, bound = median(seconds), median(needed)
    return TooFast(taken, bound) if taken < bound else None


def answer_seconds(saved: Iterable[float]) -> list[float]:
    """This function will return how long single answers took, from when they were first saved, in seconds from the start.

    Answers saved together share the time since the save before them. What was saved in the very first second was taken
    over from an earlier assessment, and says nothing.
    """
    taken: list[float] = []
    batches = [batch for batch in _batches(sorted(saved)) if batch[-1] >= TOGETHER_SECONDS]
    before = 0.0
    for batch in batches:
        taken += [(batch[-1] - before) / len(batch)] * len(batch)
        before = batch[-1]
    return taken


def _batches(saved: Sequence[float]) -> list[list[float]]:
    batches: list[list[float]] = []
    for at in saved:
        if batches and at - batches[-1][-1] < TOGETHER_SECONDS:
            batches[-1].append(at)
        else:
            batches.append([at])
    return batches


def reading_seconds(text: str) -> float:
    """This function will return how long a quick reader takes to read `text`, in English or Chinese."""
    characters = sum(1 for character in text if CHINESE[0] <= character <= CHINESE[1])
    words = len("".join(" " if character >= CHINESE[0] else character for character in text).split())
    return (words + characters / CHARACTERS_PER_WORD) * SECONDS_PER_WORD


def _places(question: Question) -> dict[str, Fraction]:
    last = len(question.options) - 1
    return {option.key: Fraction(place, last) for place, option in enumerate(question.options)}
