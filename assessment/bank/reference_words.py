"""What the reference of the bank document says about facts and the operators that they may be asked with."""

from assessment.scoring.conditions import Operator
from assessment.scoring.fact_catalogue import FactType, Family

FACT_TYPES = {
    FactType.NUMBER: "a number",
    FactType.LEVEL: "the number of a level, counted from 0",
    FactType.CHOICE: "one option",
    FactType.YES_NO: "one option of two",
    FactType.CHOICES: "a set of options",
    FactType.TEXT: "free text",
}

# operator: what stands as its value, when it is true
OPERATOR_MEANINGS = {
    Operator.LT: ("a number", "the fact is less"),
    Operator.LTE: ("a number", "the fact is less or equal"),
    Operator.EQ: ("a number", "the fact is equal, exactly"),
    Operator.GTE: ("a number", "the fact is greater or equal"),
    Operator.GT: ("a number", "the fact is greater"),
    Operator.BETWEEN: ("`[low, high]`", "the fact is between the two, both included"),
    Operator.IS: ("an option", "the fact is this option"),
    Operator.IN: ("a list of options", "the fact is one of them"),
    Operator.HAS: ("an option", "the set holds it"),
    Operator.HAS_ANY: ("a list of options", "the set holds at least one of them"),
    Operator.HAS_NONE: ("a list of options", "the set holds none of them"),
    Operator.KNOWN: ("none", "the fact has a value; never undecided"),
}

# family: what stands after the dot, what its value is, when it is not known
FAMILIES = {
    Family.PROFILE: (
        "a question of the profile, or `size_class`",
        "as `answer.`; the size class is one option",
        "as `answer.`; a size class that the profile does not decide",
    ),
    Family.ANSWER: (
        "a question",
        "by kind: `single`, `likert`, `yes_no` the option; `multi` the set of options; `table` the set of `row:option`;"
        " `percent`, `number` the number (two counts: 100 × part ÷ whole)",
        "unanswered, “I don't know”, “does not apply”, hidden, not in scope",
    ),
    Family.UNKNOWN: (
        "a question",
        "`yes` if it is asked and is unanswered or “I don't know”, else `no`",
        "never",
    ),
    Family.NODE: ("a node", "its points, on its own scale", "no score is shown, or the node has no number"),
    Family.LEVEL: (
        "a node; alone, without a dot: the level of the root",
        "the number of its level, counted from 0 in its own levels",
        "no level",
    ),
    Family.COVERAGE: ("a node", "its answered share, 0 to 1", "nothing below it applies"),
    Family.RANK: (
        "a node",
        "1 + how many nodes under the same parent show a lower score: 1 is the weakest",
        "no score is shown",
    ),
    Family.CONTRIBUTION: (
        "a question",
        "what it could still add to the overall score, in points of the root",
        "it is not in the score",
    ),
}
