"""Writes the report's HTML for an answers file, by the database that the environment names: `report_html FILE LANG OUT`."""

import sys
from pathlib import Path

import django

django.setup()

# Models can be imported once Django is set up.
from django.core.management import call_command  # noqa: E402

from recommendations.report.actions import make_imprint  # noqa: E402
from recommendations.report.content.build import build_content  # noqa: E402
from recommendations.report.diagnosis import diagnose  # noqa: E402
from recommendations.report.fingerprint import content_hash  # noqa: E402
from recommendations.report.gather import gather_material  # noqa: E402
from recommendations.report.printed import html_of  # noqa: E402


def main(answers: Path, locale: str, out: Path) -> None:
    """This function will set the database up where needed and write the HTML."""
    call_command("set_up", "--demo", stdout=sys.stderr)
    case = diagnose(answers, None)
    content = build_content(gather_material(case, locale))
    html = html_of(content, make_imprint(content_hash(content), case.submitted_on))
    out.write_text(html, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
