"""Word's XML as text. Whatever comes from people or banks passes through `text_of` or an attribute here, never as markup."""

import re
from html import escape

from docx.oxml.ns import nsmap

from assessment.scoring.texts import in_xml, without_turns

NAMES = " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in ("w", "r", "wp", "a", "pic"))


def clean(text: str) -> str:
    """This function will return `text` without what XML forbids or turns lines around, its lines ending in one way."""
    return in_xml(without_turns(text).replace("\r\n", "\n").replace("\r", "\n"))


def element(name: str, /, *children: str, **attributes: str | int) -> str:
    """This function will return an element of WordprocessingML; children are XML, attributes plain values."""
    written = "".join(f' w:{key.rstrip("_")}="{escape(clean(str(value)))}"' for key, value in attributes.items())
    inner = "".join(children)
    return f"<w:{name}{written}>{inner}</w:{name}>" if inner else f"<w:{name}{written}/>"


def value(name: str, content: str | int) -> str:
    return element(name, val=content)


def text_of(text: str, properties: str = "") -> str:
    """This function will return one run; a new line in `text` is a line break, a tab a tab."""
    parts = "".join(_piece(piece) for piece in re.split("([\n\t])", clean(text)) if piece)
    return element("r", properties, parts) if parts else ""


def _piece(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "\t":
        return "<w:tab/>"
    return f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>'


def field(instruction: str, shown: str) -> str:
    """This function will return a field of our own; `instruction` is never text of anybody else."""
    return element("fldSimple", text_of(shown), instr=instruction)


def page_of(bookmark: str) -> str:
    """This function will return the page of a bookmark of our own, a field that Word fills when it opens the document."""
    code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {escape(bookmark)} \\h </w:instrText></w:r>'
    begin = element("r", element("fldChar", fldCharType="begin", dirty="true"))
    return begin + code + "".join(element("r", element("fldChar", fldCharType=kind)) for kind in ("separate", "end"))


def root(name: str, *children: str) -> str:
    """This function will return a whole part of the package, with the names of all its vocabularies."""
    return f"<w:{name} {NAMES}>{''.join(children)}</w:{name}>"
