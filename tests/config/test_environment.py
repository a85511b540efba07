from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from assessment.config.environment import Environment, read_env_file


def test_unset_and_empty_mean_the_default() -> None:
    environment = Environment({"FOURFOLD_HOST": " "})
    assert environment.text("FOURFOLD_HOST", "127.0.0.1") == "127.0.0.1"
    assert environment.flag("FOURFOLD_DEBUG", default=False) is False
    assert environment.number("FOURFOLD_PORT", 8000, low=1, high=65535) == 8000


@pytest.mark.parametrize(("raw", "value"), [("yes", True), ("On", True), ("1", True), ("no", False), ("FALSE", False)])
def test_flag_reads_common_spellings(raw: str, value: bool) -> None:
    assert Environment({"FOURFOLD_DEBUG": raw}).flag("FOURFOLD_DEBUG", default=not value) is value


def test_items_are_split_at_commas() -> None:
    assert Environment({"FOURFOLD_ALLOWED_HOSTS": "a.example, b.example,"}).items("FOURFOLD_ALLOWED_HOSTS", "") == [
        "a.example",
        "b.example",
    ]


def test_flag_refuses_nonsense_by_name() -> None:
    message = "FOURFOLD_DEBUG must be one of 1, on, true, yes, 0, no, off, false, not 'maybe'"
    with pytest.raises(ImproperlyConfigured) as caught:
        Environment({"FOURFOLD_DEBUG": "maybe"}).flag("FOURFOLD_DEBUG", default=False)
    assert str(caught.value) == message


@pytest.mark.parametrize("raw", ["0", "65536", "80.5", "-1", "eighty", "٣"])
def test_number_refuses_nonsense_by_name(raw: str) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        Environment({"FOURFOLD_PORT": raw}).number("FOURFOLD_PORT", 8000, low=1, high=65535)
    assert str(caught.value) == f"FOURFOLD_PORT must be a whole number from 1 to 65535, not {raw!r}"


def test_choice_refuses_nonsense_by_name() -> None:
    environment = Environment({"FOURFOLD_LANGUAGE": "klingon"})
    with pytest.raises(ImproperlyConfigured) as caught:
        environment.choice("FOURFOLD_LANGUAGE", "en", ("en", "zh-hans"))
    assert str(caught.value) == "FOURFOLD_LANGUAGE must be one of en, zh-hans, not 'klingon'"


@pytest.mark.parametrize("raw", ["Mars/Olympus", "../../etc/passwd", "Asia"])
def test_time_zone_refuses_nonsense_by_name(raw: str) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        Environment({"FOURFOLD_TIME_ZONE": raw}).time_zone("FOURFOLD_TIME_ZONE", "Asia/Shanghai")
    assert str(caught.value) == f"FOURFOLD_TIME_ZONE must be a time zone such as Asia/Shanghai, not {raw!r}"


def test_env_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("# where\n\nFOURFOLD_HOST=0.0.0.0\nFOURFOLD_SECRET_KEY='a = b # c'\n", encoding="utf-8")
    assert read_env_file(path) == {"FOURFOLD_HOST": "0.0.0.0", "FOURFOLD_SECRET_KEY": "a = b # c"}


def test_missing_env_file_says_nothing(tmp_path: Path) -> None:
    assert read_env_file(tmp_path / ".env") == {}


def test_env_file_refuses_nonsense_by_line(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text("FOURFOLD_HOST=0.0.0.0\nexport the port\n", encoding="utf-8")
    with pytest.raises(ImproperlyConfigured) as caught:
        read_env_file(path)
    assert str(caught.value) == ".env, line 2: expected NAME=VALUE"
