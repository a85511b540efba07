"""What a browser would send of a form as it stands on a page."""

from html.parser import HTMLParser
from typing import Any

UNSENT = {"submit", "button"}


class _Fields(HTMLParser):
    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.form_id, self.inside, self.found = form_id, False, {}  # type: ignore[var-annotated]
        self.select, self.area, self.chosen = "", "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = {name: value if value is not None else "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not self.inside:
            return
        if tag == "input" and "name" in given and given.get("type") not in UNSENT and "disabled" not in given:
            self._input(given)
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and self.select and (self.select not in self.found or "selected" in given):
            self.found[self.select] = [given.get("value", "")]
        elif tag == "textarea":
            self.area = given["name"]
            self.found[self.area] = [""]

    def _input(self, given: dict[str, Any]) -> None:
        if given.get("type") in ("checkbox", "radio"):
            if "checked" in given:
                self.found.setdefault(given["name"], []).append(given.get("value", "on"))
        else:
            self.found.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.area:
            self.found[self.area][0] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            self.found[self.area][0] = self.found[self.area][0].removeprefix("\n")
            self.area = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.inside = False


def typed_into(page: Any, form_id: str = "question-form", **changes: Any) -> dict[str, Any]:
    """This function will return the fields of the form on a page, with `changes` typed in; None takes a field out."""
    fields = _Fields(form_id)
    fields.feed(page.content.decode())
    sent: dict[str, Any] = {name: values for name, values in fields.found.items() if name != "csrfmiddlewaretoken"}
    sent |= changes
    return {name: value for name, value in sent.items() if value is not None}
