"""Whatever two documents say, their differences lead from one to the other and back."""

import copy
import random
from pathlib import Path

import pytest
from django.conf import settings

from assessment.bank.documents import canonical_json, read_bank_file
from assessment.bank.editing.applying import apply_differences, value_at
from assessment.bank.editing.differences import Difference, Kind, differences
from assessment.bank.editing.flat import Data, address, flat_data, nested_data
from assessment.scoring.document import BankDocument

CONTENT = sorted((Path(settings.BASE_DIR) / "assessment/bank/content").glob("*.yaml"))
BANKS = [path for path in CONTENT if "answers" not in path.name]


@pytest.fixture(scope="module")
def shipped() -> Data:
    return flat_data(read_bank_file(Path(settings.BASE_DIR) / "assessment/bank/content/four_barriers.yaml"))


def changed(data: Data, chance: random.Random) -> Data:
    data = copy.deepcopy(data)
    for _ in range(chance.randint(1, 8)):
        section = chance.choice(data["sections"])
        question = chance.choice(section["questions"]) if section["questions"] else None
        _change(data, section, question, chance)
    return data


def _change(data: Data, section: Data, question: Data | None, chance: random.Random) -> None:
    what = chance.randint(0, 7)
    if what == 0:
        chance.shuffle(section["questions"])
    elif what == 1:
        chance.shuffle(data["sections"])
    elif what == 2:
        chance.choice(data["nodes"])["weight"] = str(chance.randint(1, 9))
    elif question is None:
        return
    elif what == 3:
        section["questions"].remove(question)
    elif what == 4:
        new = {**copy.deepcopy(question), "key": f"N{chance.randint(0, 9999)}"}
        section["questions"].insert(chance.randint(0, len(section["questions"])), new)
    elif what == 5:
        question["text"]["en"] = f"x{chance.randint(0, 99)}"
    elif what == 6:
        question.pop("help", None)
    else:
        question["help"] = {"en": "new"}


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.stem)
def test_flat_data_are_the_document(path: Path) -> None:
    document = read_bank_file(path)
    again = BankDocument.model_validate(nested_data(flat_data(document)))
    assert canonical_json(again) == canonical_json(document)


@pytest.mark.parametrize("seed", range(60))
def test_differences_lead_there_and_back(shipped: Data, seed: int) -> None:
    chance = random.Random(seed)
    before, after = changed(shipped, chance), changed(shipped, chance)
    found = [Difference.from_json(each.as_json()) for each in differences(before, after)]
    there = apply_differences(before, found)
    assert (there.data, there.clashes) == (after, ())
    back = apply_differences(after, [each.reversed() for each in found])
    assert (back.data, back.clashes) == (before, ())


def test_same_differences_twice_are_no_clash(shipped: Data) -> None:
    after = changed(shipped, random.Random(7))
    again = apply_differences(after, differences(shipped, after))
    assert (again.data, again.clashes) == (after, ())


def test_nodes_keep_their_address_where_they_are_moved(shipped: Data) -> None:
    data = copy.deepcopy(shipped)
    first, second = data["nodes"][1], data["nodes"][-1]
    second["parent"] = first["key"]
    assert differences(shipped, data)[0] == Difference(
        ("nodes", second["key"], "parent"), Kind.CHANGED, shipped["nodes"][-1]["parent"], first["key"]
    )


def test_node_under_its_own_child_is_put_below_the_root() -> None:
    data = {"nodes": [{"key": "all"}, {"key": "a", "parent": "b"}, {"key": "b", "parent": "a"}]}
    assert nested_data(data) == {"tree": {"key": "all", "children": [{"key": "a"}, {"key": "b"}]}}


def test_changes_of_two_fields_of_one_question_go_together(shipped: Data) -> None:
    mine, theirs = copy.deepcopy(shipped), copy.deepcopy(shipped)
    place = ("sections", shipped["sections"][1]["key"], "questions", shipped["sections"][1]["questions"][0]["key"])
    value_at(mine, place)["text"]["en"] = "Mine"
    value_at(theirs, place)["text"]["zh-hans"] = "他们的"
    both = apply_differences(theirs, differences(shipped, mine))
    assert both.clashes == ()
    assert value_at(both.data, (*place, "text")) == {"en": "Mine", "zh-hans": "他们的"}


def test_clash_names_what_stands_there_and_overwrites_only_when_told(shipped: Data) -> None:
    mine, theirs = copy.deepcopy(shipped), copy.deepcopy(shipped)
    mine["title"]["en"], theirs["title"]["en"] = "Mine", "Theirs"
    wished = differences(shipped, mine)
    kept = apply_differences(theirs, wished)
    assert [(clash.difference, clash.current) for clash in kept.clashes] == [(wished[0], "Theirs")]
    assert kept.data == theirs
    assert apply_differences(theirs, wished, over=True).data == mine


def test_removing_what_somebody_changed_is_a_clash(shipped: Data) -> None:
    mine, theirs = copy.deepcopy(shipped), copy.deepcopy(shipped)
    removed = mine["sections"][1]["questions"].pop(0)
    theirs["sections"][1]["questions"][0]["core"] = not removed.get("core", False)
    assert len(apply_differences(theirs, differences(shipped, mine)).clashes) == 1


def test_order_is_kept_around_what_others_added(shipped: Data) -> None:
    before = {"levels": [{"key": key} for key in "abc"]}
    wished = differences(before, {"levels": [{"key": key} for key in "cab"]})
    theirs = {"levels": [{"key": key} for key in "abxc"]}
    assert apply_differences(theirs, wished).data == {"levels": [{"key": key} for key in "cabx"]}


def test_first_item_of_a_list_that_was_not_there() -> None:
    wished = differences({"locales": ["en"]}, {"locales": ["en"], "readings": [{"key": "sure"}]})
    assert wished == [Difference(("readings", "sure"), Kind.ADDED, after={"key": "sure"})]
    assert apply_differences({"locales": ["en"]}, wished).data == {"locales": ["en"], "readings": [{"key": "sure"}]}


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (("sections", 0, "questions", 0, "text"), "sections.profile.questions.sector.text"),
        (("tree", "children", 0, "weight"), "nodes.equipment.weight"),
        (("tree",), "nodes.overall"),
        (("levels", 1, "gate"), "levels.{level}.gate"),
        (("nonsense", 3), "nonsense.3"),
    ],
)
def test_address_names_keys_for_positions(shipped: Data, path: tuple[str | int, ...], written: str) -> None:
    nested = nested_data(shipped)
    expected = written.format(level=shipped["levels"][1]["key"])
    names = {"profile": nested["sections"][0]["key"], "sector": nested["sections"][0]["questions"][0]["key"]}
    expected = expected.replace(".sector.", f".{names['sector']}.").replace(
        "sections.profile", f"sections.{names['profile']}"
    )
    expected = expected.replace("nodes.overall", f"nodes.{nested['tree']['key']}")
    expected = expected.replace("nodes.equipment", f"nodes.{nested['tree']['children'][0]['key']}")
    assert address(nested, path) == expected
