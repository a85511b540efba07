"""Whether two texts in different languages name the same numbers, however each language writes them."""

import re
from fractions import Fraction

NUMBER = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)[\s-]*(万|亿|thousand|million|billion)?", re.IGNORECASE)
TIMES = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
MORE_WORDS = {1: ("first", "once", "single"), 2: ("second", "twice", "both", "half"), 3: ("third",), 4: ("quarter",)}
CHARACTERS = {
    1: "一首单",
    2: "二两双半",
    3: "三",
    4: "四",
    5: "五",
    6: "六",
    7: "七",
    8: "八",
    9: "九",
    10: "十",
    12: "年",
}


def same_numbers(one: str, other: str) -> bool:
    """This function will return whether each number in figures of either text is in the other, in figures or in words."""
    first, second = _figures(one), _figures(other)
    return all(_is_said(number, other) for number in first - second) and all(
        _is_said(number, one) for number in second - first
    )


def _figures(text: str) -> set[Fraction]:
    found = NUMBER.findall(text)
    return {Fraction(digits.replace(",", "")) * TIMES.get(unit.lower(), 1) for digits, unit in found}


def _is_said(number: Fraction, text: str) -> bool:
    """Small numbers are written as words, months by their names; ten thousand has a character of its own."""
    if number == TIMES["万"]:
        return "万" in text
    if number.denominator != 1 or not 1 <= number <= 12:
        return False
    small = int(number)
    words = {WORDS[small - 1], MONTHS[small - 1], *MORE_WORDS.get(small, ())}
    has_word = not words.isdisjoint(re.findall(r"[a-z]+", text.lower()))
    return has_word or any(character in text for character in CHARACTERS.get(small, ""))
