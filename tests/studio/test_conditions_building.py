"""Lines and groups come and go by the buttons of the surrounding form, and nothing is saved meanwhile."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.studio.conditions import controls_in
from tests.studio.conditions_page import FIRST

pytestmark = [pytest.mark.urls("tests.studio.conditions_page"), pytest.mark.django_db]
ADDRESS = "/page/"
WEBSITE = {"fact": "answer.A", "op": "is", "value": "full"}


def shown(client: Client) -> dict[str, list[str]]:
    return controls_in(client.get(ADDRESS).content.decode())


def press(
    client: Client, fields: dict[str, list[str]], act: str, name: str = "when"
) -> tuple[dict[str, list[str]], str]:
    """What the form holds after a button of a builder was pressed, and the page."""
    answer = client.post(ADDRESS, {**fields, f"{name}:act": act})
    assert (answer.status_code, "errorlist" in answer.content.decode()) == (200, False)
    return controls_in(answer.content.decode()), answer.content.decode()


def focus(page: str) -> str:
    return re.findall(r'id="id_([^"]+)"[^>]* autofocus', page)[0]


def saved(client: Client, fields: dict[str, list[str]]) -> Any:
    answer = client.post(ADDRESS, fields)
    assert answer.status_code == 201, answer.content.decode()
    return answer.json()


def test_saving_what_is_shown_changes_nothing(client: Client) -> None:
    assert saved(client, shown(client)) == {"name": "A rule", "when": FIRST, "shown": None}


def test_line_is_added_filled_in_and_saved(client: Client) -> None:
    fields, page = press(client, shown(client), "line:0")
    assert focus(page) == "when:0-1:fact"
    fields, page = press(client, fields | {"when:0-1:fact": ["answer.A"]}, "show:0-1")
    assert (focus(page), fields["when:0-1:how"], fields["when:0-1:value"]) == ("when:0-1:how", ["is"], [""])
    kept = saved(client, fields | {"when:0-1:value": ["full"]})
    assert kept["when"] == {"all": [*FIRST["all"], WEBSITE]}


def test_group_is_added_with_a_line_of_its_own(client: Client) -> None:
    fields, page = press(client, shown(client), "group:0")
    assert (focus(page), fields["when:0-1:joint"], fields["when:0-1-0:fact"]) == ("when:0-1:joint", ["all"], [""])
    fields, _page = press(client, fields | {"when:0-1-0:fact": ["answer.A"]}, "line:0-1")
    fields, _page = press(client, fields | {"when:0-1-1:fact": ["answer.E"]}, "show:0-1-1")
    filled = {"when:0-1:joint": ["none"], "when:0-1-0:value": ["full"], "when:0-1-1:value": ["yes"]}
    denied = {"not": {"any": [WEBSITE, {"fact": "answer.E", "op": "is", "value": "yes"}]}}
    assert saved(client, fields | filled)["when"] == {"all": [*FIRST["all"], denied]}


def test_line_is_removed_and_the_next_one_has_the_focus(client: Client) -> None:
    fields, _page = press(client, shown(client), "line:0")
    fields, page = press(client, fields | {"when:0-1:fact": ["answer.A"]}, "remove:0-0")
    assert (focus(page), fields["when:0-0:fact"], "when:0-1:fact" in fields) == ("when:0-0:remove", ["answer.A"], False)
    _fields, page = press(client, fields, "remove:0-0")
    assert focus(page) == "when:0:line"


def test_other_builder_and_other_fields_keep_what_was_typed(client: Client) -> None:
    typed = shown(client) | {"name": ["Half a na"], "when:0-0:value": ["4x"]}
    fields, _page = press(client, typed, "line:0", name="shown")
    assert (fields["when:0-0:value"], fields["shown:0-0:fact"]) == (["4x"], [""])
    assert 'value="Half a na"' in _page


def test_changing_the_fact_shows_the_list_and_keeps_the_line(client: Client) -> None:
    fields, page = press(client, shown(client), "change:0-0")
    assert (focus(page), fields["when:0-0:fact"]) == ("when:0-0:fact", ["answer.C"])
    assert saved(client, fields)["when"] == FIRST


def test_another_fact_drops_what_the_old_one_was_compared_with(client: Client) -> None:
    answer = client.post(ADDRESS, shown(client) | {"when:0-0:fact": ["answer.A"]})
    assert answer.status_code == 422
    assert "Line 1: Choose one." in answer.content.decode()
    assert controls_in(answer.content.decode())["when:0-0:value"] == [""]


def test_another_comparison_takes_over_what_it_can(client: Client) -> None:
    kept = saved(client, shown(client) | {"when:0-0:how": ["not_eq"]})
    assert kept["when"] == {"all": [{"not": {"fact": "answer.C", "op": "eq", "value": 40}}]}
    fields, _page = press(client, shown(client) | {"when:0-0:how": ["between"]}, "show:0")
    assert fields["when:0-0:value"] == ["40", ""]


def test_first_line_of_an_empty_condition_stands_alone(client: Client) -> None:
    fields, _page = press(client, shown(client), "line:0", name="shown")
    fields, _page = press(client, fields | {"shown:0-0:fact": ["profile.p"]}, "show:0-0", name="shown")
    kept = saved(client, fields | {"shown:0-0:value": ["no"]})
    assert kept["shown"] == {"fact": "profile.p", "op": "is", "value": "no"}


def test_blank_lines_and_empty_groups_are_left_out(client: Client) -> None:
    fields, _page = press(client, shown(client), "line:0")
    fields, _page = press(client, fields, "group:0")
    fields, _page = press(client, fields, "remove:0-2-0")
    assert saved(client, fields)["when"] == FIRST


def test_groups_are_nested_to_a_sane_depth(client: Client) -> None:
    fields, path = shown(client), "0"
    for _step in range(5):
        fields, page = press(client, fields, f"group:{path}")
        path = focus(page).removeprefix("when:").removesuffix(":joint")
    assert path.count("-") == 5
    unchanged, _page = press(client, fields, f"group:{path}")
    assert unchanged == fields


@pytest.mark.parametrize(
    "act", ["line:9", "line:0-0", "remove:0", "remove:0-7", "change:0", "group:0-0", "x", "line:", ""]
)
def test_button_that_leads_nowhere_changes_nothing(client: Client, act: str) -> None:
    answer = client.post(ADDRESS, {**shown(client), "when:act": act})
    assert (answer.status_code, controls_in(answer.content.decode())) == (200, shown(client))
