import pytest
from django.utils.safestring import SafeString

from assessment.responses.bank_words import marked, marked_answer, marked_parts, other_language
from assessment.scoring.answers import UNKNOWN, Value
from assessment.scoring.document import Question
from tests.responses.conftest import answered
from tests.responses.other_bank import COUNT, PLACE, TICKED


@pytest.mark.parametrize(
    ("text", "language", "html"),
    [
        ({"en": "R&D", "de": "F&E"}, "", "R&amp;D"),
        ({"de": "F&E"}, "de", '<span lang="de">F&amp;E</span>'),
        ({"zh-hans": "研发", "en": "R&D"}, "", "R&amp;D"),
        ({}, "", ""),
        ({"de": ""}, "de", ""),
    ],
)
def test_words_in_another_language_say_so(text: dict[str, str], language: str, html: str) -> None:
    assert (other_language(text, "en"), marked(text, "en")) == (language, html)
    assert isinstance(marked(text, "en"), SafeString)


def test_english_stands_in_before_the_first_language() -> None:
    assert marked({"de": "F&E", "en": "R&D"}, "zh-hans") == '<span lang="en">R&amp;D</span>'


def test_every_paragraph_says_its_language() -> None:
    assert marked_parts({"de": "Eins.\n\n\n\nZwei."}, "en") == [
        '<span lang="de">Eins.</span>',
        '<span lang="de">Zwei.</span>',
    ]


@pytest.mark.parametrize(
    ("written", "value", "html"),
    [
        (PLACE, "place3", '<span lang="de">Ort 3</span>'),
        (TICKED, {"laser": ["used"]}, '<span lang="de">Laser: Genutzt</span>'),
        (TICKED, {}, "None of these"),
        (COUNT, "12", "12 Stück"),
    ],
)
def test_answers_say_the_language_of_their_options(written: dict[str, object], value: Value, html: str) -> None:
    assert marked_answer(Question.model_validate(written), answered(value), "en") == html


def test_what_is_not_known_is_said_by_the_interface() -> None:
    question = Question.model_validate(TICKED)
    assert [marked_answer(question, answer, "en") for answer in (UNKNOWN, None)] == ["I don’t know", "Not answered"]
