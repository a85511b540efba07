"""Answers of the bench are kept as a worked example, which then comes out as it says."""

from django.test import Client

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from tests.studio.trial_content import BENCH, CHECK, KEEP, WORKSHOP, bank_data, bench, edit, loaded

__all__ = ["bench", "loaded"]

ANSWERS = {"base": "1", "scope": "full", "sample": "nothing", "q.EQ01": "40", "q.EQ02.alt": "unknown"}


def test_kept_answers_become_an_example_that_agrees(bench: Client, editor: User) -> None:
    kept = bench.post(KEEP, ANSWERS)
    assert (kept.status_code, kept.headers["Location"]) == (
        302,
        "/studio/banks/four-barriers/scoring/examples/tried_1/",
    )
    example = bank_data()["examples"][-1]
    assert example["key"] == "tried_1"
    assert example["answers"]["EQ01"] == "40"
    assert example["working"] == {
        "en": "Calculated by the engine, not by hand: verify every figure before you rely on it.",
        "zh-hans": "由程序计算，并非手工计算：使用前请核对每个数字。",
    }
    found = bench.get(CHECK).context["page"]
    assert (found.errors, found.failed) == (0, 0)
    assert len(found.examples) > 87
    assert AuditEvent.objects.filter(event="copy.changed", actor=editor).count() == 1


def test_answers_of_a_whole_sample_can_be_kept_twice(bench: Client) -> None:
    sample = bench.get(BENCH, WORKSHOP).context["given"]
    sent = {"base": "1", "scope": "full", "sample": sample.sample}
    for key, entry in sample.entries.items():
        values = [*entry.chosen, *([entry.text] if entry.text else [])]
        sent |= {f"q.{key}": values} if values else {}
    first, second = bench.post(KEEP, sent), bench.post(KEEP, sent)
    assert [answer.headers["Location"][-8:] for answer in (first, second)] == ["tried_1/", "tried_2/"]
    assert bench.get(CHECK).context["page"].failed == 0


def test_answers_that_cannot_be_read_are_not_kept(bench: Client) -> None:
    before = bank_data()
    page = bench.post(KEEP, {"base": "1", "q.EQ01": "a lot"})
    assert page.status_code == 422
    assert [problem.key for problem in page.context["problems"]] == ["EQ01"]
    assert bank_data() == before


def test_others_keep_nothing(bench: Client, publisher: User) -> None:
    bench.force_login(publisher)
    before = bank_data()
    assert bench.post(KEEP, ANSWERS).status_code == 404
    assert bench.get(KEEP).status_code == 405
    assert bank_data() == before
    assert "Keep these answers" not in bench.get(BENCH).content.decode()


def test_keeping_disturbs_nothing_that_others_changed(bench: Client) -> None:
    edit("title.en", "Another title")
    bench.post(KEEP, ANSWERS)
    assert bank_data()["title"]["en"] == "Another title"
