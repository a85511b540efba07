"""Published answers with their published alphas, to the printed digits.

Source: pingouin 0.7.0, documentation of `cronbach_alpha`, whose results "have been tested against the psych R package",
and the data sets that come with it; item statistics by the formulas of psych, calculated on Python 3.11.
"""

WITH_GAPS = [  # 12 respondents, 11 items worth 0 or 1; None = no answer
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0],
    [None, 0, 1, 1, None, 1, 1, 1, 1, 0, 0],
    [1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 0],
    [1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0],
    [0, 1, None, 0, 1, 1, 1, 1, 0, 0, 0],
    [1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
    [0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0],
    [1, 0, 0, 1, 0, 1, 0, 0, None, 0, 0],
    [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
]
PAIRWISE_ALPHA, PAIRWISE_INTERVAL = 0.732660835214447, (0.435, 0.909)
LISTWISE_ALPHA, LISTWISE_INTERVAL = 0.8016949152542373, (0.581, 0.933)

LIKERT_ITEMS = ["Q1", "Q10", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9"]
LIKERT = [  # 15 respondents
    [3, 2, 2, 4, 1, 4, 5, 1, 4, 3],
    [5, 5, 4, 6, 3, 5, 1, 2, 5, 5],
    [7, 5, 3, 5, 5, 6, 4, 3, 3, 6],
    [2, 3, 4, 3, 3, 2, 2, 2, 6, 6],
    [6, 5, 5, 6, 5, 4, 4, 4, 6, 7],
    [1, 2, 2, 3, 4, 2, 5, 2, 3, 5],
    [4, 3, 3, 5, 3, 5, 2, 1, 2, 4],
    [2, 5, 4, 4, 3, 7, 2, 2, 4, 6],
    [6, 2, 5, 5, 5, 1, 6, 5, 2, 3],
    [5, 2, 4, 6, 4, 3, 5, 3, 1, 7],
    [4, 1, 3, 5, 2, 5, 3, 2, 3, 4],
    [4, 4, 2, 3, 2, 5, 3, 4, 2, 3],
    [5, 5, 5, 6, 2, 3, 3, 2, 4, 4],
    [6, 5, 5, 5, 4, 2, 2, 1, 4, 6],
    [4, 4, 3, 5, 5, 3, 1, 3, 2, 3],
]
LIKERT_ALPHA, LIKERT_INTERVAL = 0.5917188485995826, (0.195, 0.84)
LIKERT_ITEM_TOTAL = {
    "Q1": 0.5748,
    "Q10": 0.4337,
    "Q2": 0.5678,
    "Q3": 0.5214,
    "Q4": 0.4176,
    "Q5": -0.1076,
    "Q6": -0.1572,
    "Q7": 0.261,
    "Q8": 0.0922,
    "Q9": 0.4434,
}
LIKERT_ALPHA_IF_DELETED = {"Q1": 0.4687, "Q5": 0.6685, "Q6": 0.6711, "Q8": 0.6101}
