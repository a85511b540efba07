"""A table of offerings out of a file."""

from assessment.bank.loader import MEBIBYTE
from assessment.bank.xlsx.archive import Limits
from assessment.bank.xlsx.tables import TableKind, read_table
from assessment.bank.xlsx.workbook import RawSheet
from recommendations.catalogue.imports.sheet import NAME, NAMES, header_meant

LARGEST_FILE = 16 * MEBIBYTE
LIMITS = Limits(entry=96 * MEBIBYTE, total=128 * MEBIBYTE, rows=20_001)
OFFERINGS_TABLE = TableKind(NAME, frozenset(NAMES), header_meant, LARGEST_FILE, LIMITS)


def read_offerings_table(content: bytes, name: str) -> RawSheet:
    """This function will return the table of offerings in a file. Raises DocumentError as `read_table` does."""
    return read_table(content, name, OFFERINGS_TABLE)
