"""The guide "Bring your own framework" as its tests read it: both languages, the example, the snippets, the recipes."""

import re
from pathlib import Path

from django.conf import settings

DOCS = Path(settings.BASE_DIR) / "docs"
GUIDE = (DOCS / "bring-your-own-framework.md").read_text(encoding="utf-8")
CHINESE = (DOCS / "bring-your-own-framework.zh-hans.md").read_text(encoding="utf-8")
EXAMPLE = DOCS / "examples" / "shop-check.yaml"
ANSWERS = DOCS / "examples" / "shop-check.answers.yaml"

ANSWER_BLOCK = re.compile(r"<!-- answers -->\n```yaml\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"(?<!<!-- answers -->\n)```yaml\n(.*?)```", re.DOTALL)
RECIPE = re.compile(r"<!-- recipe: (\w+) -->\n```yaml\n(.*?)```", re.DOTALL)
RECIPES = dict(RECIPE.findall(GUIDE))
