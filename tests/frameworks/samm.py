"""OWASP SAMM 2: five business functions, fifteen practices, two streams, three maturity levels, ninety questions.

Structure and answer set (0, 0.25, 0.5, 1): github.com/owaspsamm/core, model/answer_sets/A.yml (read 2026-11-22).
"""

from typing import Any

from assessment.scoring.document import BankDocument
from tests.frameworks.documents import Fields, choice, measures, node, text, worth

FUNCTIONS = {
    "governance": {"SM": "Strategy and metrics", "PC": "Policy and compliance", "EG": "Education and guidance"},
    "design": {"TA": "Threat assessment", "SR": "Security requirements", "SA": "Security architecture"},
    "implementation": {"SB": "Secure build", "SD": "Secure deployment", "DM": "Defect management"},
    "verification": {"AA": "Architecture assessment", "RT": "Requirements-driven testing", "ST": "Security testing"},
    "operations": {"IM": "Incident management", "EM": "Environment management", "OM": "Operational management"},
}
PRACTICES = [practice for practices in FUNCTIONS.values() for practice in practices]
LEVELS = (1, 2, 3)
STREAMS = ("A", "B")
OPTIONS = worth("credit", none=0, some="0.25", half="0.5", most=1)


def question_key(practice: str, level: int, stream: str) -> str:
    return f"{practice}_{level}{stream}"


QUESTIONS = [question_key(practice, level, stream) for practice in PRACTICES for level in LEVELS for stream in STREAMS]


def _level(practice: str, level: int) -> Fields:
    asked = [question_key(practice, level, stream) for stream in STREAMS]
    return node(f"{practice}_{level}", f"Maturity level {level}", scale=1, measures=measures(*asked))


def _practice(key: str, title: str) -> Fields:
    return node(key, title, weight=1, aggregate="sum", children=[_level(key, level) for level in LEVELS])


def _by_streams(key: str, title: str) -> Fields:
    streams = [
        node(
            f"{key}_{stream}",
            f"Stream {stream}",
            weight=1,
            aggregate="sum",
            measures=measures(*[question_key(key, level, stream) for level in LEVELS]),
        )
        for stream in STREAMS
    ]
    return node(key, title, weight=1, children=streams)


def _tree(practice: Any) -> Fields:
    functions = [
        node(key, key.capitalize(), weight=1, children=[practice(*each) for each in practices.items()])
        for key, practices in FUNCTIONS.items()
    ]
    return node("overall", "Overall", children=functions)


def _sections() -> list[Fields]:
    return [
        {
            "key": f"section_{function}",
            "title": text(function.capitalize()),
            "node": function,
            "questions": [
                choice(
                    question_key(practice, level, stream), f"{title}, stream {stream}, level {level}?", list(OPTIONS)
                )
                for practice, title in practices.items()
                for level in LEVELS
                for stream in STREAMS
            ],
        }
        for function, practices in FUNCTIONS.items()
    ]


def _everywhere(**by_level: str) -> dict[str, str]:
    return {
        question_key(practice, level, stream): by_level[f"l{level}"]
        for practice in PRACTICES
        for level in LEVELS
        for stream in STREAMS
    }


def _examples() -> list[Fields]:
    begun = {"SM_1A": "most", "SM_1B": "half", "SM_2A": "some", "SM_2B": "some"}
    begun |= {"PC_1A": "most", "PC_1B": "most", "PC_2A": "half", "PC_2B": "some", "PC_3A": "some"}
    begun |= {"EG_1A": "half", "EG_1B": "some"}
    return [
        _example("nothing", _everywhere(l1="none", l2="none", l3="none"), overall="0.00", SM="0.00"),
        # 1 + 0.5 + 0.25 in every practice
        _example("falling", _everywhere(l1="most", l2="half", l3="some"), overall="1.75", SM="1.75", design="1.75"),
        # strategy 0.75 + 0.25, policy 1 + 0.375 + 0.125, education 0.375: governance 2.875 / 3, overall a fifth of it
        _example(
            "begun",
            _everywhere(l1="none", l2="none", l3="none") | begun,
            **{"SM": "1.00", "PC": "1.50", "EG": "0.38", "governance": "0.96", "design": "0.00", "overall": "0.19"},
        ),
        _example("everything", _everywhere(l1="most", l2="most", l3="most"), overall="3.00", SM="3.00"),
    ]


def _example(key: str, answers: dict[str, str], **shown: str) -> Fields:
    expect = {name: {"shown": written, "status": "scored"} for name, written in shown.items()}
    return {"key": key, "title": text(key.capitalize()), "answers": answers, "expect": expect}


def samm(by_streams: bool = False) -> BankDocument:
    """This function will return SAMM 2 as it is published: a practice is the sum over levels of the mean of streams.

    With `by_streams` a practice is written as the mean of its streams, each the sum of its levels: the same number.
    """
    return BankDocument.model_validate(
        {
            "slug": "samm-streams" if by_streams else "samm",
            "locales": ["en"],
            "title": text("Software assurance maturity"),
            "display": {"decimals": 2},
            "sections": _sections(),
            "tree": _tree(_by_streams if by_streams else _practice),
            "examples": _examples(),
        }
    )
