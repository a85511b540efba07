"""Revoking keys and links."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from assessment.accounts.access import enterprise_for
from assessment.responses.revoking import revoke_key, revoke_other_keys
from recommendations.desk.mine.access import key_of, share_of
from recommendations.desk.mine.link_rows import this_browser
from recommendations.desk.mine.person import signed_in
from recommendations.report.sharing.actions import revoke_share_link


@require_POST
def keys_revoke(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will end one key, or all but this browser's."""
    enterprise, by = enterprise_for(request.user, enterprise_id), signed_in(request)
    if "others" in request.POST:
        count = revoke_other_keys(enterprise=enterprise, own_hash=this_browser(request), by=by)
    else:
        count = revoke_key(key=key_of(enterprise, request.POST.get("key", "")), by=by)
    said = ngettext("%(count)d key opens nothing any more.", "%(count)d keys open nothing any more.", count)
    messages.success(request, said % {"count": count})
    return redirect("desk:mine-enterprise", enterprise_id)


@require_POST
def share_revoke(request: HttpRequest, enterprise_id: UUID, share_id: UUID) -> HttpResponse:
    link = share_of(enterprise_for(request.user, enterprise_id), share_id)
    revoke_share_link(link=link, by=signed_in(request))
    messages.success(request, gettext("The link opens nothing any more."))
    return redirect("desk:mine-enterprise", enterprise_id)
