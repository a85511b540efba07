"""What is read out of a drawn chart."""

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(\"1\")</script> & 'x' <b>"


def parts_of(svg: str, name: str) -> list[dict[str, str]]:
    """The attributes of all elements of one kind, in the order in which they are drawn."""
    return [dict(element.attrib) for element in ElementTree.fromstring(svg).iter(f"{SVG}{name}")]


def texts_of(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]
