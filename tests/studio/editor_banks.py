"""A small bank with its playbook to edit, and somebody else who edits it meanwhile."""

import copy
from collections.abc import Callable
from typing import Any

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.editing.actions import change_copy
from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.flat import Data
from assessment.bank.models import Bank
from assessment.scoring.document import BankDocument
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.models import Playbook
from recommendations.rules.document import PlaybookDocument

SLUG = "small-shop"
OUTLINE = f"/studio/banks/{SLUG}/questions/"
SECTIONS = f"/studio/banks/{SLUG}/sections/"


def both(english: str, chinese: str) -> dict[str, str]:
    return {"en": english, "zh-hans": chinese}


def options(*credits: str) -> list[Data]:
    return [
        {"key": f"l{place}", "label": both(f"Step {place}", f"第{place}档"), "credit": credit}
        for place, credit in enumerate(credits)
    ]


def sections() -> list[Data]:
    return [
        {
            "key": "profile",
            "title": both("Profile", "概况"),
            "profile": True,
            "questions": [
                {
                    "key": "staff",
                    "kind": "number",
                    "text": both("How many people?", "多少人？"),
                    "minimum": "1",
                    "core": True,
                }
            ],
        },
        {
            "key": "tools",
            "title": both("Tools", "工具"),
            "node": "tools",
            "questions": [
                {
                    "key": "T01",
                    "kind": "single",
                    "text": both("Do you have a website?", "有网站吗？"),
                    "short": both("Website", "网站"),
                    "core": True,
                    "required": True,
                    "options": options("0", "0.5", "1"),
                },
                {
                    "key": "T02",
                    "kind": "yes_no",
                    "text": both("Is it kept up to date?", "网站经常更新吗？"),
                    "visible_if": {"fact": "answer.T01", "op": "in", "value": ["l1", "l2"]},
                    "options": options("0", "1"),
                },
                {"key": "T03", "kind": "text", "text": both("Anything else?", "还有什么？")},
            ],
        },
        {
            "key": "people",
            "title": both("People", "人员"),
            "questions": [
                {
                    "key": "P01",
                    "kind": "percent",
                    "text": both("What share was trained?", "培训比例？"),
                    "minimum": "0",
                    "maximum": "100",
                    "linear": {"zero_at": "0", "full_at": "100"},
                }
            ],
        },
    ]


def tree() -> Data:
    return {
        "key": "overall",
        "title": both("Overall", "总体"),
        "children": [
            {
                "key": "tools",
                "title": both("Tools", "工具"),
                "measures": [{"question": "T01", "weight": "3"}, {"question": "T02", "weight": "1"}],
            },
            {"key": "people", "title": both("People", "人员"), "measures": [{"question": "P01", "weight": "1"}]},
        ],
    }


def example(key: str) -> Data:
    return {
        "key": key,
        "title": both("A shop", "一家小店"),
        "answers": {"T01": "l2", "T02": "l1", "P01": 50},
        "expect": {"people": {"score": "50"}},
    }


def small_bank(**parts: Any) -> Bank:
    """This function will make the small bank, with `parts` of its document put in."""
    document = {
        "slug": SLUG,
        "locales": ["en", "zh-hans"],
        "title": both("Small shop", "小店"),
        "sections": sections(),
        "tree": tree(),
        "examples": [example("middling")],
        **parts,
    }
    return load_bank(document=BankDocument.model_validate(document))


def small_playbook() -> Playbook:
    """This function will make a playbook for it with one action and one rule, which asks for T01."""
    text = both("Text", "文字")
    document = PlaybookDocument.model_validate(
        {
            "slug": "shop-playbook",
            "bank": SLUG,
            "locales": ["en", "zh-hans"],
            "title": text,
            "efforts": [{"key": "small", "title": text}],
            "cost_bands": [{"key": "low", "title": text, "minimum": 0}],
            "priority_bands": [{"key": "all", "title": text, "from_priority": 1}],
            "actions": [
                {
                    "key": "A1",
                    "node": "tools",
                    "title": both("Make a website", "建网站"),
                    "why": text,
                    "steps": [text],
                    "effort": "small",
                    "cost_band": "low",
                    "weeks": {"minimum": 1, "maximum": 2},
                    "raises": [{"node": "tools", "levels": 1, "up_to": 4}],
                }
            ],
            "rules": [
                {
                    "key": "R1",
                    "when": {"fact": "answer.T01", "op": "is", "value": "l0"},
                    "recommends": "A1",
                    "priority": 50,
                    "because": both("You said {answer.P01}.", "您说{answer.P01}。"),
                }
            ],
        }
    )
    return load_playbook(document=document)


def edited(bank: Bank, by: User, change: Callable[[Data], Any]) -> None:
    """This function will change the bank as it stands now, as somebody else would."""
    bank.refresh_from_db()
    data = copy.deepcopy(BANK.data(bank))
    change(data)
    change_copy(craft=BANK, copy=bank, base=bank.revision, data=data, by=by)
    bank.refresh_from_db()


def data_of(bank: Bank) -> Data:
    bank.refresh_from_db()
    return BANK.data(bank)


def order(bank: Bank) -> list[tuple[str, list[str]]]:
    return [(each["key"], [question["key"] for question in each["questions"]]) for each in data_of(bank)["sections"]]
