"""The forms in which a report is handed out."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class Format(StrEnum):
    """The value is the ending of its files and of its addresses."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def ending(self) -> str:
        return f".{self.value}"

    @property
    def content_type(self) -> str:
        return OFFERED[self].content_type

    @property
    def label(self) -> str:
        return str(OFFERED[self].label)


@dataclass(frozen=True, slots=True)
class Offered:
    """What browsers are told, and what people read."""

    content_type: str
    label: Promise


OFFICE = "application/vnd.openxmlformats-officedocument"
OFFERED = {
    Format.PDF: Offered("application/pdf", pgettext_lazy("form of a report", "PDF")),
    Format.DOCX: Offered(f"{OFFICE}.wordprocessingml.document", pgettext_lazy("form of a report", "Word")),
    Format.XLSX: Offered(f"{OFFICE}.spreadsheetml.sheet", pgettext_lazy("form of a report", "Excel")),
    Format.JSON: Offered("application/json", pgettext_lazy("form of a report", "Printed text (JSON)")),
}
OTHERS = (Format.DOCX, Format.XLSX, Format.JSON)
FOR_READING = (Format.PDF, Format.DOCX, Format.XLSX)  # asked for on the result itself; data are for programs


class FormatConverter:
    """The ending of an address of a report that is not the PDF."""

    regex = "|".join(each.value for each in OTHERS)

    def to_python(self, value: str) -> Format:
        return Format(value)

    def to_url(self, value: str) -> str:
        return Format(value).value
