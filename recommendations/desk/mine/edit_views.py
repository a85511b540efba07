"""Name and unified social credit code of an enterprise."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.access import enterprise_for
from assessment.accounts.granting import edit_enterprise
from recommendations.desk.mine.forms import EnterpriseForm
from recommendations.desk.mine.person import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def mine_edit(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will let the owner change name and code."""
    enterprise = enterprise_for(request.user, enterprise_id)
    initial = {"name": enterprise.name, "credit_code": enterprise.credit_code}
    form = EnterpriseForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        edit_enterprise(enterprise=enterprise, by=signed_in(request), **form.cleaned_data)
        messages.success(request, gettext("Saved."))
        return redirect("desk:mine-enterprise", enterprise_id)
    status = 422 if form.is_bound else 200
    return render(request, "desk/mine_edit.html", {"enterprise": enterprise, "form": form}, status=status)
