"""What tells the working copies of one sort from those of another: banks here, playbooks in the room above."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from assessment.bank.compile import compile_bank
from assessment.bank.documents import canonical_json
from assessment.bank.editing.flat import Data, address, flat_data, nested_data
from assessment.bank.loadable import refuse_unloadable
from assessment.bank.loader import LARGEST, Parsed, refuse_size
from assessment.bank.models import Bank, BankChange
from assessment.bank.schema_faults import AnyDocument, validated
from assessment.bank.working_copy import replace_working_copy
from assessment.scoring.document import BankDocument

Copy = TypeVar("Copy")


@dataclass(frozen=True)
class Craft(Generic[Copy, AnyDocument]):
    """How one sort of working copy is read, checked, written and remembered. `word` names it in the record."""

    word: str
    schema: type[AnyDocument]
    compile: Callable[[Copy], AnyDocument]
    replace: Callable[[Copy, AnyDocument], None]
    refuse: Callable[[AnyDocument, str], None]
    changes: type[Any]

    def data(self, copy: Copy) -> Data:
        """This function will return what the rows of a working copy say, as flat data."""
        return self.flat(self.compile(copy))

    def flat(self, document: AnyDocument) -> Data:
        """This function will return a document as flat data."""
        return flat_data(document)

    def document(self, data: Data, name: str) -> AnyDocument:
        """This function will return the document that flat data make; DocumentError names every fault with its place."""
        nested = nested_data(data)
        document = validated(self.schema, Parsed(nested, lambda path: address(nested, path)), name)
        self.refuse(document, name)
        refuse_size(len(canonical_json(document).encode()), name, LARGEST)
        return document


BANK: Craft[Bank, BankDocument] = Craft(
    "bank", BankDocument, compile_bank, replace_working_copy, refuse_unloadable, BankChange
)
