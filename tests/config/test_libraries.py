import pytest

from assessment.config import libraries
from assessment.config.checks import check_pdf_libraries


def test_missing_library_is_a_warning_with_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries.LIBRARIES, "libharfbuzz-subset0", ("libno-such.so.0", "no-such"))
    assert [(message.id, message.msg, message.hint) for message in check_pdf_libraries()] == [
        (
            "config.W001",
            "System libraries for the PDF are missing: libharfbuzz-subset0.",
            "sudo apt-get install -y --no-install-recommends libharfbuzz-subset0",
        )
    ]


def test_all_libraries_are_here() -> None:
    assert check_pdf_libraries() == []
