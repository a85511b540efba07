"""The columns of a table of clients, and what people call them."""

from datetime import date

from django.utils.translation import get_language
from pydantic import BaseModel, Field

from assessment.bank.loader import MEBIBYTE
from assessment.bank.xlsx.archive import Limits
from assessment.bank.xlsx.columns import columns_of
from assessment.bank.xlsx.sheets import LEFT_OUT, Sheet
from assessment.bank.xlsx.tables import TableKind

MOST_ROWS = 2_000
LARGEST_FILE = 2 * MEBIBYTE
NAME = "clients"
NAMES = frozenset({NAME, "client", "客户", "客户名单"})


class ClientLine(BaseModel):
    """One line; what is empty says nothing."""

    name: str = Field("", max_length=200)
    credit_code: str = ""
    reference: str = Field("", max_length=60)
    contact_name: str = Field("", max_length=150)
    contact_email: str = Field("", max_length=254)
    contact_phone: str = Field("", max_length=40)
    language: str = ""
    consultant: str = ""
    next_round_on: date | None = None


CLIENTS = Sheet(NAME, "One line for each client.", columns_of(ClientLine))
FIELDS = tuple(ClientLine.model_fields)
LENGTHS = {"name": 200, "reference": 60, "contact_name": 150, "contact_email": 254, "contact_phone": 40}

# By field, as tables are handed out: in English, and in Chinese.
HEADS = {
    "name": ("Name", "企业名称"),
    "credit_code": ("Credit code", "统一社会信用代码"),
    "reference": ("Reference", "内部编号"),
    "contact_name": ("Contact name", "联系人"),
    "contact_email": ("Contact email", "联系邮箱"),
    "contact_phone": ("Contact phone", "联系电话"),
    "language": ("Language", "语言"),
    "consultant": ("Consultant", "顾问邮箱"),
    "next_round_on": ("Next round on", "下轮评估日期"),
}
# What is told beside them and never read back.
TOLD = {
    "status": ("Status", "状态"),
    "level": ("Level", "级别"),
    "score": ("Score", "得分"),
    "submitted": ("Submitted on", "提交日期"),
    "activity": ("Last activity", "最近动态"),
}
MORE = {"enterprise": "name", "company": "name", "客户名称": "name", "名称": "name", "信用代码": "credit_code"}
MORE |= {"email": "contact_email", "e-mail": "contact_email", "phone": "contact_phone", "telephone": "contact_phone"}
MORE |= {"邮箱": "contact_email", "电话": "contact_phone", "编号": "reference", "顾问": "consultant"}

MEANT = {head.casefold(): key for key, heads in HEADS.items() for head in (*heads, key)} | MORE
IGNORED = {head.casefold() for heads in TOLD.values() for head in heads}


def header_meant(written: str) -> str:
    """This function will return the field that a header means, "# …" for what is only told, or the header itself."""
    word = " ".join(written.split()).casefold()
    if word in IGNORED:
        return f"{LEFT_OUT} {word}"
    return MEANT.get(word, written.strip())


LIMITS = Limits(entry=16 * MEBIBYTE, total=24 * MEBIBYTE, rows=MOST_ROWS + 1)
CLIENTS_TABLE = TableKind(NAME, NAMES, header_meant, LARGEST_FILE, LIMITS)


def heads(locale: str, with_told: bool = False) -> list[str]:
    """This function will return the headers of a table as readers of `locale` know them."""
    place = 1 if locale.startswith("zh") else 0
    both = [*HEADS.values(), *(TOLD.values() if with_told else ())]
    return [names[place] for names in both]


def column_called(field: str) -> str:
    """This function will return what a column is called in the language of the page."""
    return HEADS[field][1 if (get_language() or "").startswith("zh") else 0]
