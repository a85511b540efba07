"""What the builder shows: only what exists and may be asked, with a label for every control, in a page of moderate size."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from assessment.bank.documents import read_bank_file
from recommendations.studio.conditions.fields import ConditionField, ConditionSubject
from tests.scoring.everything import EVERYTHING

RULE = ConditionSubject.rule(EVERYTHING)
MOST_BYTES = 300_000


def rendered(data: object, subject: ConditionSubject = RULE, **options: object) -> str:
    return ConditionField(subject=subject, **options).widget.render("when", data, {"id": "id_when"})


def opened(subject: ConditionSubject) -> str:
    """The builder with one line in which nothing is chosen yet."""
    return rendered({"fact": "", "op": ""}, subject)


def options_of(page: str, control: str) -> list[tuple[str, str]]:
    select = re.findall(rf'<select[^>]*name="when:{control}".*?</select>', page, re.DOTALL)[0]
    return re.findall(r'<option value="([^"]+)"[^>]*>([^<]*)</option>', select)


def headings_of(page: str) -> list[str]:
    return re.findall(r'<optgroup label="([^"]*)">', page)


def test_facts_are_grouped_by_section_and_barrier() -> None:
    assert headings_of(opened(RULE)) == [
        "Profile",
        "Main",
        "Scores: the whole",
        "Scores: Left",
        "Scores: Right",
        "Scores: Last",
        "Left open: Profile",
        "Left open: Main",
        "Still to win: Main",
    ]


def test_every_fact_of_the_bank_is_offered_once() -> None:
    names = [name for name, _title in options_of(opened(RULE), "0-0:fact")]
    assert sorted(names) == sorted(RULE.facts)


def test_size_class_is_offered_in_a_bank_without_a_profile_too() -> None:
    bank = EVERYTHING.model_copy(update={"sections": EVERYTHING.sections[1:]})
    names = [name for name, _title in options_of(opened(ConditionSubject.rule(bank)), "0-0:fact")]
    assert names.count("profile.size_class") == 1


def test_facts_are_called_so_that_they_are_told_apart() -> None:
    titles = dict(options_of(opened(RULE), "0-0:fact"))
    assert {
        name: titles[name] for name in ("answer.A", "unknown.A", "contribution.A", "level", "profile.size_class")
    } == {
        "answer.A": "Question A (A)",
        "unknown.A": "Left open: Question A (A)",
        "contribution.A": "Still to win with Question A (A)",
        "level": "The overall level",
        "profile.size_class": "Size class",
    }
    assert {name: titles[name] for name in ("node.left", "level.left", "coverage.left", "rank.left")} == {
        "node.left": "Score of Left",
        "level.left": "Level of Left",
        "coverage.left": "Answered share of Left",
        "rank.left": "Place of Left, counted from the weakest",
    }
    assert len(set(titles.values())) == len(titles)


def test_visibility_offers_only_what_is_asked_before() -> None:
    page = opened(ConditionSubject.visibility(EVERYTHING, "B"))
    names = [name for name, _title in options_of(page, "0-0:fact")]
    families = {name.partition(".")[0] for name in names}
    assert (families, {"answer.A", "unknown.A"} <= set(names), "answer.B" in names) == (
        {"profile", "answer", "unknown"},
        True,
        False,
    )


def test_gate_does_not_offer_the_overall_level() -> None:
    names = [name for name, _title in options_of(opened(ConditionSubject.gate(EVERYTHING)), "0-0:fact")]
    assert ("level" in names, "level.all" in names) == (False, True)


@pytest.mark.parametrize(
    ("fact", "hows"),
    [
        ("answer.C", ["gte", "gt", "lte", "lt", "eq", "between", "known", "not_known"]),
        ("answer.A", ["is", "not_is", "in", "not_in", "known", "not_known"]),
        ("answer.B", ["has", "not_has", "has_any", "has_none", "known", "not_known"]),
        ("answer.E", ["is", "known", "not_known"]),
        ("answer.T", ["known", "not_known"]),
        ("unknown.A", ["is"]),
    ],
)
def test_only_comparisons_that_fit_are_offered(fact: str, hows: list[str]) -> None:
    page = rendered({"fact": fact, "op": hows[0].removeprefix("not_")})
    assert [how for how, _label in options_of(page, "0-0:how")] == hows


def test_levels_are_chosen_by_title() -> None:
    page = rendered({"fact": "level", "op": "between", "value": [1, 2]})
    titles = [("0", "Zero"), ("1", "One"), ("2", "Two"), ("3", "Three"), ("4", "Four")]
    assert options_of(page, "0-0:value") == titles
    assert re.findall(r'<option value="(\d)" selected', page) == ["1", "2"]


def test_shares_are_written_as_percentages_and_numbers_have_bounds() -> None:
    page = rendered({"fact": "coverage.left", "op": "lt", "value": 0.805})
    field = re.findall(r'<input class="form-control condition-number"[^>]*>', page)[0]
    assert ('value="80.5"' in field, 'min="0"' in field, 'max="100"' in field) == (True, True, True)
    assert '<span class="condition-unit">%</span>' in page


def test_number_off_the_grid_is_left_to_the_server() -> None:
    """A browser would refuse to send what the document already says."""
    page = rendered({"fact": "profile.people", "op": "gt", "value": 0.5})
    field = re.findall(r'<input class="form-control condition-number"[^>]*>', page)[0]
    assert ('step="any"' in field, 'value="0.5"' in field) == (True, True)


def test_condition_is_read_out_as_a_sentence() -> None:
    page = rendered(
        {"all": [{"fact": "answer.C", "op": "lte", "value": 40}, {"fact": "node.left", "op": "lt", "value": 9}]}
    )
    assert '<span class="condition-said">Question C is at most 40 % and Left is below 9</span>' in page


def test_every_control_has_a_label() -> None:
    page = rendered(
        {
            "any": [
                {"fact": "answer.C", "op": "between", "value": [1, 2]},
                {"all": [{"fact": "answer.B", "op": "has_any", "value": ["x"]}, {"fact": "", "op": ""}]},
                {"fact": "level", "op": "gte", "value": 2},
            ]
        }
    )
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', page))
    controls = re.findall(r'<(?:select|input (?!type="(?:hidden|checkbox)"))[^>]*? id="([^"]+)"', page)
    assert (len(controls), sorted(set(controls) - labelled)) == (9, [])
    assert page.count('<input type="checkbox"') == page.count('<label class="condition-box">')
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_text_of_a_bank_is_escaped() -> None:
    section = EVERYTHING.sections[1]
    question = section.questions[0].model_copy(update={"text": {"en": "<b>{{ x }}</b>"}})
    sections = [EVERYTHING.sections[0], section.model_copy(update={"questions": [question, *section.questions[1:]]})]
    subject = ConditionSubject.rule(EVERYTHING.model_copy(update={"sections": sections}))
    page = rendered({"fact": "answer.A", "op": "is", "value": "full"}, subject)
    assert ("<b>" in page, "&lt;b&gt;{{ x }}&lt;/b&gt; (A)" in page) == (False, True)


def test_interface_speaks_chinese() -> None:
    bank = read_bank_file(Path(settings.BASE_DIR) / "assessment/bank/content/four_barriers.yaml")
    with translation.override("zh-hans"):
        page = rendered({"fact": "answer.EQ01", "op": "lte", "value": 40}, ConditionSubject.rule(bank))
    assert [label for _how, label in options_of(page, "0-0:how")][:3] == ["不低于", "高于", "不超过"]
    assert "能输出数据的设备（EQ01）" in page


def test_page_of_many_conditions_stays_small() -> None:
    """Sixty builders on a page: the list of all facts stands only where one is being chosen."""
    bank = read_bank_file(Path(settings.BASE_DIR) / "assessment/bank/content/four_barriers.yaml")
    subject = ConditionSubject.rule(bank)
    three = {"all": [{"fact": f"answer.EQ0{number}", "op": "known"} for number in (1, 2, 3)]}
    with translation.override("zh-hans"):
        line, empty = len(rendered(three, subject).encode()), len(rendered(None, subject).encode())
        choosing = len(opened(subject).encode())
    assert (line + 59 * empty + choosing < MOST_BYTES, choosing - empty < 60_000) == (True, True)


@pytest.mark.urls("tests.studio.conditions_page")
@pytest.mark.django_db
def test_page_loads_its_style_and_script(client: Client) -> None:
    page = client.get("/page/").content.decode()
    assert re.findall(r'<(?:link href|script src)="[^"]*/(studio_conditions\w*)[^"]*"', page) == [
        "studio_conditions",
        "studio_conditions",
    ]
    assert 'type="module"' in page
