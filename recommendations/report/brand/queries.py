"""How the reports of a workspace look now."""

from base64 import b64encode
from collections.abc import Iterable

from assessment.accounts.models import Workspace
from recommendations.report.content.edition_schema import Edition, Section, View
from recommendations.report.models import Brand


def brand_of(workspace: Workspace) -> Brand:
    """This function will return the brand of a workspace, unsaved with version 0 where it has none yet. One query."""
    brand = Brand.objects.filter(workspace=workspace).first()
    return Brand(workspace=workspace, version=0) if brand is None else brand


def data_address(logo: bytes) -> str:
    """This function will return a PNG as an address that holds all of it; '' for none."""
    return f"data:image/png;base64,{b64encode(logo).decode('ascii')}" if logo else ""


def edition_of(brand: Brand, language: str, sections: Iterable[Section], view: View, *, with_overlay: bool) -> Edition:
    """This function will return the look of a brand and what is chosen, as both are frozen in the content of a report."""
    return Edition(
        workspace=brand.workspace.slug,
        name=brand.workspace.name,
        colour=brand.colour,
        logo=data_address(bytes(brand.logo)),
        cover_text=brand.cover_text.get(language, ""),
        footer=brand.footer.get(language, ""),
        sections=tuple(sections),
        view=view,
        with_overlay=with_overlay,
    )
