"""Two people at one node, what must not be removed, what is moved, and whatever else may be sent."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file
from assessment.bank.editing.applying import value_at
from assessment.bank.models import Bank
from tests.studio.measure_forms import SHIPPED, Desk, as_user, at, data_now, shown_fields


@pytest.fixture(autouse=True)
def bank(db: None) -> Bank:
    return load_bank(document=read_bank_file(SHIPPED))


@pytest.fixture
def desk(editor: User):
    return lambda name, **named: Desk(as_user(editor), at(name, **named))


def siblings(parent: str) -> list[str]:
    return [node["key"] for node in data_now()["nodes"] if node.get("parent") == parent]


def test_two_people_at_one_node_never_overwrite_silently(desk, second_editor: User) -> None:
    mine = desk("node-edit", node_key="eq_data")
    fields = mine.fields()
    theirs = Desk(as_user(second_editor), mine.address)
    theirs.send(title_en="Theirs", measures__0__weight="9")
    response = mine.post(fields, title_en="Mine", weight="2")
    assert response.status_code == 409
    shown = response.content.decode()
    assert ("Theirs" in shown, 'value="Mine"' in shown, response.context["editor"].revision.initial["base"]) == (
        True,
        True,
        2,
    )
    assert value_at(data_now(), ("nodes", "eq_data", "title", "en")) == "Theirs"
    again = mine.post(shown_fields(response))
    node = value_at(data_now(), ("nodes", "eq_data"))
    assert (again.status_code, node["title"]["en"], node["weight"], node["measures"][0]["weight"]) == (
        302,
        "Mine",
        "2",
        "9",
    )


def test_what_others_changed_elsewhere_stays(desk, second_editor: User) -> None:
    mine = desk("node-edit", node_key="eq_data")
    fields = mine.fields()
    Desk(as_user(second_editor), at("node-edit", node_key="cost")).send(weight="5")
    assert mine.post(fields, weight="2").status_code == 302
    data = data_now()
    assert (value_at(data, ("nodes", "cost", "weight")), value_at(data, ("nodes", "eq_data", "weight"))) == ("5", "2")


def test_node_that_somebody_removed_meanwhile_is_not_lost_from_the_form(desk, second_editor: User) -> None:
    desk("node-add").send(key="spare", title_en="Spare", parent="cost")
    mine = desk("node-edit", node_key="spare")
    fields = mine.fields()
    gone = Desk(as_user(second_editor), at("part-remove", family="node", part_key="spare"))
    assert gone.client.post(gone.address, {"base": 2}).status_code == 302
    response = mine.post(fields, title_en="Still wanted")
    assert (response.status_code, "Still wanted" in response.content.decode()) == (409, True)


def test_part_that_others_refer_to_stays_and_says_where(desk) -> None:
    page = desk("part-remove", family="node", part_key="talent")
    words = [use.words for use in page.client.get(page.address).context["uses"]]
    assert {
        "Section “Talent and organisation” (talent) belongs to it",
        "Level “Standardised” (standardised): its gate",
        "Node “Leadership and plan” (ta_lead) stands below it",
    } <= {*words}
    assert page.client.post(page.address, {"base": 1}).status_code == 422
    assert value_at(data_now(), ("nodes", "talent")) is not None
    root = desk("part-remove", family="node", part_key="overall")
    assert "It is the whole: every bank has one" in root.client.get(root.address).content.decode()


def test_level_that_a_worked_example_expects_stays(desk) -> None:
    page = desk("level-remove", family="level", ladder_key="levels", part_key="initial")
    uses = page.client.get(page.address).context["uses"]
    assert "/studio/banks/four-barriers/scoring/examples/" in uses[0].page
    assert page.client.post(page.address, {"base": 1}).status_code == 422


def test_part_that_nobody_needs_goes(desk) -> None:
    page = desk("part-remove", family="consistency", part_key="production_sector")
    assert page.client.post(page.address, {"base": 1}).status_code == 302
    assert "production_sector" not in [each["key"] for each in data_now()["consistency"]]


@pytest.mark.parametrize(
    ("move", "first"),
    [
        ("down:equipment", ["rd_production", "equipment", "cost", "talent"]),
        ("up:talent", ["equipment", "rd_production", "talent", "cost"]),
        ("before:talent:equipment", ["talent", "equipment", "rd_production", "cost"]),
        ("after:equipment:cost", ["rd_production", "cost", "equipment", "talent"]),
        ("out:eq_nc", ["equipment", "eq_nc", "rd_production", "cost", "talent"]),
        ("in:talent", ["equipment", "rd_production", "cost"]),
        ("under:talent:eq_nc", ["equipment", "rd_production", "cost"]),
    ],
)
def test_nodes_are_moved(desk, move: str, first: list[str]) -> None:
    form = desk("part-move")
    response = form.client.post(form.address, {"base": 1, "family": "node", "move": move})
    assert (response.status_code, siblings("overall")) == (302, first)


@pytest.mark.parametrize(
    "move",
    ["up:equipment", "down:talent", "out:equipment", "in:equipment", "up:overall", "under:equipment:eq_nc"]
    + ["before:equipment:overall", "up:nowhere", "away:equipment", "under:equipment:nowhere", ":", "", "x" * 300],
)
def test_what_cannot_be_moved_stays(desk, move: str) -> None:
    before = data_now()
    form = desk("part-move")
    assert form.client.post(form.address, {"base": 1, "family": "node", "move": move}).status_code == 302
    assert data_now() == before


def test_lists_are_put_in_another_order(desk) -> None:
    keys = [each["key"] for each in data_now()["consistency"]]
    form = desk("part-move")
    form.client.post(form.address, {"base": 1, "family": "consistency", "move": f"down:{keys[0]}"})
    assert [each["key"] for each in data_now()["consistency"]][:2] == [keys[1], keys[0]]
    form.client.post(form.address, {"base": 2, "family": "level", "ladder": "nowhere", "move": "up:initial"})
    assert Bank.objects.get().revision == 2


def test_effect_is_shown_and_nothing_is_saved(desk) -> None:
    form = desk("node-edit", node_key="eq_data")
    effect = Desk(form.client, at("node-effect", node_key="eq_data"))
    response = effect.post(form.fields(), measures__0__weight="27")
    rows = {row.question: row for row in response.context["effect"].measures}
    assert (rows["EQ05"].of_node.before_text, rows["EQ05"].of_node.after_text) == ("60 %", "93.1 %")
    [own] = [row for row in response.context["effect"].nodes if row.node.key == "eq_data"]
    assert (own.of_parent.before_text, own.of_parent.after_text) == ("20.8 %", "60.4 %")
    assert "93.1 %" in response.content.decode() and "csrf" not in response.content.decode()
    shown = form.send(show_effect="1", measures__0__weight="27")
    assert ("93.1 %" in shown.content.decode(), Bank.objects.get().revision) == (True, 1)


def test_worked_example_shows_what_comes_out_beside_what_is_expected(desk) -> None:
    form = desk("example-edit", part_key="all_lowest")
    assert form.client.get(form.address).context["run"].agrees
    shown = form.send(show_effect="1", expect__0__score="12")
    run = shown.context["run"]
    assert (run.agrees, run.outcomes[0].wrong) == (False, ["score: expected 12, comes out as 0"])
    assert Bank.objects.get().revision == 1
    refused = form.send(answers="EQ05: nonsense\nNO99: 1")
    assert refused.status_code == 422
    assert [words[:12] for _at, words in refused.context["editor"].problems] == ["Answers: EQ0", "Answers: NO9"]
    form.send(answers="EQ05: l4", **{f"expect-{index}-DELETE": "on" for index in range(5)})


NASTY = [
    "",
    "\x00",
    "\ud800",
    "a" * 5000,
    "NaN",
    "sNaN",
    "Infinity",
    "-1",
    "1e999999",
    "1e-999999",
    "{{ 7|add:7 }}",
    "<script>",
]


@pytest.mark.parametrize(
    ("name", "named"),
    [
        ("node-edit", {"node_key": "eq_data"}),
        ("level-edit", {"ladder_key": "levels", "level_key": "initial"}),
        ("example-edit", {"part_key": "all_lowest"}),
        ("size-edit", {}),
        ("head-edit", {}),
    ],
)
def test_whatever_is_sent_is_answered(desk, name: str, named: dict[str, str]) -> None:
    form = desk(name, **named)
    fields = form.fields()
    assert form.client.post(form.address, {}).status_code == 422
    for nasty in NASTY:
        sent = {field: [nasty.encode("utf-8", "surrogatepass").decode("utf-8", "replace")] for field in fields}
        sent |= {field: value for field, value in fields.items() if field.endswith("_FORMS")}
        assert form.client.post(form.address, sent).status_code in (302, 409, 422)
    for field in ("measures-TOTAL_FORMS", "base", "add_row"):
        assert form.client.post(form.address, fields | {field: ["9" * 5000]}).status_code in (200, 302, 422)


def test_strangers_and_wrong_roles_find_nothing(
    stranger: User, publisher: User, catalogue_keeper: User, editor: User
) -> None:
    address = at("framework-edit", part_key="MIIT2024")
    assert [as_user(who).get(address).status_code for who in (stranger, catalogue_keeper, publisher, editor)] == [
        404,
        404,
        200,
        200,
    ]
    assert as_user(publisher).post(address).status_code == 404
    assert 'class="btn btn-primary"' not in as_user(publisher).get(address).content.decode()
    assert as_user(editor).get(at("framework-edit", part_key="nowhere")).status_code == 404


@pytest.mark.parametrize("show", ["tree", "checks", "levels"])
def test_number_of_queries_does_not_grow(desk, show: str) -> None:
    form = desk("scoring")
    address = f"{form.address}?show={show}"

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            form.client.get(address)
        return len(found)

    form.client.post(at("part-move"), {"base": 1, "family": "node", "move": "up:talent"})
    before = queries()
    for number in range(3):
        desk("level-add", ladder_key="levels").send(key=f"l{number}", title_en="New", lower=str(96 + number))
    form.client.post(at("part-move"), {"base": 5, "family": "consistency", "move": "up:nothing"})
    assert (queries(), len(data_now()["levels"])) == (before, 8)
