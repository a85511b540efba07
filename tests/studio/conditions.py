"""What a browser sends for the controls of a condition builder, read from the page that shows them."""

from html.parser import HTMLParser
from typing import Any

from recommendations.studio.conditions.fields import ConditionField, ConditionSubject

Posted = dict[str, list[str]]
CSRF = "csrfmiddlewaretoken"


def posted_condition(name: str, data: dict[str, Any] | None, subject: ConditionSubject) -> Posted:
    """This function will return the fields that a form sends for the condition `data` under the field `name`."""
    return controls_in(ConditionField(subject=subject).widget.render(name, data))


def controls_in(html: str) -> Posted:
    """This function will return what a browser sends for the controls in `html`, by name; buttons are not pressed."""
    reader = _Controls()
    reader.feed(html)
    return reader.sent


class _Controls(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.sent: Posted = {}
        self._select = ""
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "select":
            self._select, self._options = given["name"], []
        elif tag == "option":
            self._options.append((given["value"], "selected" in given))
        elif tag == "input" and given["name"] != CSRF and (given["type"] != "checkbox" or "checked" in given):
            self.sent.setdefault(given["name"], []).append(given["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._options:
            chosen = [value for value, is_selected in self._options if is_selected] or [self._options[0][0]]
            self.sent.setdefault(self._select, []).append(chosen[-1])
