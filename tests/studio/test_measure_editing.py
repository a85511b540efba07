"""What is written into the forms of the scoring pages, and what then stands in the working copy."""

import pytest

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file
from assessment.bank.editing.actions import change_copy
from assessment.bank.editing.applying import value_at
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank
from recommendations.studio.conditions.fields import ConditionSubject
from tests.studio.conditions import posted_condition
from tests.studio.measure_forms import SHIPPED, Desk, as_user, at, data_now

PARTS = [
    ("node-edit", {"node_key": "overall"}),
    ("node-edit", {"node_key": "equipment"}),
    ("node-edit", {"node_key": "eq_data"}),
    ("level-edit", {"ladder_key": "levels", "level_key": "initial"}),
    ("level-edit", {"ladder_key": "levels", "level_key": "standardised"}),
    ("consistency-edit", {"part_key": "production_sector"}),
    ("reference-line-edit", {"part_key": "eqdig_2025"}),
    ("framework-edit", {"part_key": "MIIT2024"}),
    ("example-edit", {"part_key": "all_lowest"}),
    ("head-edit", {}),
    ("size-edit", {}),
]


@pytest.fixture(autouse=True)
def bank(db: None) -> Bank:
    return load_bank(document=read_bank_file(SHIPPED))


@pytest.fixture
def desk(editor: User):
    return lambda name, **named: Desk(as_user(editor), at(name, **named))


@pytest.mark.parametrize(("name", "named"), PARTS)
def test_form_that_is_sent_back_untouched_changes_nothing(desk, name: str, named: dict[str, str]) -> None:
    before = data_now()
    response = desk(name, **named).send()
    assert (response.status_code, data_now(), Bank.objects.get().revision) == (302, before, 1)


def test_node_is_changed_with_its_measures(desk) -> None:
    response = desk("node-edit", node_key="eq_data").send(
        title_en="Shop-floor data", weight="2.50", measures__0__weight="4", measures__1__DELETE="on"
    )
    assert response.url == "/studio/banks/four-barriers/scoring/?show=tree#part-eq_data"
    node = value_at(data_now(), ("nodes", "eq_data"))
    assert (node["title"]["en"], node["weight"], node["measures"]) == (
        "Shop-floor data",
        "2.5",
        [{"question": "EQ05", "weight": "4"}],
    )


def test_question_is_added_to_a_node_and_put_first(desk) -> None:
    form = desk("node-edit", node_key="eq_data")
    form.send(measures__2__question="EQ01", measures__2__weight="0.5")
    form.send(measures__2__ORDER="0")
    measures = value_at(data_now(), ("nodes", "eq_data", "measures"))
    assert [(each["question"], each["weight"]) for each in measures] == [("EQ01", "0.5"), ("EQ05", "3"), ("EQ06", "2")]


def test_options_have_a_worth_of_their_own_in_a_node(desk) -> None:
    form = desk("node-edit", node_key="eq_data")
    form.send(measures__0__way="credits", **{f"measures-0-worth_l{index}": f"0.{index}" for index in range(5)})
    measure = value_at(data_now(), ("nodes", "eq_data", "measures", "EQ05"))
    assert measure["credits"] == {"l0": "0", "l1": "0.1", "l2": "0.2", "l3": "0.3", "l4": "0.4"}
    form.send(measures__0__way="")
    assert "credits" not in value_at(data_now(), ("nodes", "eq_data", "measures", "EQ05"))
    assert form.send(measures__0__way="points").status_code == 422


def test_node_is_added_where_it_was_asked_for(desk) -> None:
    form = desk("node-add")
    form.address += "?under=cost"
    response = form.send(key="co_new", title_en="New", measures__0__question="CO01")
    assert response.status_code == 302
    nodes = data_now()["nodes"]
    node = value_at({"nodes": nodes}, ("nodes", "co_new"))
    assert (node["parent"], node["measures"]) == ("cost", [{"question": "CO01", "weight": "1"}])
    assert [each["key"] for each in nodes if each.get("parent") == "cost"][-1] == "co_new"


def test_key_that_is_used_already_is_refused_beside_its_field(desk) -> None:
    response = desk("node-add").send(key="cost", title_en="New")
    assert response.status_code == 422
    assert response.context["editor"].problems == [("#at-key", "Key: This key is used already.")]


def test_node_is_hung_elsewhere(desk) -> None:
    desk("node-edit", node_key="eq_data").send(parent="talent")
    assert value_at(data_now(), ("nodes", "eq_data"))["parent"] == "talent"
    response = desk("node-edit", node_key="equipment").send(parent="eq_cloud")
    assert response.status_code == 422


def test_node_looks_up_a_table(desk) -> None:
    form = desk("node-edit", node_key="equipment")
    fields = form.fields()
    levels = [name for name in fields if name.startswith("cells-")]
    assert levels == [
        "cells-TOTAL_FORMS",
        "cells-INITIAL_FORMS",
        "cells-MIN_NUM_FORMS",
        "cells-MAX_NUM_FORMS",
        "cells-0-score",
    ]
    form.send(aggregate="table", **{"cells-0-when_eq_data": ["initial", "standardised"], "cells-0-score": "40"})
    node = value_at(data_now(), ("nodes", "equipment"))
    assert node["cells"] == [{"when": {"eq_data": ["initial", "standardised"]}, "score": "40"}]


