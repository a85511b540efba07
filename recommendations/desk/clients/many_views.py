"""The page before links go to many clients: who gets one, who does not, and with which words."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from assessment.accounts.access import seat_for
from assessment.accounts.rights import Right
from recommendations.desk.clients.many import recipients, send_links
from recommendations.desk.clients.many_form import ManyForm


@require_POST
@never_cache
def links_send(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show to whom links would go, and send them on the second press."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    chosen = chosen_ids(request.POST.getlist("client"))
    if not chosen:
        messages.error(request, gettext("Tick at least one client first."))
        return redirect("desk:clients", workspace_slug)
    is_second = request.POST.get("step") == "send"
    form = ManyForm(request.POST if is_second else None)
    if is_second and form.is_valid():
        done = send_links(seat=seat, client_ids=chosen, beginning=form.beginning(carries=True))
        said = ngettext("%(count)d letter is on its way.", "%(count)d letters are on their way.", done.sent)
        messages.success(request, said % {"count": done.sent})
        if done.left_out:
            names = ", ".join(f"{each.client.shown_name} ({each.why_not})" for each in done.left_out)
            messages.warning(request, gettext("No letter went to: %(names)s") % {"names": names})
        return redirect("desk:clients", workspace_slug)
    who = recipients(seat, chosen)
    page = {"seat": seat, "tab": "clients", "form": form, "recipients": who}
    page["count"] = sum(each.hindrance is None for each in who)
    return render(request, "desk/links_send.html", page, status=422 if form.is_bound else 200)


def chosen_ids(typed: list[str]) -> list[UUID]:
    """This function will return what of a form's values names a client; the rest is left out."""
    found = []
    for text in dict.fromkeys(typed):
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found
