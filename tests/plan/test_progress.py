"""The progress page: one round, two, three; corrections, newer releases, strangers, and how often it asks."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.responses.actions import Opened, revise_assessment
from assessment.responses.models import Assessment
from assessment.responses.tokens import COOKIE_NAME
from assessment.scoring.answers import UNKNOWN
from assessment.scoring.document import BankDocument
from recommendations.plan.models import ItemStatus
from recommendations.playbook.models import PlaybookRelease
from tests.plan.rounds import answered, day_of, follow, plan_item, promise, submit_as
from tests.plan.test_progress_promises import AFTER, KNOWN
from tests.responses.banks import make_release
from tests.rules.samples import sample_bank, steps_of_five


@pytest.fixture
def opened(playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]) -> Opened:
    opened = answered_assessment(KNOWN)
    submit_as(opened, 1)
    return opened


@pytest.fixture
def first(opened: Opened) -> Assessment:
    return opened.assessment


def shown(opened: Opened, language: str = "en") -> str:
    client = Client()
    client.cookies[COOKIE_NAME] = opened.token
    response = client.get(f"/a/{opened.assessment.public_id}/progress/", headers={"accept-language": language})
    assert response.status_code == 200
    return response.content.decode()


def words(html: str) -> str:
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", main, flags=re.S))))


def rows(html: str, caption: str) -> list[list[str]]:
    """A table's rows as the texts of their cells; the words that only a phone shows are left out."""
    table = next(part for part in re.findall(r"<table.*?</table>", html, re.S) if caption in part)
    table = re.sub(r'<span class="label">.*?</span>', "", re.sub(r"<svg.*?</svg>", "", table, flags=re.S))
    lines = re.findall(r"<tr.*?</tr>", table[table.index("<tbody") :], re.S)
    return [
        [words(f"<main>{cell}</main>").strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", line, re.S)]
        for line in lines
    ]


PAIR, LINE = "Both rounds on their common questions", "All rounds on their common questions"
STATED, CHANGED, PROMISED = "Results as stated at the time", "Answers that changed", "What was expected, and what came"


def test_one_round_is_explained_and_offers_the_next(opened: Opened) -> None:
    html = shown(opened)
    assert "There is one round so far, of 2 March 2026." in words(html)
    assert rows(html, STATED) == [["1 · 2 Mar 2026 Full diagnosis · questions 1.0", "Level 0", "0.0", "0.0", "0.0"]]
    assert html.count("Start the next round") == 1
    assert (PAIR in html, PROMISED in html) == (False, False)


def test_two_rounds_are_compared_on_what_they_have_in_common(first: Assessment) -> None:
    html = shown(follow(first, 2, steps=answered("a4"), skill=answered("a2")))
    text = words(html)
    assert "Since round 1, 2 March 2026 The score rose from 0.0 to 21.4. Compared on 7 of 7 questions:" in text
    assert rows(html, PAIR) == [
        ["Overall", "", "0.0", "21.4", "▲ +21.4", "7 of 7"],
        ["Machines", "", "0.0", "33.3", "▲ +33.3", "3 of 3"],
        ["People", "", "0.0", "12.5", "▲ +12.5", "4 of 4"],
    ]
    assert rows(html, CHANGED) == [
        ["steps", "steps step 0", "steps step 4", "better"],
        ["skill", "skill step 0", "skill step 2", "better"],
    ]
    assert "Machines steps +33.3 People skill +12.5" in text
    assert "<title>Machines: 0.0 → 33.3</title>" in html
    assert "Round 2, answers of the round before: 0 confirmed, 2 changed, 7 left as they were" in text
    assert LINE not in html


def test_a_score_that_fell_and_an_interval_are_said(first: Assessment) -> None:
    second = follow(first, 2, steps=answered("a4"), lead=answered("yes"), tools=UNKNOWN)
    html = shown(follow(second.assessment, 3, lead=answered("no"), tools=answered(["big"])))
    assert "The score fell from 28.6 to 21.4." in words(html)
    assert rows(html, PAIR)[0] == [
        *("Overall", "", "28.6 28.6–42.9", "21.4", "▼ −7.2 between −21.5 and −7.2", "7 of 7"),
    ]
    assert [row[3] for row in rows(html, CHANGED)] == ["newly known", "worse"]


def test_three_rounds_make_a_line(first: Assessment) -> None:
    second = follow(first, 2, steps=answered("a2"))
    html = shown(follow(second.assessment, 3, steps=answered("a4"), lead=answered("yes")))
    assert rows(html, LINE)[0] == ["Overall", "", "0.0", "7.1", "28.6", "▲ +28.6"]
    assert [row[0] for row in rows(html, STATED)] == [
        "1 · 2 Mar 2026 Full diagnosis · questions 1.0",
        "2 · 1 May 2026 Full diagnosis · questions 1.0",
        "3 · 30 Jun 2026 Full diagnosis · questions 1.0",
    ]
    assert "On the 7 of 7 questions that all rounds have in common" in words(html)


def test_a_correction_takes_the_place_of_its_round(first: Assessment) -> None:
    follow(first, 2, steps=answered("a2"))
    second = Assessment.objects.get(follows=first)
    copy = revise_assessment(assessment=second)
    submit_as(copy, 3)
    html = shown(copy)
    assert len(rows(html, STATED)) == 2
    assert "Round 2 was corrected in a copy 1 time; the last copy counts as the round." in words(html)
    assert rows(html, PAIR)[0][2:4] == ["0.0", "7.1"]


def test_across_a_major_version_unlike_things_are_not_compared(first: Assessment) -> None:
    fewer = steps_of_five("skill")
    fewer["options"] = fewer["options"][1:]
    make_newer(skill=fewer)
    html = shown(follow(first, 2, steps=answered("a4"), skill=answered("a4")))
    assert rows(html, PAIR)[0] == ["Overall", "", "0.0", "16.7", "▲ +16.7", "6 of 7"]
    assert rows(html, PAIR)[2][-1] == "3 of 4"
    assert [row[0] for row in rows(html, CHANGED)] == ["steps"]
    assert [row[2] for row in rows(html, STATED)] == ["0.0", "28.6"]


def test_nothing_in_common_is_said(first: Assessment) -> None:
    keys = ("steps", "tools", "share", "delay", "grid", "skill", "lead")
    make_newer(**{key: steps_of_five(key) | {"options": steps_of_five(key)["options"][1:]} for key in keys})
    html = shown(follow(first, 2))
    assert "so they cannot be compared." in words(html)
    assert PAIR not in html


def make_newer(**questions: dict[str, Any]) -> None:
    """The next major version of the bank, with these questions in the place of those of the same keys."""
    written = sample_bank().model_dump(mode="json", by_alias=True)
    for section in written["sections"]:
        section["questions"] = [questions.get(each["key"], each) for each in section["questions"]]
    make_release(BankDocument.model_validate(written), major=2)


def test_a_promise_stands_beside_what_was_measured(first: Assessment) -> None:
    plan_item(
        first,
        AFTER,
        title={"en": "Buy <b>steps</b>", "zh-hans": "购置"},
        status=ItemStatus.DONE,
        promised=promise("10", "steps", "tools", machines="30"),
    )
    plan_item(first, AFTER, title={"en": "Talk to people"})
    second = follow(first, 2, steps=answered("a4"))
    html = shown(second)
    assert rows(html, PROMISED) == [
        [
            "Buy <b>steps</b>",
            "done",
            "+10.0 Machines +30.0",
            "▲ +14.3 Machines +33.3",
            "brought more than was expected on 2 of its 2 questions",
        ],
        ["Talk to people", "planned", "", "", "an item of your own: no effect was calculated for it"],
    ]
    assert "measured on your answers, not on your books" in words(html)
    assert "What was done moved the overall score by +14.3 ." in words(html)
    chinese = words(shown(second, "zh-hans"))
    assert "超出预期" in chinese
    assert "分数从0.0升到14.3。" in chinese
    assert "已完成的1项合起来使总分变化 +14.3 。" in chinese


def test_what_was_done_or_has_moved_comes_first_and_a_long_rest_is_folded(first: Assessment) -> None:
    for number in range(1, 5):
        plan_item(first, AFTER, title={"en": f"Wait {number}"}, promised=promise("5", "skill"))
    against = {"status": ItemStatus.DECLINED, "declined_because": "No money", "promised": promise("5", "steps")}
    plan_item(first, AFTER, title={"en": "Not this"}, **against)
    html = shown(follow(first, 2, steps=answered("a4")))
    assert [row[0] for row in rows(html, PROMISED)] == ["Not this", "Wait 1", "Wait 2", "Wait 3", "Wait 4"]
    assert rows(html, PROMISED)[0][4].startswith("decided against, and yet its answers have moved")


def test_a_long_list_folds_what_has_not_changed(first: Assessment) -> None:
    for number in range(1, 6):
        plan_item(first, AFTER, title={"en": f"Wait {number}"}, promised=promise("5", "skill"))
    plan_item(first, AFTER, title={"en": "Do"}, promised=promise("5", "steps"), status=ItemStatus.DONE)
    second = follow(first, 2, steps=answered("a4"))
    html = shown(second)
    assert [row[0] for row in rows(html, PROMISED)] == ["Do"]
    assert "5 more items, without a change so far" in words(html)
    folded = html[html.index("5 more items") :]
    assert [row[0] for row in rows(folded, PROMISED)] == [f"Wait {number}" for number in range(1, 6)]
    assert "其余5项，目前没有变化" in words(shown(second, "zh-hans"))


def test_where_nothing_has_changed_that_is_said(first: Assessment) -> None:
    for number in range(1, 7):
        plan_item(first, AFTER, title={"en": f"Wait {number}"}, promised=promise("5", "skill"))
    html = shown(follow(first, 2))
    assert "By the later round nothing of it was done, and nothing has moved. 6 more items" in words(html)


def test_columns_say_which_round_they_are_of(first: Assessment) -> None:
    html = shown(follow(first, 2, steps=answered("a4")))
    heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', html[html.index(PAIR) :], re.S)[2:4]
    assert [words(f"<main>{head}</main>").strip() for head in heads] == ["Round 1 2 Mar 2026", "Round 2 1 May 2026"]


def test_knowing_better_is_said_beside_what_was_measured(
    playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    opened = answered_assessment(KNOWN | {"steps": UNKNOWN, "lead": UNKNOWN})
    first = submit_as(opened, 1)
    plan_item(first, AFTER, status=ItemStatus.DONE, promised=promise("10", "steps", "tools"))
    html = shown(follow(first, 2, steps=answered("a4")))
    assert rows(html, PROMISED)[0][3:] == [
        "▲ +14.3",
        "brought more than was expected on 2 of its 2 questions, 1 of them not known before",
    ]


def test_tables_keep_their_roles_where_a_phone_stacks_them(first: Assessment) -> None:
    plan_item(first, AFTER, status=ItemStatus.DONE, promised=promise("10", "steps"))
    html = shown(follow(first, 2, steps=answered("a4")))
    main = html[html.index("<main") : html.index("</main>")]
    assert re.findall(r"<(?:table|thead|tbody|tr|th|td)(?![^>]*role=)[^>]*>", main) == []
    assert main.count('role="table"') == 4


def test_a_begun_round_is_gone_on_with(opened: Opened, first: Assessment) -> None:
    client = Client()
    client.cookies[COOKIE_NAME] = opened.token
    client.post(f"/a/{first.public_id}/next-round/")
    assert "Go on with the next round" in shown(opened)


def test_before_submission_the_page_leads_to_the_check_page(
    playbook_release: PlaybookRelease, answered_assessment: Callable[..., Opened]
) -> None:
    begun = answered_assessment(KNOWN)
    client = Client()
    client.cookies[COOKIE_NAME] = begun.token
    response = client.get(f"/a/{begun.assessment.public_id}/progress/")
    assert (response.status_code, response["Location"]) == (302, f"/a/{begun.assessment.public_id}/check/")


def test_nobody_else_sees_it(first: Assessment, answered_assessment: Callable[..., Opened]) -> None:
    client = Client()
    client.cookies[COOKIE_NAME] = answered_assessment(KNOWN).token
    assert client.get(f"/a/{first.public_id}/progress/").status_code == 404


@pytest.mark.parametrize(("count", "queries"), [(1, 4), (3, 5)])
def test_the_page_asks_as_often_for_three_rounds_as_for_two(
    opened: Opened, django_assert_num_queries: DjangoAssertNumQueries, count: int, queries: int
) -> None:
    last = opened
    for number in range(2, count + 1):
        last = follow(last.assessment, number, steps=answered(f"a{number}"))
        plan_item(last.assessment, day_of(number), promised=promise("1", "steps"))
    shown(last)
    with django_assert_num_queries(queries):
        shown(last)
