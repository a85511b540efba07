import gettext
import os
from pathlib import Path

from assessment.config.messages import compile_messages

SOURCE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Barrier"
msgstr "壁垒"

#, fuzzy
msgid "Talent"
msgstr "人"
"""


def test_messages_are_compiled_once_and_without_guesses(tmp_path: Path) -> None:
    folder = tmp_path / "assessment/bank/locale/zh_Hans/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(SOURCE, encoding="utf-8")
    assert compile_messages(tmp_path) == [folder / "django.mo"]
    assert compile_messages(tmp_path) == []
    with (folder / "django.mo").open("rb") as file:
        translations = gettext.GNUTranslations(file)
    assert [translations.gettext(text) for text in ("Barrier", "Talent")] == ["壁垒", "Talent"]
    later = (folder / "django.mo").stat().st_mtime + 1
    os.utime(folder / "django.po", (later, later))
    assert compile_messages(tmp_path) == [folder / "django.mo"]
