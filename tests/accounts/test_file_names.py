"""Downloads are named after the enterprise, and no name gets out of the header."""

import pytest

from assessment.accounts.file_names import attachment_header


@pytest.mark.parametrize(
    ("enterprise", "written"),
    [
        ("Four Gears Ltd", "plan%20Four%20Gears%20Ltd.ics"),
        ("晨光机械", "plan%20%E6%99%A8%E5%85%89%E6%9C%BA%E6%A2%B0.ics"),
        ('"; filename="evil.exe', "plan%20filenameevil.exe.ics"),
        ("../../etc/passwd\r\nX: y", "plan%20....etcpasswdX%20y.ics"),
        ("///", "plan.ics"),
        ("x" * 200, f"plan%20{'x' * 80}.ics"),
    ],
)
def test_name_keeps_letters_digits_blanks_hyphens_and_dots(enterprise: str, written: str) -> None:
    expected = f"attachment; filename=\"plan.ics\"; filename*=UTF-8''{written}"
    assert attachment_header("plan", ".ics", enterprise) == expected


def test_file_is_called_something_in_the_language_of_its_reader() -> None:
    header = "attachment; filename=\"plan.ics\"; filename*=UTF-8''%E8%AE%A1%E5%88%92"
    assert attachment_header("plan", ".ics", "晨光", "计划") == f"{header}%20%E6%99%A8%E5%85%89.ics"
    assert attachment_header("plan", ".ics", "///", "计划") == f"{header}.ics"
