"""What the PDF library leaves out of a document, added to its objects before they are written: scopes of the headings of
tables, the list of their names, and the second standard that an archived report follows."""

from typing import Any

from pydyf import PDF, Array, Dictionary, Stream

# The library names one standard in a document. ISO 14289-1, 5: how PDF/UA is named; ISO 19005-2, 6.6.2.3: a property that
# PDF/A does not know is described beside it.
ACCESSIBLE_TOO = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the document follows</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""


def name_both_standards(pdf: PDF) -> None:
    """This function will make a document of PDF/A say that it follows PDF/UA-1 too."""
    for part in pdf.objects:
        if isinstance(part, Stream) and part.extra.get("Type") == "/Metadata":
            part.stream = [packet.replace(b"</rdf:RDF>", ACCESSIBLE_TOO) for packet in part.stream]


def complete_tables(pdf: PDF) -> None:
    """This function will say of each heading cell whether it heads a row or a column, and list the cells by name.

    ISO 32000-1, table 322: identifiers need the list (IDTree); table 349: Scope.
    """
    headings = [part for part in pdf.objects if isinstance(part, Dictionary) and part.get("S") == "/TH"]
    for cell in headings:
        group = _parent(pdf, _parent(pdf, cell))
        cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
    named = {cell["ID"].string: cell for cell in headings if "ID" in cell}
    if named:
        root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
        root["IDTree"] = Dictionary({"Names": Array(part for name in sorted(named) for part in _entry(named[name]))})


def _entry(cell: Dictionary) -> tuple[Any, Any]:
    return cell["ID"], cell.reference


def _parent(pdf: PDF, part: Dictionary) -> Dictionary:
    return pdf.objects[_number(part["P"])]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
