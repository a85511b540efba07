"""Pictures in a line of text."""

from html import escape
from io import BytesIO

from docx.parts.story import StoryPart

from recommendations.report.formats.word.blocks import Picture
from recommendations.report.formats.word.markup import clean
from recommendations.report.formats.word.measures import emus

INLINE = (
    "<w:r><w:drawing>"
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="Picture {number}" descr="{words}"/>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def inline_picture(part: StoryPart, picture: Picture, number: int) -> str:
    """This function will store the picture with `part` and return the run that shows it, with what it shows in words."""
    relation, image = part.get_or_add_image(BytesIO(picture.png))
    width = emus(picture.width)
    return INLINE.format(
        number=number,
        relation=relation,
        width=width,
        height=max(1, round(width * image.px_height / image.px_width)),
        words=escape(clean(picture.words)),
    )
