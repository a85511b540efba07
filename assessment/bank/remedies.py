"""How to mend what the schema refuses: the value as it would be admitted, guessed from what was written."""

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from assessment.bank.faults import KeyPath, shown
from assessment.bank.field_types import bounds, types_at
from assessment.scoring.answers import plain
from assessment.scoring.conditions import Test
from assessment.scoring.texts import KEY_PATTERN, LOCALE_PATTERN, Text

NEAR = 0.6
LEAST_PERCENT = 5  # 1.5 is a slip of another kind than 50
LONGEST_QUOTED = 40
SYNTAX = re.compile(r"[{}\[\],:#&*!|>'\"%@`]")
FULL_WIDTH = re.compile("[：，｛｝［］“”]")
COMPARISON = re.compile(r"\s*([\w.-]+)\s*(>=|<=|==|=|>|<|≥|≤|\bis\b)\s*([\w.-]+)\s*")
FIGURE = re.compile(r"(-?[0-9]+)(?:[.,]([0-9]+))?\s*(%?)")
THOUSANDS = re.compile(r"(-?[1-9][0-9]{0,2})((?:,[0-9]{3})+)")  # as many people group digits, and others write decimals
OTHER_WORDS = {
    **{">=": "gte", "≥": "gte", "ge": "gte", "<=": "lte", "≤": "lte", "le": "lte", ">": "gt", "<": "lt"},
    **{"=": "eq", "==": "eq", "equals": "eq", "contains": "has", "exists": "known"},
    **{"average": "mean", "avg": "mean", "total": "sum", "minimum": "min", "maximum": "max", "lookup": "table"},
    **{"radio": "single", "choice": "single", "checkbox": "multi", "multiple": "multi", "boolean": "yes_no"},
    **{"scale": "likert", "share": "percent", "matrix": "table", "grid": "table", "free_text": "text"},
}
CHINESE = ("zh_cn", "zh", "cn", "chinese", "zh_hans_cn", "zh_hans", "zh_sg", "中文")


def remedy(schema: type[BaseModel], path: KeyPath, details: ErrorDetails) -> str:
    """This function will return how to write what stands at `path`, or "" where that cannot be told."""
    value, kinds = details["input"], types_at(schema, path)
    if Test in kinds and details["type"] != "missing":
        return _condition(value)
    if Text in kinds and isinstance(value, str | int | float):
        return _write(f"{{en: {_scalar(str(value))}}}")
    found = _REMEDIES.get(details["type"])
    return found(schema, path, value) if found else ""


def pattern_message(pattern: str, value: Any) -> str:
    """This function will return why a word that does not match `pattern` is none, and one that would be."""
    if FULL_WIDTH.search(str(value)):
        return stray_text(value, value)
    if pattern == KEY_PATTERN:
        return _(
            "%(value)s is no key; a key begins with a letter and has only letters a to z, digits, _ and -, "
            "for example %(example)s"
        ) % {"value": shown(value), "example": _as_key(str(value))}
    if pattern == LOCALE_PATTERN:
        return _("%(value)s is no language; %(remedy)s") % {"value": shown(value), "remedy": _locale(str(value))}
    if pattern.startswith("^[a-z0-9]+(-"):
        example = _as_key(str(value)).lower().replace("_", "-")
        return _(
            "%(value)s is no short name; it has only small letters a to z, digits and -, for example %(example)s"
        ) % {
            "value": shown(value),
            "example": example,
        }
    if pattern.startswith("^(https?"):
        return _("%(value)s is no address on the web; it begins with https://") % {"value": shown(value)}
    if "@" in pattern:
        return _("%(value)s is no e-mail address") % {"value": shown(value)}
    return _("is not written as it should be (%(pattern)s): %(value)s") % {"pattern": pattern, "value": shown(value)}


def stray_text(key: Any, value: Any) -> str:
    """This function will return what to say of a key that is really a piece of text or was meant as `key: value`."""
    if not isinstance(key, str):
        return ""
    if FULL_WIDTH.search(key):
        return _("%(key)s: write ordinary colons, commas, braces and quotes outside of texts") % {"key": shown(key)}
    if value is None and ":" in key:
        return _("%(key)s: write a space after the colon") % {"key": shown(key)}
    if value is None and not re.fullmatch(r"[a-z]{2,3}(-[a-z]+)?|[\w-]*_[\w-]*", key):
        return _("%(key)s is no key: put a text with a comma in quotes") % {"key": shown(key)}
    return ""


