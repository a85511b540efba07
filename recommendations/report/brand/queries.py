"""How the reports of a workspace look now."""

from base64 import b64encode

from assessment.accounts.models import Workspace
from recommendations.report.models import Brand


def brand_of(workspace: Workspace) -> Brand:
    """This function will return the brand of a workspace, unsaved with version 0 where it has none yet. One query."""
    brand = Brand.objects.filter(workspace=workspace).first()
    return Brand(workspace=workspace, version=0) if brand is None else brand


def data_address(logo: bytes) -> str:
    """This function will return a PNG as an address that holds all of it; '' for none."""
    return f"data:image/png;base64,{b64encode(logo).decode('ascii')}" if logo else ""
