"""The report's HTML as Typst source: the same text, headings, lists, tables, links and pictures, in Typst's own setting."""

import json
import re
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
ElementTree.register_namespace("", SVG[1:-1])
HEAD = """#set document(title: {title}, author: "Fourfold")
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 17mm), numbering: "1 / 1")
#set text(font: ("Noto Sans", "Noto Sans SC"), size: 9pt, lang: {language}{script})
#set par(leading: 0.65em)
#set table(stroke: (bottom: 0.2mm + rgb("#dbe2ea")), inset: (x: 1mm, y: 1mm))
#show heading.where(level: 2): it => {{ pagebreak(weak: true); it }}
"""
WEIGHTS = ("b", "strong")
SPACE = re.compile(r"\s+")


def typst_of(html: str) -> str:
    """This function will return Typst source that sets the content of a well-formed HTML document."""
    root = ElementTree.fromstring(html)
    language, _hyphen, script = root.attrib["lang"].partition("-")
    title = _string(root.findtext("head/title") or "")
    more = ', script: "hans", region: "cn"' if script else ""
    known = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
    body = root.find("body")
    assert body is not None
    return HEAD.format(title=title, language=_string(language), script=more) + _Setter(known).inside(body)


class _Setter:
    """Sets elements; `known` are the places that a link may lead to. A place is set once."""

    def __init__(self, known: set[str]) -> None:
        self._known = known
        self._set: set[str] = set()

    def inside(self, element: ElementTree.Element) -> str:
        parts = [_words(element.text)]
        for child in element:
            parts += [self._element(child), _words(child.tail)]
        return "".join(parts)

    def _element(self, element: ElementTree.Element) -> str:
        name = element.tag
        if name == f"{SVG}svg":
            return _picture(element)
        if name == "table":
            return self._table(element)
        if name == "br":
            return "#linebreak()"
        if name == "img":
            return ""
        return self._wrapped(name, element) + self._place(element)

    def _wrapped(self, name: str, element: ElementTree.Element) -> str:
        inner = self.inside(element)
        if re.fullmatch("h[1-6]", name):
            return f"\n#heading(level: {name[1]})[{inner}]\n"
        if name in WEIGHTS:
            return f"#strong[{inner}]"
        if name == "a":
            return self._link(element.attrib.get("href", ""), inner)
        if name in ("li", "dt", "dd"):
            return f"\n#list.item[{inner}]\n"
        return f"\n\n{inner}\n\n" if name in ("p", "div", "section") else f"#[{inner}]"

    def _link(self, target: str, inner: str) -> str:
        if target.startswith("#"):
            return f"#link(label({_string(target[1:])}))[{inner}]" if target[1:] in self._known else inner
        return f"#link({_string(target)})[{inner}]" if target else inner

    def _place(self, element: ElementTree.Element) -> str:
        key = element.attrib.get("id", "")
        if not key or key in self._set:
            return ""
        self._set.add(key)
        return f"#[#metadata(none)#label({_string(key)})]"

    def _table(self, table: ElementTree.Element) -> str:
        rows = list(table.iter("tr"))
        heading = {id(row) for head in table.iter("thead") for row in head.iter("tr")}
        width = max(sum(int(cell.attrib.get("colspan", 1)) for cell in row) for row in rows)
        head, body = (
            "".join(self._row(row) for row in rows if (id(row) in heading) is wanted) for wanted in (True, False)
        )
        groups = (part for part in table.iter() if part.tag in ("thead", "tbody", "tr"))
        places = self._place(table) + "".join(self._place(part) for part in groups)
        return f"{places}\n#table(columns: {width}, {f'table.header({head}), ' if head else ''}{body})\n"

    def _row(self, row: ElementTree.Element) -> str:
        cells = [
            f"table.cell(colspan: {cell.attrib.get('colspan', 1)}, rowspan: {cell.attrib.get('rowspan', 1)})"
            f"[{self.inside(cell)}], "
            for cell in row
        ]
        return "".join(cells)


def _picture(svg: ElementTree.Element) -> str:
    said = svg.findtext(f"{SVG}title") or "picture"
    source = ElementTree.tostring(svg, encoding="unicode")
    return f'#image(bytes({_string(source)}), format: "svg", width: 100%, alt: {_string(said)})'


def _words(text: str | None) -> str:
    if not text or not text.strip():
        return " " if text else ""
    return f"#{_string(SPACE.sub(' ', text))};"


def _string(text: str) -> str:
    """A string of Typst: JSON's escapes but for letters, which it takes as they are."""
    return json.dumps(text, ensure_ascii=False)
