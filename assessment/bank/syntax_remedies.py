"""What most likely stopped the reader of a file: looked for in the lines around the place that it names."""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

_CLOSED = re.compile(r"""(?<![^\s{\[,:])("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:[,}\]:#]|$))""")
_WORD = r"[\w-]+"
# In the order in which they are looked for: what is certain first.
_CAUSES: list[tuple[str, Callable[[], str]]] = [
    (r"^ *\t", lambda: _("there is a tab: indent with spaces")),
    (
        rf"(^\s*(- )?|[{{,，｛]\s*)[\"'“]?{_WORD}[\"'”]?：",
        lambda: _("there is a full-width colon ：: write an ordinary colon and a space"),
    ),
    (r"[｛｝]", lambda: _("there are full-width braces ｛｝: write ordinary braces { }")),
    (r"[:\[-]\s*[［【]|[］】]\s*$", lambda: _("there are full-width brackets ［］: write ordinary brackets [ ]")),
    (rf"，\s*{_WORD}\s*[:：]", lambda: _("there is a full-width comma ，: write an ordinary comma and a space")),
    (r"(^|[:{,\[-])\s*[“”‘’„]", lambda: _('there are curly quotes “ ”: write straight quotes "')),
    (
        r"[:{,\[-]\s*[\"'][^\"']*$",
        lambda: _("a quote is opened and not closed: write it at the end of the text as well"),
    ),
    (
        r"[:{,\[]\s*([\"']).*?\1\s*[^\s,}\]:#]",
        lambda: _("put quotes round the whole text; one within it is written twice ('') or as ’"),
    ),
    (r"(^|[:{,\[-])\s+[%@`]", lambda: _("a text that begins with %, @ or ` stands in quotes")),
    (r"[:{,\[]\s+[-?|>](\s|$)", lambda: _("a text that begins with -, ?, | or > stands in quotes")),
    (r"[{\[][^}\]]* #", lambda: _("what follows # is a remark: put a text with # in quotes")),
    (rf"^\s*(- )?{_WORD}:[{{\[\"']", lambda: _("write a space after the colon")),
    (r": [^,{}\[\]\"']*: ", lambda: _("put a text with a colon in quotes")),
    (r": [^,{}\[\]\"'\s][^,{}\[\]\"']*[{}\[\]][^,}\]]", lambda: _("put a text with brackets or braces in quotes")),
]
_PAIRS = (("{", "}"), ("[", "]"))


def syntax_remedy(text: str, first: int, last: int) -> str:
    """This function will return how to mend a text that cannot be read, or "".

    `last` is the line at which reading stopped, `first` the one at which what was being read began, both from 1.
    """
    lines = text.split("\n")
    near = dict.fromkeys([last, _line_before(lines, last), first])
    for number in near:
        cause = next(_causes(lines[number - 1]), "") if 0 < number <= len(lines) else ""
        if cause:
            return cause if number == last else _on_line(cause, number)
    return _unclosed(lines, first)


def _line_before(lines: list[str], number: int) -> int:
    """The reader often notices only on the next line; lines without a word do not count."""
    before = min(number, len(lines) + 1) - 1
    while before > 0 and not lines[before - 1].strip():
        before -= 1
    return before


def _causes(line: str) -> Iterator[str]:
    bare = _CLOSED.sub('""', line).replace('""', "0")
    for pattern, said in _CAUSES:
        if re.search(pattern, bare):
            yield said()


def _unclosed(lines: list[str], number: int) -> str:
    bare = _CLOSED.sub("", lines[number - 1]) if 0 < number <= len(lines) else ""
    for opening, closing in _PAIRS:
        if bare.count(opening) > bare.count(closing):
            said = _("%(opening)s is opened and not closed: write %(closing)s")
            cause = said % {"opening": opening, "closing": closing}
            return cause if len(lines) == 1 else _on_line(cause, number)
    return _("look at the indentation: what belongs together begins in the same column")


def _on_line(cause: str, number: int) -> str:
    return _("%(cause)s (line %(line)d)") % {"cause": cause, "line": number}
