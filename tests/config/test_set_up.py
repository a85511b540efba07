"""From an empty database to a site that can be used, and what a second start leaves alone."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from assessment.audit.models import AuditEvent
from assessment.bank.models import Bank, Release
from assessment.config.shipped_content import BANK, CONTENT, FRAMEWORKS, is_loaded
from assessment.config.static_files import collect_static_files
from assessment.responses.models import Assessment


def set_up(*arguments: str) -> str:
    output = StringIO()
    call_command("set_up", *arguments, stdout=output)
    return output.getvalue()


@pytest.fixture
def base_dir(settings: Settings, tmp_path: Path, db: None) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    return Path(settings.BASE_DIR)


def test_first_set_up_releases_the_content_and_a_second_says_nothing(base_dir: Path) -> None:
    assert set_up() != ""
    assert [file.path for file in CONTENT + FRAMEWORKS if not is_loaded(file, base_dir)] == []
    released = Release.objects.order_by("bank__slug").values_list("bank__slug", "major", "minor")
    assert list(released) == [
        ("eurostat-dii", 1, 0),
        ("four-barriers", 1, 0),
        ("impuls-index", 1, 0),
        ("process-capability", 1, 0),
    ]
    assert set_up() == ""
    assert Release.objects.count() == 4


def test_frameworks_do_not_take_the_place_of_the_main_bank(base_dir: Path, client: Client) -> None:
    set_up()
    first = Release.objects.order_by("released_at", "pk").select_related("bank").first()
    assert first is not None and first.bank.slug == BANK
    client.post(reverse("responses:assessment-start"), {"enterprise_name": "Anybody", "scope": "quick"})
    assert Assessment.objects.get().release == first


def test_changed_framework_alone_is_loaded_again(base_dir: Path) -> None:
    set_up()
    file = FRAMEWORKS[0]
    AuditEvent.objects.create(
        event="config.shipped_file_loaded",
        object_type="config.shipped_file",
        object_id=file.path,
        details={"sha256": "of an older file"},
    )
    assert [line.split("  ")[0] for line in set_up().splitlines()] == [
        "Loaded eurostat-dii.yaml into the working copy of eurostat-dii.",
        "eurostat-dii 1.0",
    ]


def test_second_set_up_keeps_what_an_editor_changed(base_dir: Path) -> None:
    set_up()
    Bank.objects.filter(slug=BANK).update(title={"en": "Changed by an editor", "zh-hans": "编辑改过"})
    set_up()
    assert Bank.objects.get(slug=BANK).title == {"en": "Changed by an editor", "zh-hans": "编辑改过"}


def test_demo_has_one_finished_sample_and_a_link_to_it(base_dir: Path, client: Client) -> None:
    first = set_up("--demo")
    output = set_up("--demo")
    assert Assessment.objects.filter(workspace=None, submitted_at__isnull=False).count() == 1
    assert ("A sample workspace: /w/" in first, "A sample workspace" in output) == (True, False)  # made once
    link = re.search(r"http://[^/]+(/r/\S+/)", output)
    assert link is not None
    assert client.get(link[1]).status_code == 200


def test_shipped_file_is_loaded_again_when_it_has_changed(base_dir: Path) -> None:
    set_up()
    file = CONTENT[0]
    AuditEvent.objects.create(
        event="config.shipped_file_loaded",
        object_type="config.shipped_file",
        object_id=file.path,
        details={"sha256": "of an older file"},
    )
    assert is_loaded(file, base_dir) is False
    assert "four-barriers 1.0" in set_up()
    assert is_loaded(file, base_dir) is True


def test_static_files_are_collected_once_and_without_the_fonts(base_dir: Path, settings: Settings) -> None:
    assert collect_static_files(settings.STATIC_ROOT) is True
    assert collect_static_files(settings.STATIC_ROOT) is False
    collected = {path.name for path in Path(settings.STATIC_ROOT).rglob("*")}
    assert ("fourfold.css" in collected, "NotoSansSC-Regular-GBK.ttf" in collected) == (True, False)
