"""What a question that is being written begins with, again when its kind is changed."""

from typing import Any

from django.http import QueryDict

from assessment.bank.editing.flat import Data
from recommendations.studio.editor.defaults import begun
from recommendations.studio.editor.kinds import kind_of
from recommendations.studio.editor.question_form import CREDIT, LINEAR, POINTS


def with_beginnings(sent: QueryDict, key: str, locales: list[str], *, is_scored: bool) -> QueryDict:
    """This function will return what was typed, with what its kind begins with where nothing stands yet.

    Options and rows that another kind began with give way; what somebody typed stays.
    """
    kind, before = (
        begun(kind_of(sent.get(name, "")), key, locales, is_scored=is_scored) for name in ("kind", "kind_before")
    )
    changed = sent.copy()
    for name in ("options", "rows"):
        labels = _labels(sent, name)
        if kind.get(name) and (not labels or labels == [line["label"] for line in before.get(name, [])]):
            _write_lines(changed, name, kind[name])
            if name == "options":
                changed["worth"] = next((worth for worth in (CREDIT, POINTS) if worth in kind[name][0]), "nothing")
    _write_numbers(changed, kind)
    return changed


def _write_numbers(sent: QueryDict, kind: Data) -> None:
    for name in ("minimum", "maximum"):
        if name in kind and not sent.get(name, "").strip():
            sent[name] = kind[name]
    line = kind.get("linear", {})
    if line and not any(sent.get(name, "").strip() for name in line):
        sent["counted"] = LINEAR
        for name, value in line.items():
            sent[name] = value


def _labels(sent: QueryDict, name: str) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for field, value in sent.items():
        rows, index, label = (field.split("-", 2) + ["", ""])[:3]
        if rows == name and index.isdecimal() and label.startswith("label_") and str(value).strip():
            found.setdefault(int(index), {})[label.removeprefix("label_")] = str(value)
    return [found[index] for index in sorted(found)]


def _write_lines(sent: QueryDict, name: str, lines: list[Data]) -> None:
    for field in [field for field in sent if field.startswith(f"{name}-")]:
        del sent[field]
    for index, line in enumerate(lines):
        for field, value in _fields(line).items():
            sent[f"{name}-{index}-{field}"] = value
    sent[f"{name}-TOTAL_FORMS"], sent[f"{name}-INITIAL_FORMS"] = str(len(lines)), "0"


def _fields(line: dict[str, Any]) -> dict[str, str]:
    texts = {f"label_{locale}": text for locale, text in line["label"].items()}
    return texts | {name: "on" if value is True else value for name, value in line.items() if name != "label"}
