"""The scoring pages: what they show, in both languages."""

import pytest
from django.conf import settings
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file
from assessment.bank.models import Bank
from recommendations.studio.places import page_of
from tests.studio.measure_forms import SHIPPED, SLUG, as_user, at


@pytest.fixture(autouse=True)
def bank(db: None) -> Bank:
    return load_bank(document=read_bank_file(SHIPPED))


@pytest.fixture
def client(editor: User) -> Client:
    return as_user(editor)


def test_tree_shows_what_everything_weighs(client: Client) -> None:
    lines = client.get(at("scoring")).context["lines"]
    [line] = [line for line in lines if line.row.node.key == "eq_data"]
    assert (line.row.node.title, line.row.of_parent.after_text, line.row.of_whole.after_text) == (
        "Recording of shop-floor data",
        "20.8 %",
        "5.2 %",
    )
    assert [(each.key, each.weight, each.of_node) for each in line.measures] == [
        ("EQ05", "3", "60 %"),
        ("EQ06", "2", "40 %"),
    ]


@pytest.mark.parametrize(
    ("show", "words"),
    [
        ("levels", "standardised · ≥ 40 · with a gate"),
        ("checks", "production_sector"),
        ("readings", "There are none yet."),
        ("lines", "eqdig_2025"),
        ("frameworks", "MIIT2024"),
        ("examples", "Everything at its lowest"),
        ("whatever", "Machines that give out data"),
    ],
)
def test_each_part_of_the_page_lists_its_own(client: Client, show: str, words: str) -> None:
    assert words in client.get(at("scoring") + f"?show={show}").content.decode()


@pytest.mark.parametrize(
    ("name", "named", "heading"),
    [
        ("scoring", {}, "<h1>计分</h1>"),
        ("node-add", {}, "<h1>新增节点</h1>"),
        ("head-edit", {}, "<h1>题库基本信息</h1>"),
        ("size-edit", {}, "<h1>企业规模</h1>"),
        ("level-edit", {"ladder_key": "levels", "level_key": "initial"}, '<h1>等级 <span class="muted">initial'),
    ],
)
def test_pages_speak_chinese(client: Client, name: str, named: dict[str, str], heading: str) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "zh-hans"
    shown = client.get(at(name, **named)).content.decode()
    assert heading in shown


@pytest.mark.parametrize(
    "place",
    ["nodes.eq_data.title.en", "nodes.eq_data.measures.EQ05.weight", "nodes.eq_data.weight", "levels.initial.gate"]
    + [
        "title.zh-hans",
        "size.rules",
        "locales",
        "frameworks.MIIT2024.items.S16.title.en",
        "examples.all_lowest.answers",
    ]
    + ["reference_lines.eqdig_2025.source.en", "consistency.production_sector.when"],
)
def test_address_of_a_part_leads_to_its_field(client: Client, place: str) -> None:
    page, _hash, fragment = page_of(SLUG, place).partition("#")
    shown = client.get(page).content.decode()
    assert f'id="{fragment}"' in shown or f'id="{"-".join(fragment.split("-")[:2])}"' in shown