def near_word(value: Any, known: Iterable[str]) -> str:
    """This function will return the one of `known` that was probably meant, or ""."""
    words = list(known)
    written = "_".join(str(value).lower().replace("-", " ").split())
    if OTHER_WORDS.get(written) in words:
        return OTHER_WORDS[written]
    return next(iter(difflib.get_close_matches(written, words, n=1, cutoff=NEAR)), "")


def _as_key(written: str) -> str:
    plain_text = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()
    key = re.sub(r"[^A-Za-z0-9_-]+", "_", plain_text).strip("_-")[:60]
    if not re.search(r"[A-Za-z0-9]", key):
        return "website"
    return key if key[0].isalpha() else f"q{key}"


def _locale(written: str) -> str:
    name = written.lower().replace("-", "_")
    if name in CHINESE:
        return _("did you mean %(key)s?") % {"key": "zh-hans"}
    if name.startswith("zh_") and name.split("_")[1] in ("tw", "hk", "mo", "hant"):
        return _("did you mean %(key)s?") % {"key": "zh-hant"}
    if name.startswith(("en_", "eng")) or name == "en":
        return _("did you mean %(key)s?") % {"key": "en"}
    return _("write it like en or zh-hans")


def _write(example: str) -> str:
    return _("write %(example)s") % {"example": example}


def _scalar(text: str) -> str:
    if len(text) > LONGEST_QUOTED:
        return "…"
    return shown(text) if SYNTAX.search(text) or not text.strip() else text


def _condition(value: Any) -> str:
    if isinstance(value, list):
        return _("write {all: […]} or {any: […]}")
    if not isinstance(value, str):
        return ""
    said = COMPARISON.fullmatch(value)
    if said is None:
        return _write("{fact: node.overall, op: gte, value: 75}")
    fact, sign, operand = said.groups()
    return _write(f"{{fact: {fact}, op: {OTHER_WORDS.get(sign, sign)}, value: {operand}}}")


def _number(schema: type[BaseModel], path: KeyPath, value: Any) -> str:
    written = unicodedata.normalize("NFKC", value).strip() if isinstance(value, str) else ""
    if THOUSANDS.fullmatch(written):
        return _grouped(written)
    said = FIGURE.fullmatch(written)
    if said is None:
        return ""
    whole, part, percent = said.groups()
    number = Decimal(f"{whole}.{part or 0}")
    return _write(plain(number / 100 if percent and bounds(schema, path)[1] == 1 else number))


def _grouped(written: str) -> str:
    """One comma before three digits may part thousands or begin decimals: a thousand times more, or less."""
    number = written.replace(",", "")
    if written.count(",") > 1:
        return _write(number)
    values = {"number": number, "decimal": written.replace(",", ".")}
    return _("the comma can be read in two ways; write %(number)s, or %(decimal)s if decimals are meant") % values


def _share(schema: type[BaseModel], path: KeyPath, value: Any) -> str:
    """Whoever writes 50 for a share counts in percent."""
    number = Decimal(str(value))
    return _write(plain(number / 100)) if bounds(schema, path)[1] == 1 and LEAST_PERCENT <= number <= 100 else ""


def _list(schema: type[BaseModel], path: KeyPath, value: Any) -> str:
    if isinstance(value, str | int | float):
        return _write(f"[{', '.join(part.strip() for part in re.split('[,，、;]', str(value)) if part.strip())}]")
    return ""


def _mapping(schema: type[BaseModel], path: KeyPath, value: Any) -> str:
    for kind in types_at(schema, path) if isinstance(value, str | int | float) else ():
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            needed = [field.alias or name for name, field in kind.model_fields.items() if field.is_required()]
            return _write("{" + ", ".join(f"{name}: …" for name in needed) + "}") if needed else ""
    return ""


def _text(schema: type[BaseModel], path: KeyPath, value: Any) -> str:
    if value is None:
        return _("write the text; one with a comma stands in quotes")
    return _write(shown(str(value))) if isinstance(value, int | float) and not isinstance(value, bool) else ""


_REMEDIES: dict[str, Callable[[type[BaseModel], KeyPath, Any], str]] = {
    **dict.fromkeys(("decimal_parsing", "float_parsing", "int_parsing"), _number),
    **dict.fromkeys(("less_than_equal", "less_than"), _share),
    "list_type": _list,
    "model_type": _mapping,
    "string_type": _text,
}
