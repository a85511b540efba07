"""The check page: what the checkers say of the working copies, in words, each finding with its way out."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from tests.studio.trial_content import CHECK, bank_data, bench, edit, loaded

__all__ = ["bench", "loaded"]


def test_a_shipped_bank_has_nothing_to_mend(bench: Client) -> None:
    page = bench.get(CHECK)
    found = page.context["page"]
    assert "Nothing to mend." in page.content.decode()
    assert (found.errors, found.warnings, found.failed, found.groups) == (0, 0, 0, ())
    assert len(found.examples) == 87


def test_findings_stand_under_their_part_with_the_way_there(bench: Client) -> None:
    edit("sections.equipment.questions.EQ01.text.zh-hans", None)
    edit("rules.R-A33-owner.sources", ["nobody"], in_playbook=True)
    page = bench.get(CHECK).context["page"]
    assert [(group.title, group.errors, group.warnings) for group in page.groups] == [
        ("Questions", 1, 0),
        ("Rules", 1, 0),
    ]
    text, source = (group.rows[0] for group in page.groups)
    assert text.message == "The text is missing in 简体中文"
    assert text.mend == "Write it in this language"
    assert text.where == "EQ01: Machines that give out data › text › 简体中文"
    assert text.address == "/studio/banks/four-barriers/questions/EQ01/#at-text-zh-hans"
    assert source.message == "There is no source nobody"
    assert source.address == "/studio/banks/four-barriers/advice/rules/R-A33-owner/#at-sources"


def test_findings_are_filtered_and_counted_all_the_same(bench: Client) -> None:
    edit("sections.equipment.questions.EQ01.text.zh-hans", None)
    edit("rules.R-A33-owner.sources", [], in_playbook=True)
    for show, rows in (("errors", ["Questions"]), ("warnings", ["Rules"]), ("nonsense", ["Questions", "Rules"])):
        page = bench.get(CHECK, {"show": show}).context["page"]
        assert (page.errors, page.warnings, [group.title for group in page.groups]) == (1, 1, rows)


def test_findings_are_said_in_chinese(bench: Client) -> None:
    edit("sections.equipment.questions.EQ01.text.zh-hans", None)
    page = bench.get(CHECK, headers={"Accept-Language": "zh-hans"}).content.decode()
    assert "缺少 简体中文 文字" in page
    assert "有 1 个错误，暂时不能发布。" in page


def test_figures_that_differ_come_first_and_lead_to_their_example(bench: Client) -> None:
    edit("nodes.equipment.weight", "9")
    page = bench.get(CHECK)
    rows = page.context["page"].examples
    assert [row.agrees for row in rows] == sorted(row.agrees for row in rows)
    assert not rows[0].agrees
    assert rows[0].address.startswith("/studio/banks/four-barriers/scoring/examples/")
    assert page.context["page"].failed == sum(1 for row in rows if not row.agrees)
    assert "comes out differently" in page.content.decode() or "come out differently" in page.content.decode()


def test_generated_answers_find_rules_that_never_fire(bench: Client) -> None:
    edit(
        "rules.R-A33-owner.when",
        {"all": [{"fact": "node.overall", "op": "gt", "value": 90}, {"fact": "node.overall", "op": "lt", "value": 80}]},
        in_playbook=True,
    )
    assert bench.get(CHECK).context["page"].tried == 0
    page = bench.get(CHECK, {"deep": "1"}).context["page"]
    assert page.tried == 2000
    [group] = page.groups
    assert group.title == "Rules"
    assert group.rows[0].message == "The rule is dead: it fired for none of 2,000 generated sets of answers"


@pytest.mark.parametrize(("person", "status"), [("publisher", 200), ("stranger", 404), ("catalogue_keeper", 404)])
def test_who_may_look(loaded: None, db: None, person: str, status: int, request: pytest.FixtureRequest) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(person))
    assert client.get(CHECK).status_code == status
    assert client.get("/studio/banks/nowhere/check/").status_code == 404


def test_queries_do_not_grow_with_what_is_found(
    bench: Client, editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    questions = bank_data()["sections"][1]["questions"]
    edit(f"sections.equipment.questions.{questions[0]['key']}.text.zh-hans", None)
    with django_assert_num_queries(23):
        bench.get(CHECK)
    for question in questions[1:4]:
        edit(f"sections.equipment.questions.{question['key']}.text.zh-hans", None)
    with django_assert_num_queries(23):
        bench.get(CHECK)


def test_every_page_brings_the_reader_into_the_field_that_a_link_names(bench: Client) -> None:
    assert '<script type="module" src="/static/js/studio_place.js"></script>' in bench.get(CHECK).content.decode()
