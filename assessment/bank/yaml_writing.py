"""A document as YAML for people: block style, the order of the schema, and what it writes reads back identically."""

from decimal import Decimal
from typing import Any

import yaml
from pydantic import BaseModel

from assessment.bank.scalars import NUMBER
from assessment.scoring.answers import plain

WIDTH = 110
FIRST_OF_NUMBERS = list("-0123456789")


class _Dumper(yaml.SafeDumper):
    """Quotes whatever either YAML 1.1 or our reader would take for something else than text."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists are indented below their key, which is how people write them."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_decimal(dumper: yaml.SafeDumper, number: Decimal) -> yaml.Node:
    written = plain(number)
    if Decimal(repr(float(written))) != number:
        return dumper.represent_str(written)
    kind = "float" if "." in written else "int"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", written)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(Decimal, _represent_decimal)
_Dumper.add_representer(str, _represent_text)
_Dumper.add_implicit_resolver("tag:fourfold,2026:number", NUMBER, FIRST_OF_NUMBERS)


def write_yaml(document: BaseModel) -> str:
    """This function will return `document` as YAML text; reading it gives an equal document."""
    data = document.model_dump(include={"format"}) | document.model_dump(by_alias=True, exclude_defaults=True)
    return yaml.dump(
        _without_enums(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )


def _without_enums(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_enums(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_enums(item) for item in value]
    return str(value) if isinstance(value, str) else value
