"""Worked examples take over what comes out now: what was expected, and nothing else; each says so."""

from datetime import date
from fractions import Fraction

import pytest
from django.test import Client
from django.utils import timezone

from assessment.accounts.models import User
from assessment.bank.compile import compile_bank
from assessment.bank.models import Bank, BankChange
from assessment.scoring.worked_examples import Comparison
from recommendations.studio.trial.taken_over import is_taken_over, with_sentence
from recommendations.studio.trial.taking_over import replace_figure
from tests.studio.trial_content import CHECK, bank_data, bench, edit, loaded

__all__ = ["bench", "loaded"]

TAKE = f"{CHECK}figures/"
FORM = "/studio/banks/four-barriers/scoring/examples/metal_workshop/"
SAID = "Figures taken over from the calculation on {}; verify by hand."


def revision() -> int:
    return Bank.objects.get(slug="four-barriers").revision


def names_of(example: dict[str, object]) -> dict[str, list[str]]:
    expected = example["expect"]
    assert isinstance(expected, dict)
    return {node: list(figures) for node, figures in expected.items()}


def test_all_figures_are_taken_over_in_one_change(bench: Client) -> None:
    edit("nodes.equipment.weight", "9")
    before, changes = bank_data(), BankChange.objects.count()
    page = bench.get(CHECK)
    failed = page.context["page"].failed
    touched = {example.key for example in page.context["page"].differing}
    assert (failed > len(touched), len(touched)) == (True, 7)
    assert "Take over the figures of all examples" in page.content.decode()
    answer = bench.post(TAKE, {"base": revision()}, follow=True)
    assert answer.redirect_chain == [(f"{CHECK}#worked-examples", 302)]
    assert f"{failed} figures taken over." in answer.content.decode()
    found, after = answer.context["page"], bank_data()
    assert (found.errors, found.failed, found.unverified) == (0, 0, 7)
    assert BankChange.objects.count() == changes + 1
    for old, new in zip(before["examples"], after["examples"], strict=True):
        assert names_of(old) == names_of(new)
        assert (old["answers"], old.get("tolerance")) == (new["answers"], new.get("tolerance"))
        if old["key"] not in touched:
            assert old == new
            continue
        today = timezone.localdate().isoformat()
        assert new["working"]["en"] == f"{old['working']['en'].rstrip()}\n{SAID.format(today)}"
        assert f"{today} 的计算结果" in new["working"]["zh-hans"]
    assert {key: value for key, value in before.items() if key != "examples"} == {
        key: value for key, value in after.items() if key != "examples"
    }


def test_one_example_is_taken_over_from_its_own_page(bench: Client) -> None:
    edit("nodes.equipment.weight", "9")
    before = bank_data()["examples"]
    page = bench.get(FORM)
    [shown] = page.context["differing"]
    assert shown.key == "metal_workshop"
    assert "Figures that come out differently" in page.content.decode()
    answer = bench.post(TAKE, {"base": revision(), "example": "metal_workshop", "back": "example"})
    assert answer.headers["Location"] == FORM
    changed = [old["key"] for old, new in zip(before, bank_data()["examples"], strict=True) if old != new]
    assert changed == ["metal_workshop"]
    assert bench.get(FORM).context["differing"] == ()


def test_figures_of_another_revision_are_not_taken_over(bench: Client) -> None:
    edit("nodes.equipment.weight", "9")
    before = bank_data()
    for base in ({"base": revision() - 1}, {"base": "none"}, {}):
        answer = bench.post(TAKE, base, follow=True)
        assert "Nothing was taken over: the bank has changed since." in answer.content.decode()
    assert bank_data() == before


def test_nothing_is_taken_over_where_nothing_differs_or_errors_stand(bench: Client) -> None:
    before = bank_data()
    assert "There was nothing to take over." in bench.post(TAKE, {"base": revision()}, follow=True).content.decode()
    assert bank_data() == before
    assert bench.post(TAKE, {"base": revision(), "example": "nobody"}).status_code == 404
    edit("sections.equipment.questions.EQ01.text.zh-hans", None)
    answer = bench.post(TAKE, {"base": revision()}, follow=True)
    assert "once no error is left" in answer.content.decode()


def test_a_number_that_is_gone_gives_way_to_its_status(loaded: None, db: None) -> None:
    document = compile_bank(Bank.objects.get(slug="four-barriers"))
    part = {"expect": {"overall": {"score": "5", "points": "5"}}, "tolerance": "0.005"}
    gone = Comparison("metal_workshop", "overall", "score", Fraction(5), None, agrees=False)
    assert replace_figure(part, gone, document)
    assert part["expect"] == {"overall": {"points": "5", "status": "scored"}}


@pytest.mark.parametrize(
    ("tolerance", "before", "after"),
    [
        ("0.005", "41.2", "66.67"),
        ("0.005", "41.23456", "66.66667"),
        ("0.5", "41", "67"),
        ("0", "41", "66.666666666667"),
    ],
)
def test_figures_are_written_as_finely_as_their_example_asks(
    loaded: None, db: None, tolerance: str, before: str, after: str
) -> None:
    document = compile_bank(Bank.objects.get(slug="four-barriers"))
    part = {"expect": {"overall": {"score": before}}, "tolerance": tolerance}
    differing = Comparison("metal_workshop", "overall", "score", Fraction(before), Fraction(200, 3), agrees=False)
    assert replace_figure(part, differing, document)
    assert part["expect"] == {"overall": {"score": after}}
    assert not replace_figure(part, differing, document)


def test_statuses_and_levels_are_said_in_words(bench: Client) -> None:
    edit("examples.metal_workshop.answers", {})
    rows = [row for row in bench.get(CHECK).context["page"].examples if row.key == "metal_workshop"]
    said = {row.expected for row in rows} | {row.actual for row in rows}
    assert not any("_" in words for words in said)


def test_the_sentence_is_said_once_with_the_newest_date() -> None:
    locales = ["en", "zh-hans", "de"]
    once = with_sentence({"en": "1 + 1 = 2\n"}, locales, date(2026, 1, 2))
    again = with_sentence(once, locales, date(2026, 11, 23))
    assert again["en"] == f"1 + 1 = 2\n{SAID.format('2026-11-23')}"
    assert again["de"] == SAID.format("2026-11-23")
    assert again["zh-hans"].count("2026") == 1
    assert (is_taken_over(again), is_taken_over({"en": "1 + 1 = 2"})) == (True, False)


@pytest.mark.parametrize("person", ["publisher", "stranger"])
def test_only_editors_take_over(loaded: None, db: None, person: str, request: pytest.FixtureRequest) -> None:
    user: User = request.getfixturevalue(person)
    client = Client()
    client.force_login(user)
    assert client.post(TAKE, {"base": 1}).status_code == 404
