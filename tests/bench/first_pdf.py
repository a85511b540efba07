"""One PDF from a new process, as the product draws it: `first_pdf HTML OUT`."""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "assessment.config.settings")
django.setup()

# The renderer reads a setting, which Django allows once it is set up.
from recommendations.report.renderer.client import renderer  # noqa: E402

if __name__ == "__main__":
    html, out = (Path(name) for name in sys.argv[1:3])
    out.write_bytes(renderer.render(html.read_text(encoding="utf-8")))
    renderer.close()
