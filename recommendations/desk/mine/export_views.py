"""Taking everything away."""

from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.utils.translation import get_language, pgettext
from django.views.decorators.http import require_POST

from assessment.accounts.access import enterprise_for
from assessment.accounts.file_names import attachment_header
from recommendations.desk.mine.export.bundle import make_bundle, record_export
from recommendations.desk.mine.person import signed_in


@require_POST
def mine_export(request: HttpRequest, enterprise_id: UUID) -> FileResponse:
    """This function will hand out everything there is about an enterprise as one ZIP file."""
    enterprise = enterprise_for(request.user, enterprise_id)
    bundle = make_bundle(enterprise, get_language() or "en")
    record_export(enterprise=enterprise, by=signed_in(request))
    response = FileResponse(bundle, content_type="application/zip")
    called = pgettext("file name", "All data")
    response.headers["Content-Disposition"] = attachment_header("all-data", ".zip", enterprise.name, called)
    response.headers["Cache-Control"] = "private, no-store"
    return response