def test_more_rows_are_offered_and_nothing_is_saved(desk) -> None:
    form = desk("node-edit", node_key="eq_data")
    response = form.send(add_row="measures", title_en="Not yet saved")
    assert (response.status_code, len(response.context["editor"].rows["measures"].forms)) == (200, 4)
    assert "Not yet saved" in response.content.decode()
    assert Bank.objects.get().revision == 1


def test_level_is_changed_and_added(desk) -> None:
    desk("level-edit", ladder_key="levels", level_key="initial").send(lower="25", gate_text_en="Something digital.")
    level = value_at(data_now(), ("levels", "initial"))
    assert (level["lower"], level["gate_text"]["en"], "gate" in level) == ("25", "Something digital.", True)
    desk("level-add", ladder_key="levels").send(key="beyond", title_en="Beyond", lower="99")
    assert data_now()["levels"][-1] == {"key": "beyond", "title": {"en": "Beyond"}, "lower": "99"}


def test_ladder_is_added_and_a_node_uses_it(desk) -> None:
    desk("part-add", family="ladder").send(key="steps", lowest_en="Low", highest_en="High")
    assert data_now()["ladders"] == [
        {
            "key": "steps",
            "levels": [
                {"key": "lowest", "title": {"en": "Low"}, "lower": "0"},
                {"key": "highest", "title": {"en": "High"}},
            ],
        }
    ]
    assert desk("level-edit", ladder_key="steps", level_key="highest").send(lower="50").status_code == 302
    desk("node-edit", node_key="cost").send(ladder="steps")
    assert value_at(data_now(), ("nodes", "cost", "ladder")) == "steps"


def test_simple_parts_are_added(desk) -> None:
    desk("part-add", family="reading").send(key="sure", title_en="How sure", counts="")
    figure = {"key": "web", "title_en": "Websites", "value": "60.5", "unit": "%", "period": "2023", "kind": "share"}
    desk("part-add", family="reference-line").send(**figure, scope_en="Shops", source_en="Office")
    desk("part-add", family="framework").send(
        key="EX", title_en="Example", items__0__key="web", items__0__title_en="Web"
    )
    data = data_now()
    assert data["readings"] == [{"key": "sure", "title": {"en": "How sure"}, "counts": False}]
    assert value_at(data, ("reference_lines", "web", "value")) == "60.5"
    assert value_at(data, ("frameworks", "EX", "items")) == [{"key": "web", "title": {"en": "Web"}}]


def test_head_is_changed(desk) -> None:
    desk("head-edit").send(title_en="Better", minimum_coverage="0.75", decimals="2", rounding="truncate")
    data = data_now()
    assert (data["title"]["en"], data["minimum_coverage"], data["display"]) == (
        "Better",
        "0.75",
        {"decimals": 2, "rounding": "truncate"},
    )
    response = desk("head-edit").send(minimum_coverage="1.5", decimals="9")
    assert response.status_code == 422
    assert [fragment for fragment, _words in response.context["editor"].problems] == ["", "#at-minimum_coverage"]


def test_languages_come_and_go(desk) -> None:
    form = desk("language-add")
    assert form.client.post(form.address, {"base": 1, "locale": "de"}).status_code == 302
    assert data_now()["locales"] == ["en", "zh-hans", "de"]
    gone = desk("language-remove", locale="zh-hans")
    assert "texts are written in it" in gone.client.get(gone.address).content.decode()
    assert gone.client.post(gone.address, {"base": 2}).status_code == 302
    data = data_now()
    assert (data["locales"], "zh-hans" in str(data)) == (["en", "de"], False)
    assert form.client.post(form.address, {"base": 3, "locale": "No!"}).status_code == 302
    assert data_now()["locales"] == ["en", "de"]


def test_size_rules_are_changed(desk) -> None:
    form = desk("size-edit")
    form.send(smallest="small", rules__0__size_employees_large="900", rules__11__size_use_small=[])
    size = data_now()["size"]
    assert (size["smallest"], size["rules"][0]["classes"][0]["employees"]) == ("small", "900")
    assert [each["size"] for each in size["rules"][11]["classes"]] == ["large", "medium"]


def test_size_classes_begin_with_one_rule(desk, bank: Bank) -> None:
    data = data_now()
    del data["size"]
    change_copy(craft=BANK, copy=bank, base=1, data=data, by=None)
    questions = {"employees": "employees", "revenue": "revenue", "sector": "sector", "source_en": "Office"}
    assert desk("size-edit").send(**questions, labels__0__key="micro", labels__0__label_en="Micro").status_code == 302
    size = data_now()["size"]
    assert (size["labels"], size["rules"]) == (
        {"micro": {"en": "Micro"}},
        [{"classes": [{"size": "micro"}], "sectors": []}],
    )


def test_gate_that_changed_without_its_words_is_pointed_at(desk) -> None:
    said = "The gate has changed and its text has not. Look whether it still says the same."
    form = desk("level-edit", ladder_key="levels", level_key="standardised")
    subject = ConditionSubject.gate(BANK.document(data_now(), "bank"))
    condition = posted_condition("gate", {"fact": "node.equipment", "op": "gte", "value": 31}, subject)
    fields = {name: value for name, value in form.fields().items() if not name.startswith("gate:")}
    reply = form.client.post(form.address, {**fields, **condition}, follow=True)
    assert value_at(data_now(), ("levels", "standardised"))["gate"] == {
        "fact": "node.equipment",
        "op": "gte",
        "value": 31,
    }
    assert said in reply.text
    with_words = desk("level-edit", ladder_key="levels", level_key="standardised").send(gate_text_en="At least 31.")
    assert said not in form.client.get(with_words.url).text
