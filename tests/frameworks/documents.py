"""The frameworks of this folder as bank documents: some are YAML files, the repetitive ones are built."""

from pathlib import Path
from typing import Any

from assessment.bank.documents import read_bank
from assessment.bank.loader import read_text, read_yaml
from assessment.scoring.document import BankDocument

FOLDER = Path(__file__).parent
Fields = dict[str, Any]


def framework(name: str) -> BankDocument:
    """This function will return the bank document in NAME.yaml of this folder."""
    file = FOLDER / f"{name}.yaml"
    return read_bank(read_text(file), file.name)


def framework_data(name: str) -> Fields:
    """This function will return NAME.yaml as fresh plain data, to be varied."""
    file = FOLDER / f"{name}.yaml"
    data: Fields = read_yaml(read_text(file), file.name)
    return data


def text(words: str) -> Fields:
    return {"en": words}


def choice(key: str, words: str, options: list[Fields], **fields: Any) -> Fields:
    """A question of which one option is chosen."""
    return {"key": key, "kind": "single", "text": text(words), "options": options, **fields}


def worth(measure: str, **options: Any) -> list[Fields]:
    """Options by key with what each is worth, as `credit` or as `points`."""
    return [{"key": key, "label": text(key.capitalize()), measure: value} for key, value in options.items()]


def node(key: str, title: str, **fields: Any) -> Fields:
    return {"key": key, "title": text(title), **fields}


def measures(*questions: str, weight: Any = 1) -> list[Fields]:
    return [{"question": question, "weight": weight} for question in questions]
