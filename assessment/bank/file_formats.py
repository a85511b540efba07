"""The formats in which documents leave: YAML for people, JSON for programs, XLSX for tables."""

import json

from pydantic import BaseModel

from assessment.bank.documents import canonical_json
from assessment.bank.yaml_writing import write_yaml

YAML, JSON, XLSX = "yaml", "json", "xlsx"


def as_yaml(document: BaseModel) -> bytes:
    """This function will return a document as the bytes of a YAML file."""
    return write_yaml(document).encode()


def as_json(document: BaseModel) -> bytes:
    """This function will return a document as the bytes of a JSON file."""
    return (json.dumps(json.loads(canonical_json(document)), ensure_ascii=False, indent=2) + "\n").encode()
