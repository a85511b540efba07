"""Drawing ahead: the PDF waits for whoever has just submitted, and nothing depends on it."""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import timezone

from assessment.accounts.models import Enterprise
from assessment.audit.models import AuditEvent
from assessment.responses.models import Assessment, Mode, Result
from recommendations.report import actions, ahead
from recommendations.report.actions import create_report
from recommendations.report.ahead import draw_ahead, forget_old_drawings
from recommendations.report.models import DrawnAhead, Report
from recommendations.report.renderer.outcomes import Outcome, RendererDied


@dataclass(frozen=True)
class Drawing:
    """A renderer that draws nothing but writes down for whom."""

    who: str
    made: list[str]

    def render(self, html: str) -> bytes:
        self.made.append(self.who)
        return f"%PDF {self.who} %%EOF".encode()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who drew, in order: "ahead" or "asked"."""
    made: list[str] = []
    monkeypatch.setattr(ahead, "renderer", Drawing("ahead", made))
    monkeypatch.setattr(actions, "renderer", Drawing("asked", made))
    return made


def ask(result: Result, language: str = "en") -> Report:
    return create_report(assessment=result.assessment, result=result, language=language)


def test_a_fresh_result_is_drawn_once_and_handed_out(result: Result, drawn: list[str]) -> None:
    assert (draw_ahead(), draw_ahead()) == (True, False)
    assert (bytes(ask(result).pdf), drawn) == (b"%PDF ahead %%EOF", ["ahead"])
    assert (DrawnAhead.objects.count(), draw_ahead()) == (0, False)


def test_nothing_is_a_report_before_it_is_asked_for(result: Result, drawn: list[str]) -> None:
    draw_ahead()
    assert (Report.objects.count(), AuditEvent.objects.filter(object_type="report").count()) == (0, 0)


def test_what_has_changed_since_is_drawn_again(result: Result, drawn: list[str]) -> None:
    draw_ahead()
    Enterprise.objects.filter(pk=result.assessment.enterprise_id).update(name="Another name")
    report = ask(Result.objects.get(pk=result.pk))
    assert (bytes(report.pdf), drawn) == (b"%PDF asked %%EOF", ["ahead", "asked"])


def test_another_language_is_drawn_when_it_is_asked_for(result: Result, drawn: list[str]) -> None:
    draw_ahead()
    assert bytes(ask(result, "zh-hans").pdf) == b"%PDF asked %%EOF"


def test_a_report_is_written_once_where_nothing_was_drawn_ahead(
    result: Result, monkeypatch: pytest.MonkeyPatch, drawn: list[str]
) -> None:
    written: list[str] = []
    monkeypatch.setattr(actions, "html_of", lambda content, imprint: written.append(imprint.number) or "<p/>")
    assert (written, drawn) == ([ask(result).number], ["asked"])


def test_a_failure_costs_nothing_but_time(result: Result, monkeypatch: pytest.MonkeyPatch, drawn: list[str]) -> None:
    def fail(html: str) -> bytes:
        raise RendererDied(Outcome.DIED)

    monkeypatch.setattr(ahead, "renderer", SimpleNamespace(render=fail))
    assert (draw_ahead(), draw_ahead()) == (True, False)
    assert bytes(ask(result).pdf) == b"%PDF asked %%EOF"


def test_interviews_and_older_results_are_left_alone(result: Result, drawn: list[str]) -> None:
    Assessment.objects.filter(pk=result.assessment_id).update(mode=Mode.INTERVIEW)
    assert draw_ahead() is False
    Assessment.objects.filter(pk=result.assessment_id).update(mode=Mode.SELF)
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert draw_ahead() is False
    assert (draw_ahead(), drawn) == (True, ["ahead"])


def test_a_result_with_a_report_needs_nothing(result: Result, drawn: list[str]) -> None:
    ask(result)
    assert (draw_ahead(), drawn) == (False, ["asked"])


def test_what_nobody_asked_for_goes_after_a_day(result: Result, drawn: list[str]) -> None:
    draw_ahead()
    with time_machine.travel(timezone.now() + timedelta(hours=23)):
        assert forget_old_drawings() == 0
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert (forget_old_drawings(), DrawnAhead.objects.count()) == (1, 0)
