"""Editions: frozen look, frozen choice, and one stored report for one content."""

import re
import threading
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.responses.models import Perspective, Result
from recommendations.report.actions import create_report
from recommendations.report.brand.actions import Look, change_brand
from recommendations.report.content.edition_schema import Section, View
from recommendations.report.content.schema import ReportContent
from recommendations.report.editions.actions import Event, NoSuchResult, create_edition, create_editions
from recommendations.report.editions.options import EditionOptions
from recommendations.report.models import Brand, Report
from recommendations.report.renderer.client import renderer
from recommendations.report.renderer.outcomes import Outcome, RendererDied
from tests.report.brand.pictures import png_logo
from tests.report.editions.conftest import sit

OPTIONS = EditionOptions()


def make(seat: Seat, result: Result, language: str = "en", **changes: object) -> Report:
    options = replace(OPTIONS, **changes)  # type: ignore[arg-type]
    return create_edition(seat=seat, assessment=result.assessment, options=options, language=language)


def content_of(report: Report) -> ReportContent:
    return ReportContent.model_validate(Report.objects.get(pk=report.pk).content)


def words_of(report: Report) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(bytes(report.pdf))).pages)


def test_edition_belongs_to_the_workspace_and_is_recorded(seat: Seat, client_file: Client, result: Result) -> None:
    report = make(seat, result)
    assert (report.workspace, report.made_by, report.result) == (seat.workspace, seat.person, result)
    event = AuditEvent.objects.get(event=Event.EDITION_MADE)
    assert (event.actor_id, event.object_id, event.enterprise_id) == (
        seat.person.pk,
        str(report.public_id),
        result.assessment.enterprise_id,
    )


def test_equal_choices_give_the_same_report_and_others_another(seat: Seat, result: Result) -> None:
    first, again = make(seat, result), make(seat, result)
    other = make(seat, result, sections=(Section.SUMMARY,))
    assert (again.pk, other.pk != first.pk, Report.objects.count()) == (first.pk, True, 2)


def test_two_workspaces_of_one_name_and_look_have_reports_of_their_own(
    seat: Seat, result: Result, rival_consultant: User
) -> None:
    rivals = Workspace.objects.create(slug="rivals", name=seat.workspace.name)
    theirs = make(sit(rivals, rival_consultant, WorkspaceRole.CONSULTANT), result)
    assert (make(seat, result).workspace, theirs.workspace) == (seat.workspace, rivals)


def test_report_of_the_enterprise_itself_is_as_it_was(seat: Seat, result: Result) -> None:
    """What came later is not written where it is missing, so that fingerprints of older reports still hold."""
    change_brand(seat=seat, look=Look(png_logo(), "#7a1f3d", {"en": "Cover"}, {"en": "Foot"}), seen_version=0)
    own = create_report(assessment=result.assessment, result=result, language="en")
    assert ("edition" in own.content, own.workspace, "Gear Advisers" in words_of(own)) == (False, None, False)


def test_look_is_frozen_with_the_report(seat: Seat, result: Result) -> None:
    look = Look(png_logo(), "#7a1f3d", {"en": "For the city"}, {"en": "Gear Advisers, Zhongshan"})
    change_brand(seat=seat, look=look, seen_version=0)
    report = make(seat, result)
    before = (report.content_hash, report.pdf_hash, bytes(report.pdf))
    change_brand(seat=seat, look=Look(None, "#000000", {}, {}), seen_version=1)
    Workspace.objects.update(name="Another name")
    kept = Report.objects.get(pk=report.pk)
    assert (kept.content_hash, kept.pdf_hash, bytes(kept.pdf)) == before
    edition = content_of(kept).edition
    assert edition is not None
    assert (edition.name, edition.colour, edition.cover_text, edition.footer, edition.logo[:22]) == (
        "Gear Advisers",
        "#7a1f3d",
        "For the city",
        "Gear Advisers, Zhongshan",
        "data:image/png;base64,",
    )
    assert ("For the city" in words_of(kept), "Gear Advisers, Zhongshan" in words_of(kept)) == (True, True)
    assert make(seat, result).pk != report.pk


def test_what_is_left_out_is_not_in_the_content_either(seat: Seat, result: Result) -> None:
    content = content_of(make(seat, result, sections=(Section.SUMMARY, Section.ACTIONS)))
    left = (content.answers, content.sources, content.figures, content.undecided, content.cases, content.path)
    assert left == ((), (), (), (), (), None)
    assert [action.money or action.categories or action.measures for action in content.actions] == [()] * len(
        content.actions
    )
    assert all(barrier.holds_back == () == barrier.carries for barrier in content.barriers)


def test_view_decides_which_result_the_report_is_about(seat: Seat, verified: Result) -> None:
    made = {view: make(seat, verified, view=view) for view in View}
    perspectives = {view: report.result.perspective for view, report in made.items()}
    assert perspectives == {
        View.OWN: Perspective.SELF,
        View.VERIFIED: Perspective.VERIFIED,
        View.BOTH: Perspective.VERIFIED,
    }
    assert len({report.pk for report in made.values()}) == 3


def test_verified_view_of_what_nobody_verified_is_refused(seat: Seat, result: Result) -> None:
    with pytest.raises(NoSuchResult):
        make(seat, result, view=View.BOTH)
    assert Report.objects.count() == 0


def test_editions_in_all_languages_are_made_and_the_choice_is_kept(seat: Seat, result: Result) -> None:
    options = EditionOptions(sections=(Section.SUMMARY,), languages=("zh-hans", "en"))
    reports = create_editions(seat=seat, assessment=result.assessment, options=options)
    brand = Brand.objects.get(workspace=seat.workspace)
    assert ([report.language for report in reports], brand.last_options, brand.version) == (
        ["en", "zh-hans"],
        options.to_json(),
        0,
    )


def test_languages_are_drawn_at_once_and_all_or_none_are_stored(
    seat: Seat, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_began = threading.Barrier(2, timeout=20)

    def draw(html: str) -> bytes:
        both_began.wait()  # one after the other would never come past this
        if failing and 'lang="zh-Hans"' in html:
            raise RendererDied(Outcome.DIED)
        return b"%PDF-1.7 " + re.findall(rb'lang="[^"]+"', html.encode())[0] + b"%%EOF"

    failing = True
    monkeypatch.setattr(renderer, "render", draw)
    options = EditionOptions(sections=(Section.SUMMARY,), languages=("en", "zh-hans"))
    with pytest.raises(RendererDied):
        create_editions(seat=seat, assessment=result.assessment, options=options)
    assert Report.objects.count() == 0
    failing = False
    reports = create_editions(seat=seat, assessment=result.assessment, options=options)
    assert [(report.language, bytes(report.pdf)) for report in reports] == [
        ("en", b'%PDF-1.7 lang="en"%%EOF'),
        ("zh-hans", b'%PDF-1.7 lang="zh-Hans"%%EOF'),
    ]
    assert (
        create_editions(seat=seat, assessment=result.assessment, options=options) == reports
    )  # nothing is drawn again
